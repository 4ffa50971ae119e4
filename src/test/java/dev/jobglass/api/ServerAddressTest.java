package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobglass.api.ServerAddress.Complaint;
import dev.jobglass.api.ServerAddress.Malformed;
import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({"http://h:8005, http://h:8005/api/v1/runs/j", "http://h:8005/, http://h:8005/api/v1/runs/j",
            "https://h/a/b///, https://h/a/b/api/v1/runs/j", "' HTTP://H/X ', http://h/X/api/v1/runs/j",
            "http://[::1]:80, http://[::1]:80/api/v1/runs/j",
            "http://my_jobs:8005/a, http://my_jobs:8005/a/api/v1/runs/j",
            "http://jobs.münchen.example:80, http://jobs.xn--mnchen-3ya.example:80/api/v1/runs/j"})
    void basesWithAndWithoutPath(String base, String job) throws Malformed {
        assertThat(ServerAddress.parse(base).job("j")).hasToString(job);
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "h:8005, SCHEME", "ftp://h, SCHEME", "localhost, SCHEME", "http://, MALFORMED",
            "http://h:99999, HOST", "http://my_jobs:99999, HOST", "http://my_jobs:0, HOST", "http://u@my_jobs, USER",
            "https://my_jobs, HOST", "http://-, HOST", "http://h:0, HOST", "http://a b, MALFORMED",
            "http://u:p@h, USER",
            "http://h?x=1, QUERY", "http://h/#f, QUERY", "'http://h:80:80', HOST"})
    void complains(String text, Complaint expected) {
        assertThatThrownBy(() -> ServerAddress.parse(text)).isInstanceOfSatisfying(Malformed.class,
                e -> assertThat(e.complaint()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"https://h, https://h:443, true", "http://h, http://h:80, true", "https://h/a, https://H/b, true",
            "HTTPS://h, https://h, true", "https://h:, https://h, true", "https://h, http://h, false",
            "https://h:8005, http://h:8005, false", "https://h, https://h:8443, false", "https://h:80, http://h, false",
            "https://h, https://g, false", "http://a_b, http://A_B:80, true", "http://a_b, http://a_c, false",
            "http://a_b:1, http://a_b:2, false", "https://[::A], https://[::a], true"})
    void anOriginIsSchemeHostAndPort(String one, String other, boolean same) throws Malformed {
        assertThat(ServerAddress.parse(one).sameOrigin(ServerAddress.parse(other))).isEqualTo(same);
        assertThat(ServerAddress.parse(other).sameOrigin(ServerAddress.parse(one))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8005, http://127.0.0.1:8005", "h/api/v1/runs, http://h",
            "h/a/api/v1/runs/run_1/, http://h/a",
            "h/api/v1/, http://h", "h/api/v12, http://h/api/v12", "localhost, http://localhost", "' h/a/ ', http://h/a",
            "safe, https://safe", "SAFE:8443, https://safe:8443", "safe:8005/x, https://safe:8005/x",
            "http://safe, http://safe", "https://h, https://h", "[::1]:80, http://[::1]:80",
            "my_jobs:8005, http://my_jobs:8005",
            "münchen.example:1, http://xn--mnchen-3ya.example:1"})
    void aSchemeIsSuppliedButNeverHttpWhereHttpsIsKnown(String text, String address) throws Malformed {
        List<ServerAddress> known = List.of(ServerAddress.parse("http://h"), ServerAddress.parse("http://safe:1"),
                ServerAddress.parse("https://safe"));
        assertThat(ServerAddress.typed(text, known)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "ftp://h, SCHEME", "u:p@h, USER", "h:0, HOST", "h?x, QUERY", "a b, MALFORMED"})
    void complainsOfWhatIsTypedToo(String text, Complaint expected) {
        assertThatThrownBy(() -> ServerAddress.typed(text, List.of())).isInstanceOfSatisfying(Malformed.class,
                e -> assertThat(e.complaint()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"a/b, a%2Fb", "a b, a%20b", "a+b, a%2Bb", "..,  %2E%2E", "ü?#%, %C3%BC%3F%23%25"})
    void aJobIdIsOneSegment(String id, String segment) throws Malformed {
        assertThat(ServerAddress.parse("http://h").job(id)).hasToString("http://h/api/v1/runs/" + segment);
    }

    @Property
    void anyJobIdStaysOneSegment(@ForAll @NotEmpty String id) throws Malformed {
        URI uri = ServerAddress.parse("http://h/base").job(id, "result");

        assertThat(uri.getRawPath().split("/")).hasSize(7);
        assertThat(uri.normalize()).isEqualTo(uri);
        assertThat(uri.getHost()).isEqualTo("h");
    }

    @Test
    void aHostThatIsTooLongIsNone() {
        assertThatThrownBy(() -> ServerAddress.parse("http://" + "ü".repeat(3_000))).isInstanceOf(Malformed.class);
    }

    @Property
    void anyTextIsAnAddressOrAComplaint(@ForAll String text) {
        try {
            assertThat(ServerAddress.parse(text).base().getHost()).isNotNull();
        } catch (Malformed e) {
            assertThat(e.complaint()).isNotNull();
        }
    }
}
