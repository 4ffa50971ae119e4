package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Property
    void anyTextGivesIdsWithoutBlanks(@ForAll String text) {
        assertThat(JobIdParser.in(text)).noneMatch(String::isEmpty);
    }
}
