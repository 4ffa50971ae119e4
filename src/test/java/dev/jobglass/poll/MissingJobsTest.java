package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.Problem.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingJobsTest {
    private static final NotFound OF_ANY_ADDRESS = new NotFound("404 page not found");

    private final MissingJobs missing = new MissingJobs();

    @ParameterizedTest
    @ValueSource(strings = {"Job not found: abc", "run_1 is unknown", "No such run", "jobs/abc: not there"})
    void whatTheApiSaysOfAJobIsBelievedAtOnce(String words) {
        assertThat(missing.noApi("a", new NotFound(words), 10)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Not Found", "404 Not Found nginx", "default backend - 404", "is not running"})
    void whatMayBeSaidOfAnyAddressIsNot(String words) {
        assertThat(missing.noApi("a", new NotFound(words), 10)).isTrue();
    }

    @Test
    void whileNothingElseIsAnsweredTheApiIsAway() {
        missing.answered(5);
        assertThat(missing.noApi("a", OF_ANY_ADDRESS, 10)).isTrue();
        missing.answered(9);
        assertThat(missing.noApi("a", OF_ANY_ADDRESS, 20)).as("that was sent before").isTrue();
    }

    @Test
    void whatIsStillSaidOnceSomethingElseWasAnsweredIsOfTheJob() {
        assertThat(missing.noApi("a", OF_ANY_ADDRESS, 10)).isTrue();
        missing.answered(11);
        missing.answered(8);
        assertThat(missing.noApi("b", OF_ANY_ADDRESS, 12)).as("of another it is said for the first time").isTrue();
        assertThat(missing.noApi("a", OF_ANY_ADDRESS, 13)).isFalse();
    }

    @Test
    void aJobThatIsKnownAgainIsDoubtfulAnew() {
        assertThat(missing.noApi("a", OF_ANY_ADDRESS, 10)).isTrue();
        missing.answered(11);
        missing.over("a");
        assertThat(missing.noApi("a", OF_ANY_ADDRESS, 13)).isTrue();
    }
}
