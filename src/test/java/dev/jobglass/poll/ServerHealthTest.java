package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Problem.Flaw;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerHealthTest {
    private static final long SECOND = 1_000_000_000L;
    private final ServerHealth health = new ServerHealth(new Backoff(new Random(1)));

    @ParameterizedTest
    @CsvSource({"REFUSED, true", "DNS, true", "TLS, true", "CONNECT_TIMEOUT, true", "RESET, false",
            "ANSWER_TIMEOUT, false", "NO_ROUTE, true"})
    void onlyAMissingConnectionSpeaksForTheWholeServer(Cause cause, boolean down) {
        health.responded(10 * SECOND);
        health.silent(new Problem.Unreachable(cause, ""), 11 * SECOND, 12 * SECOND, false);

        assertThat(health.down()).isEqualTo(down);
    }

    @Test
    void whyItIsDownIsKnownAndWhenItIsProbedNext() {
        Problem refused = new Problem.Unreachable(Cause.REFUSED, "");
        long now = 10 * SECOND;
        assertThat(health.problem()).isNull();
        for (int i = 0; i < 3; i++) {
            health.silent(refused, now, now, false);
            now = health.probeDue();
        }
        assertThat(health.problem()).isEqualTo(refused);
        assertThat(health.probeDue(now - 1)).isFalse();
        assertThat(health.probeDue(now)).isTrue();
        health.probeAt(now + 1);
        assertThat(health.probeDue()).as("no later than it would be").isEqualTo(now);
        health.probeAt(now - SECOND);
        assertThat(health.probeDue()).isEqualTo(now - SECOND);
        assertThat(health.responded(now)).isTrue();
        assertThat(health.responded(now)).as("it was up").isFalse();
        health.silent(refused, now + 1, now + SECOND, false);
        assertThat(health.probeDue() - now - SECOND).as("soon again, after it had responded")
                .isBetween(2 * SECOND, 5 * SECOND / 2);
    }

    @Test
    void howLongResponsesTakeIsSmoothed() {
        assertThat(health.usualResponseNanos()).isZero();
        health.took(100);
        assertThat(health.usualResponseNanos()).isEqualTo(100);
        health.took(200);
        assertThat(health.usualResponseNanos()).isEqualTo(120);
    }

    @Test
    void anAnswerSinceTheQuestionWasSentRefutesIt() {
        health.responded(12 * SECOND);
        health.silent(new Problem.Unreachable(Cause.REFUSED, ""), 11 * SECOND, 13 * SECOND, true);

        assertThat(health.down()).isFalse();
    }

    @Test
    void longSilenceAfterAnswersIsDown() {
        Problem broken = new Problem.BadAnswer(Flaw.NOT_HTTP, "");
        health.responded(10 * SECOND);
        health.silent(broken, 11 * SECOND, 12 * SECOND, false);
        assertThat(health.down()).isFalse();
        health.silent(broken, 60 * SECOND, 80 * SECOND, false);

        assertThat(health.down()).isTrue();
    }

    @Test
    void isWaitedForForAWhileOnly() {
        health.responded(10 * SECOND);
        health.underWay(true, 20 * SECOND);
        health.underWay(true, 25 * SECOND);
        assertThat(health.patienceEnds()).as("ten seconds after the first").isEqualTo(30 * SECOND);
        assertThat(health.waited(31 * SECOND)).isEqualTo(11 * SECOND);
        health.silent(new Problem.Unreachable(Cause.ANSWER_TIMEOUT, ""), 20 * SECOND, 50 * SECOND, false);
        health.underWay(false, 51 * SECOND);
        assertThat(health.patienceEnds()).as("nothing is better yet").isEqualTo(30 * SECOND);

        health.responded(52 * SECOND);
        assertThat(health.patienceEnds()).isEqualTo(Long.MAX_VALUE);
        health.underWay(true, 53 * SECOND);
        health.underWay(false, 54 * SECOND);
        assertThat(health.patienceEnds()).as("nothing is asked").isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aSlowServerIsGivenItsUsualTime() {
        health.took(8 * SECOND);
        health.underWay(true, 20 * SECOND);
        assertThat(health.patienceEnds()).isEqualTo(36 * SECOND);
    }

    @Test
    void quietIsNotSilence() {
        health.responded(10 * SECOND);
        health.silent(new Problem.Unreachable(Cause.RESET, ""), 300 * SECOND, 301 * SECOND, false);

        assertThat(health.down()).isFalse();
    }

    @Test
    void aListThatAnswersSpeaksForTheServer() {
        health.listResponds(true);
        health.silent(new Problem.Unreachable(Cause.RESET, ""), SECOND, 2 * SECOND, true);

        assertThat(health.down()).isFalse();
    }

    @Test
    void probesBackOffAndAnAnswerEndsThem() {
        health.silent(new Problem.Unreachable(Cause.REFUSED, ""), 0, SECOND, true);
        assertThat(health.probeDue(2 * SECOND)).isFalse();
        assertThat(health.probeDue(4 * SECOND)).isTrue();

        assertThat(health.responded(5 * SECOND)).isTrue();
        assertThat(health.down()).isFalse();
        assertThat(health.responded(6 * SECOND)).isFalse();
    }

    @Test
    void aPersonMayHaveItProbedEarlier() {
        health.silent(new Problem.Unreachable(Cause.REFUSED, ""), 0, SECOND, true);
        health.probeAt(SECOND);

        assertThat(health.probeDue(SECOND)).isTrue();
    }
}
