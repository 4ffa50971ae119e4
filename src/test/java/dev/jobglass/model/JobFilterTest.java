package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFilterTest {
    private static final InstantSource TWO_HOURS_LATER = InstantSource
            .fixed(Statuses.CREATED.plus(Duration.ofHours(2)));

    private static Job job(String id, String error) {
        JobState state = error == null ? JobState.RUNNING : JobState.FAILED;
        return new Job(new JobKey(Servers.address("Team A"), id),
                JobSnapshot.unasked(id).answered(Statuses.of(id, state, 30, error), Statuses.CREATED.plusSeconds(90),
                        Duration.ofMinutes(5), null),
                Servers.board("Team A").serverProperty(), new AgentStatistics());
    }

    @Test
    void aServerIsFoundByItsAddressAndByANameWithQuotes() {
        Job job = job("run_77", "It broke");
        String named = "server:\"Team A (" + job.key().server() + ")\"";
        assertThat(JobFilter.of(named, Set.of(), TWO_HOURS_LATER).test(job)).isTrue();
        assertThat(JobFilter.of("server:\"Team A (" + job.key().server() + "1)\"", Set.of(), TWO_HOURS_LATER).test(job))
                .as("another whose address begins like it").isFalse();
        assertThat(JobFilter.of("server:\"Team A (http://elsewhere:1)\"", Set.of(), TWO_HOURS_LATER).test(job))
                .isFalse();
        assertThat(JobFilter.called("The \"A\" team", "the a team")).isTrue();
        assertThat(JobFilter.called("The \"A\" team", "the b team")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                      true
            run_77,                  true
            RUN_77 broke,            true
            broke run_77,            true
            broke run_78,            false
            step,                    true
            OPS-7,                   true
            recipe:news,             true
            state:failed,            true
            status:failed,           true
            Status:running,          false
            state:FAIL,              true
            state:running,           false
            agent:news,              true
            agent:ops,               false
            session:ops,             true
            session:news,            false
            server:team,             true
            server:teamb,            false
            team,                    false
            older:1h,                true
            older:119m,              true
            older:3h,                false
            older:2d,                false
            older:soon,              false
            state:,                  true
            older:1w,                false
            agent:"cipe:new",        true
            agent:"cipe: new",       false
            "It broke",              true
            "broke It",              false
            "It bro,                 true
            \"\",                    true
            STATE:failed,            true
            colour:red,              false
            state:done state:failed, true
            state:failed state:,     true
            state:done state:queued, false
            state:done agent:news,   false
            server:ops server:team,  true
            server:ops server:dev,   false
            server:team state:done,  false
            state:failed agent:News, true
            """)
    void wordsAndFields(String text, boolean passes) {
        assertThat(JobFilter.of(text, Set.of(), TWO_HOURS_LATER).test(job("run_77", "It broke"))).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"İstanbul, İSTANBUL", "istanbul, İstanbul", "İstanbul, I\u0307stanbul", "café, cafe\u0301",
            "cafe\u0301, café", "cafe, Café", "STRASSE, Straße", "分析, 正在进行数据分析", "отчёт, ОТЧЕТ"})
    void wordsAreFoundHoweverTheyAreWritten(String word, String error) {
        assertThat(JobFilter.of(word, Set.of(), TWO_HOURS_LATER).test(job("run_77", "in " + error + "."))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"state:bogus, STATE", "older:soon, OLDER", "finished:never, FINISHED", "finished:12:30, FINISHED",
            "finished:13:00/12:30, FINISHED", "state:f,", "older:3d,",
            "agent:bogus,", "bogus,", "state:,"})
    void aValueThatMeansNothingIsSaid(String text, JobFilter.Field wrong) {
        assertThat(JobFilter.of(text, Set.of(), TWO_HOURS_LATER).terms()).extracting(JobFilter.Term::wrong)
                .containsExactly(wrong);
    }

    @Test
    void aStateMeansWhatItsTileCounts() {
        Job running = job("run", null);
        running.show(running.view().answered(running.view().status(), Statuses.CREATED.plus(Duration.ofHours(1)),
                Duration.ofMinutes(5), null));
        assertThat(running.view().state()).isEqualTo(DisplayState.STALLED);
        assertThat(JobFilter.of("state:running", Set.of(), TWO_HOURS_LATER).test(running)).isFalse();
        assertThat(JobFilter.of("state:stalled", Set.of(), TWO_HOURS_LATER).test(running)).isTrue();
    }

    @Property
    void aWordIsFoundWhereverItIsInWhateverCase(@ForAll @AlphaChars @NumericChars @StringLength(max = 20) String before,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 9) String word,
            @ForAll @AlphaChars @NumericChars @StringLength(max = 20) String after) {
        Job job = job("run", before + word.toUpperCase(Locale.ROOT) + after);
        assertThat(JobFilter.of(word, Set.of(), TWO_HOURS_LATER).test(job)).isTrue();
        assertThat(JobFilter.of(word + "_", Set.of(), TWO_HOURS_LATER).test(job)).isFalse();
    }

    @Test
    void whatFinishedInATimeIsFoundByTheTextForIt() {
        Instant completed = Statuses.CREATED.plusSeconds(61);
        Job job = job("run", "It broke");
        assertThat(filter(completed, completed.plusSeconds(60)).test(job)).isTrue();
        assertThat(filter(completed.minusSeconds(60), completed).test(job)).isFalse();
        assertThat(filter(completed, completed.plusSeconds(60)).test(job("run", null))).isFalse();
    }

    @Test
    void emptyQuotesAskForJobsWithoutOne() {
        JobFilter silent = JobFilter.of(JobFilter.asking(JobFilter.Field.ERROR, ""), Set.of(), TWO_HOURS_LATER);
        assertThat(silent.test(job("run", ""))).isTrue();
        assertThat(silent.test(job("run", "It broke"))).isFalse();
        assertThat(silent.test(job("run", null))).isFalse(); // it has not failed
        assertThat(JobFilter.of("session:\"\"", Set.of(), TWO_HOURS_LATER).test(job("run", null))).isFalse();
        assertThat(JobFilter.of("error:", Set.of(), TWO_HOURS_LATER).test(job("run", "It broke"))).isTrue();
    }

    private static JobFilter filter(Instant start, Instant end) {
        return JobFilter.of(FinishedTimes.filter(start, end, TWO_HOURS_LATER.instant(), ZoneId.systemDefault()),
                Set.of(), TWO_HOURS_LATER);
    }

    @Test
    void longTextsAndOtherAlphabetsAreFiltersToo() {
        for (String text : new String[]{"x".repeat(100_000), "\"".repeat(100_001), "SESSİON:x", "FİNİSHED:x"}) {
            assertThat(JobFilter.of(text, Set.of(), TWO_HOURS_LATER).terms()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Property
    void anyTextIsAFilter(@ForAll String text) {
        JobFilter filter = JobFilter.of(text, Set.of(DisplayState.FAILED), TWO_HOURS_LATER);
        filter.test(job("run", "It broke"));
        assertThat(filter.states()).containsExactly(DisplayState.FAILED);
    }
}
