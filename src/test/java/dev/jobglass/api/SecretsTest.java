package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.BesideOthers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server repeats of what it was told in confidence. */
@BesideOthers
class SecretsTest {
    private static final String KEY = "Zq9+Secr/et=Key77";
    private static final URI SERVER = URI.create("http://server:8005");
    private static final Secrets SECRETS = Secrets.of(new ApiKey(KEY), Route.PLAIN, SERVER);

    private static String shown(String text) {
        return SECRETS.without(new StreamEvent.Progressed(1.0, text)) instanceof StreamEvent.Progressed(_, String step)
                ? step
                : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zq9+Secr/et=Key77", "Zq9+Secr\u001B[0m/et=Key77", "Z\u001B[1;31mq9+Secr/et=Key7\u001B[m7",
            "Zq9+Secr\u009B0m/et=Key77", "Zq9\u001B]0;title\u0007+Secr/et=Key77", "Zq9\u001B/e+Secr/et=Key77",
            "Zq9\u001B+Secr/et=Key77", "Zq9+Secr\u200B/et\u00AD=Key77", "Zq9+Se\u0000cr/et=Ke\ny77",
            "Zq9+Sec\uFE0Fr/et=Key77", "Zq9+Secr\u034F/et=Key77", "Zq9+Secr\uDB40\uDD00/et=Key77",
            "Zq9+Secr\\/et=Key77", "Zq9\\u002bSecr\\u002Fet=Key77", "Zq9+Secr\\u200b/et=Key77",
            "Zq9+Secr\\u001b[0m/et=Key77", "Zq9%2BSecr%2Fet%3DKey77", "Zq9%2bSecr/et%3dKey77",
            "Zq9&#43;Secr&#x2F;et&#061;Key77", "Zq9&#x2b;Secr/et=Key77",
            "5a71392b536563722f65743d4b65793737", "5A71392B536563722F65743D4B65793737"})
    void aKeyIsNotShownHoweverItIsWritten(String written) {
        assertThat(shown("before " + written + " after")).isEqualTo("before *** after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "me:", "Bearer ", "user:", "Bearer x "})
    void aKeyInBase64IsNotShownWhateverStandsBefore(String before) {
        byte[] bytes = (before + KEY + "!").getBytes(StandardCharsets.UTF_8);
        for (String written : new String[]{Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes)}) {
            assertThat(shown(written)).contains("***").hasSizeLessThan(written.length() - 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zq9+Secr/et=Key7", "Zq9 +Secr/et=Key77", "a plain sentence", "%2B%2F%3D", "***"})
    void whatIsNoneStays(String text) {
        assertThat(shown(text)).isEqualTo(text);
    }

    @Test
    void partsOfHeadersAreNotShownEitherUnlessTheyAreShort() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cookie", "session=TopSecretCookie77; theme=dark");
        headers.put("X-Auth", "alice:HeaderPassw0rd99");
        headers.put("X-Token", "Token 0123456789abcdef");
        Secrets secrets = Secrets.of(null, new Route(null, null, headers), SERVER);
        assertThat(secrets.without("a TopSecretCookie77 b HeaderPassw0rd99 c 0123456789abcdef d dark alice Token"))
                .isEqualTo("a … b … c … d dark alice Token");
        assertThat(secrets.without("cookie was session=TopSecretCookie77; theme=dark")).isEqualTo("cookie was …");
    }

    @Test
    void theLoginOfAProxyIsNotShown() {
        ProxyAddress proxy = new ProxyAddress(ProxyAddress.Kind.HTTP, "proxy", 8808, "puser:ProxyPw7788");
        Secrets secrets = Secrets.of(null, new Route(null, proxy, Map.of()), SERVER);
        String basic = Base64.getEncoder().encodeToString("puser:ProxyPw7788".getBytes(StandardCharsets.UTF_8));
        assertThat(secrets.without("puser:ProxyPw7788 | ProxyPw7788")).isEqualTo("… | …");
        assertThat(secrets.without("Basic " + basic)).doesNotContain(basic.substring(0, 12)).contains("…");
    }

    @Test
    void aResultIsJsonStill() {
        JobResult result = SECRETS.without(new JobResult("{\"php\":\"Zq9+Secr\\/et=Key77\",\"n\":1}", 2.0));
        assertThat(result).isEqualTo(new JobResult("{\"php\":\"***\",\"n\":1}", 2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B", "\u001B[", "\u001B]", "\u200B", "\\u200b", "Z", "Zq9", "%", "&#", "\\",
            "\u001B[0"})
    void aFloodOfWhatMayStandBetweenIsLookedThroughOnce(String piece) {
        String flood = "Zq9" + piece.repeat(1_000_000);
        assertThat(shown(flood)).isEqualTo(flood);
    }

    @Test
    void itIsInNoTextOfOurs() {
        assertThat(SECRETS.toString() + SECRETS.secrets()).doesNotContain("Secr/et");
    }
}
