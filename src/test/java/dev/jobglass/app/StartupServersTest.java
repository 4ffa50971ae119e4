package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.ui.main.StartRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupServersTest {
    private static final Environment NOTHING = new Environment(null, null);

    @TempDir
    private Path folder;
    private Settings settings;
    private final CommandLineOptions options = new CommandLineOptions();

    @BeforeEach
    void open() {
        settings = new Settings();
    }

    private static ServerAddress address(String url) throws Exception {
        return ServerAddress.parse(url);
    }

    @Test
    void commandLineThenSettingsThenEnvironmentThenDefault() throws Exception {
        Environment environment = new Environment("http://env", null);
        assertThat(new StartupServers(options.startupArguments(NOTHING, true), settings).first())
                .containsExactly(ServerAddress.DEFAULT);
        assertThat(new StartupServers(options.startupArguments(NOTHING, false), settings).first())
                .as("someone's settings cannot be read").isEmpty();
        assertThat(new StartupServers(options.startupArguments(environment, true), settings).first())
                .hasToString("[http://env]");
        settings.server(address("http://kept"));
        assertThat(new StartupServers(options.startupArguments(environment, true), settings).first())
                .hasToString("[http://kept]");
        options.servers = List.of("http://line");
        assertThat(new StartupServers(options.startupArguments(environment, true), settings).first())
                .hasToString("[http://line]");
    }

    @Test
    void thoseThatWereWatchedLastAreWatchedAgain() throws Exception {
        for (String url : List.of("http://a", "http://b", "http://c")) {
            settings.server(address(url)).onProperty().set(!url.equals("http://b"));
        }
        assertThat(new StartupServers(options.startupArguments(NOTHING, true), settings).first())
                .hasToString("[http://a, http://c]");
        options.servers = List.of("http://b", "http://d", "http://b/");
        assertThat(new StartupServers(options.startupArguments(NOTHING, true), settings).first())
                .hasToString("[http://b, http://d]");
    }

    @Test
    void aServerThatIsNoneIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("settings.json"),
                "{\"servers\":[{\"url\":\"nonsense\"},{\"url\":\"http://b\"}]}");
        settings = new SettingsFile(folder, KeyStore.none()).settings();

        assertThat(new StartupServers(options.startupArguments(NOTHING, true), settings).first())
                .hasToString("[http://b]");
    }

    @Test
    void aKeyEnteredByHandReplacesTheOneGiven() throws Exception {
        options.servers = List.of("http://line");
        StartupServers choice = new StartupServers(
                options.startupArguments(new Environment(null, new ApiKey("stale")), true),
                settings);
        settings.server(address("http://line")).keyProperty().set("right");
        choice.forgetGiven(address("http://line"));

        assertThat(choice.key(address("http://line"))).isEqualTo(new ApiKey("right"));
    }

    @Test
    void theEnvironmentsKeyIsNotSentToARememberedServerWithItsOwn() throws Exception {
        settings.server(address("http://b")).keyProperty().set("of-b");
        StartupServers choice = new StartupServers(
                options.startupArguments(new Environment(null, new ApiKey("of-a")), true),
                settings);

        assertThat(choice.key(address("http://b"))).isEqualTo(new ApiKey("of-b"));
    }

    @Test
    void aKeyGivenAtTheStartGoesToNoOtherServer() throws Exception {
        options.servers = List.of("http://line");
        settings.server(address("http://other")).keyProperty().set("kept");
        settings.server(address("http://odd")).keyProperty().set("not a key");
        StartupServers choice = new StartupServers(
                options.startupArguments(new Environment(null, new ApiKey("given")), true),
                settings);

        assertThat(choice.key(address("http://line"))).isEqualTo(new ApiKey("given"));
        assertThat(choice.key(address("http://other"))).isEqualTo(new ApiKey("kept"));
        assertThat(choice.key(address("http://new"))).isNull();
        assertThat(choice.key(address("http://odd"))).isNull();
    }

    @Test
    void theEnvironmentsKeyGoesToNoServerThatWasNotNamed() throws Exception {
        Environment keyOnly = new Environment(null, new ApiKey("given"));
        assertThat(new StartupServers(options.startupArguments(keyOnly, true), settings).key(ServerAddress.DEFAULT))
                .isNull();
        settings.server(address("http://a")).onProperty().set(true);
        settings.server(address("http://b")).onProperty().set(true);
        StartupServers choice = new StartupServers(options.startupArguments(keyOnly, true), settings);
        assertThat(choice.key(address("http://a"))).isNull();
        assertThat(choice.key(address("http://b"))).isNull();
    }

    @Test
    void aKeyOfAFileGoesToNoServerThatWasNotNamedEither() throws Exception {
        options.key = new ApiKey("given");
        settings.server(address("http://a")).onProperty().set(true);
        assertThat(new StartupServers(options.startupArguments(NOTHING, true), settings).key(address("http://a")))
                .isNull();
    }

    @Test
    void theEnvironmentsKeyIsForTheEnvironmentsServer() throws Exception {
        Environment both = new Environment("http://env", new ApiKey("given"));
        assertThat(new StartupServers(options.startupArguments(both, true), settings).key(address("http://env")))
                .isEqualTo(new ApiKey("given"));
        settings.server(address("http://a")).onProperty().set(true);
        StartupServers choice = new StartupServers(options.startupArguments(both, true), settings);
        assertThat(choice.key(address("http://a"))).isNull();
        assertThat(choice.key(address("http://env"))).isEqualTo(new ApiKey("given"));
    }

    @Test
    void aKeyOfAFileHasTheEnvironmentsServerWatched() throws Exception {
        options.key = new ApiKey("file");
        settings.server(address("http://a")).onProperty().set(true);
        settings.server(address("http://env")).keyProperty().set("stale");
        StartupServers choice = new StartupServers(
                options.startupArguments(new Environment("env", new ApiKey("given")), true), settings);
        assertThat(choice.first()).hasToString("[http://env]");
        assertThat(choice.key(address("http://env"))).isEqualTo(new ApiKey("file"));
    }

    @Test
    void ofSeveralServersTheKeyIsForTheFirstNamed() throws Exception {
        options.servers = List.of("http://b", "http://c");
        StartupServers choice = new StartupServers(
                options.startupArguments(new Environment("http://env", new ApiKey("given")), true), settings);
        assertThat(choice.key(address("http://b"))).isEqualTo(new ApiKey("given"));
        assertThat(choice.key(address("http://c"))).isNull();
        assertThat(choice.key(address("http://env"))).isNull();
    }

    @Test
    void whatIsTypedWithoutSchemeIsHttpsWhereThatIsKnown() throws Exception {
        settings.server(address("https://safe")).keyProperty().set("kept");
        options.servers = List.of("safe:8443", "127.0.0.1:8005");
        StartupServers choice = new StartupServers(options.startupArguments(new Environment("safe", null), true),
                settings);
        assertThat(choice.first()).hasToString("[https://safe:8443, http://127.0.0.1:8005]");
        assertThat(choice.key(address("https://safe:8443"))).isNull();
        options.servers = List.of();
        assertThat(choice.typed("safe")).hasToString("https://safe");
    }

    @Test
    void aKeyGivenAtTheStartFollowsAChangedPathOnly() throws Exception {
        options.servers = List.of("https://line");
        StartupServers choice = new StartupServers(
                options.startupArguments(new Environment(null, new ApiKey("given")), true),
                settings);
        assertThat(choice.given(address("https://line"), address("http://line"))).isNull();
        choice.move(address("https://line"), address("https://line:8443"));
        assertThat(choice.key(address("https://line:8443"))).isNull();
        choice.move(address("https://line"), address("https://line:443/team"));
        assertThat(choice.key(address("https://line:443/team"))).isEqualTo(new ApiKey("given"));
    }

    @Test
    void aSecondStartHandsAKeyOverForAServerNamedInItOnly() {
        Environment keyOnly = new Environment(null, new ApiKey("given"));
        assertThat(options.request(keyOnly).key()).isEmpty();
        assertThat(options.request(new Environment("http://env", new ApiKey("given"))).key()).isEmpty();
        options.servers = List.of("b:1", "http://c");
        assertThat(options.request(keyOnly).key()).isEqualTo("given");
        assertThat(options.request(keyOnly).servers()).containsExactly("b:1", "http://c");
        options.servers = List.of();
        options.key = new ApiKey("file");
        assertThat(options.request(keyOnly).key()).isEmpty();
        StartRequest request = options.request(new Environment("env", null));
        assertThat(request.servers()).containsExactly("env");
        assertThat(request.key()).isEqualTo("file");
    }
}
