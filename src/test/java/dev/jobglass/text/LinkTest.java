package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @Property
    void aLinkToAViewLeadsToIt(@ForAll @NotBlank String name) {
        if (name.chars().noneMatch(letter -> Character.isSurrogate((char) letter))) { // half of one has no code
            assertThat(Link.parse(new Link.View(name).text())).contains(new Link.View(name));
        }
    }

    @Property
    void anyTextIsALinkOrNone(@ForAll String text) {
        assertThat(Link.parse(text)).isEmpty();
        Link.parse("jobglass://view/" + text);
        Link.parse("jobglass://job/" + text + "?server=" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run_1", "a/b", "a b?c=d&e#f", "تشغيل"})
    void aLinkToAJobLeadsToIt(String id) throws Exception {
        Link link = new Link.OfJob(new JobKey(ServerAddress.parse("https://runs.example:8443/base"), id));
        assertThat(Link.parse(link.text())).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobglass://view/", "jobglass://job/run_1",
            "jobglass://job/run_1?server=file:///etc/passwd",
            "jobglass://job/run_1?server=http://a&key=x", "jobglass://quit", "http://view/x", "jobglass:view/x",
            "jobglass://view/a/b", "jobglass://view/%zz", "jobglass://view/x?demo=1", "--demo"})
    void anythingElseIsNone(String text) {
        assertThat(Link.parse(text)).isEmpty();
    }
}
