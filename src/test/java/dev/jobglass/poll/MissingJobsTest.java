package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.Problem.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingJobsTest {
    private static final String OF_ANY_ADDRESS = "404 page not found";

    private final MissingJobs missing = new MissingJobs();

    /** {@return whether it is the API that is not there, when asked a moment before} */
    private boolean noApi(String jobId, String words, long now) {
        return missing.noApi(jobId, new NotFound(words), now - 1, now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Job not found: abc", "run_1 is unknown", "No such run", "jobs/abc: not there"})
    void whatTheApiSaysOfAJobIsBelievedAtOnce(String words) {
        assertThat(noApi("a", words, 10)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Not Found", "404 Not Found nginx", "default backend - 404", "is not running"})
    void whatMayBeSaidOfAnyAddressIsNot(String words) {
        assertThat(noApi("a", words, 10)).isTrue();
    }

    @Test
    void whileNothingElseIsAnsweredTheApiIsAway() {
        missing.answered(5);
        assertThat(noApi("a", OF_ANY_ADDRESS, 10)).isTrue();
        missing.answered(9);
        assertThat(noApi("a", OF_ANY_ADDRESS, 20)).as("that was asked before").isTrue();
    }

    @Test
    void whatIsStillSaidOnceSomethingElseWasAnsweredIsOfTheJob() {
        assertThat(noApi("a", OF_ANY_ADDRESS, 10)).isTrue();
        missing.answered(11);
        missing.answered(8);
        missing.answered(30);
        assertThat(noApi("b", OF_ANY_ADDRESS, 13)).as("of another it is said for the first time").isTrue();
        assertThat(noApi("a", OF_ANY_ADDRESS, 13)).isFalse();
    }

    @Test
    void whatWasAskedWhileTheApiWasAwayAndIsAnsweredLateSaysNothingOfTheJob() {
        assertThat(noApi("a", OF_ANY_ADDRESS, 10)).isTrue();
        missing.answered(15);
        assertThat(missing.noApi("a", new NotFound(OF_ANY_ADDRESS), 12, 20)).isTrue();
    }

    @Test
    void aJobThatIsKnownAgainIsDoubtfulAnew() {
        assertThat(noApi("a", OF_ANY_ADDRESS, 10)).isTrue();
        missing.answered(11);
        missing.over("a");
        assertThat(noApi("a", OF_ANY_ADDRESS, 13)).isTrue();
    }
}
