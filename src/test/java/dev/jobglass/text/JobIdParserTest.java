package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.text.JobIdParser.Found;
import dev.jobglass.text.JobIdParser.Named;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JobIdParserTest {
    @Test
    void anyMixOfSeparatorsAndUrls() {
        assertThat(JobIdParser.in("""
                run_1, run_2;run_3
                http://h:8005/api/v1/runs/run_4  https://h/x/api/v1/runs/run%205/result?x=1#f
                "run_6" <run_7>	run_1""")).containsExactly("run_1", "run_2", "run_3", "run_4", "run 5", "run_6",
                "run_7");
    }

    @Test
    void nothingInNothing() {
        assertThat(JobIdParser.in(" ,, \n;")).isEmpty();
    }

    @Test
    void whatIsNoIdIsToldApart() {
        Found found = JobIdParser.read("""
                run_1 nonsense !! http://h:8005/api/v1/runs/run_2/result https://h/x/runs/weird "run_3",
                http://h/ 123e4567-e89b-12d3-a456-426614174000 run_تحليل what? job/7""");
        assertThat(found.jobs()).containsExactly(new Named("run_1", null), new Named("run_2", "http://h:8005"),
                new Named("weird", "https://h/x"), new Named("run_3", null),
                new Named("123e4567-e89b-12d3-a456-426614174000", null), new Named("run_تحليل", null));
        assertThat(found.others()).containsExactly("nonsense", "!!", "http://h/", "what?", "job/7");
    }

    @Property
    void whateverIsPastedIsOneOrTheOther(@ForAll String text) {
        Found found = JobIdParser.read(text);
        assertThat(found.jobs()).noneMatch(job -> job.id().isEmpty());
        assertThat(found.others()).noneMatch(String::isEmpty);
    }

    @Property
    void anyTextGivesIdsWithoutBlanks(@ForAll String text) {
        assertThat(JobIdParser.in(text)).noneMatch(String::isEmpty);
    }
}
