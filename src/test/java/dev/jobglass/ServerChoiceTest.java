package dev.jobglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.SettingsStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerChoiceTest {
    private static final Environment NOTHING = new Environment(null, null);

    @TempDir
    private Path folder;
    private SettingsStore settings;
    private final CommandLineOptions options = new CommandLineOptions();

    @BeforeEach
    void open() {
        settings = new SettingsStore(folder);
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private static ServerAddress address(String url) throws Exception {
        return ServerAddress.parse(url);
    }

    @Test
    void commandLineThenSettingsThenEnvironmentThenDefault() throws Exception {
        Environment environment = new Environment(address("http://env"), null);
        assertThat(new ServerChoice(options, NOTHING, settings).first()).containsExactly(ServerAddress.DEFAULT);
        assertThat(new ServerChoice(options, environment, settings).first()).hasToString("[http://env]");
        settings.update(now -> now.withServer("http://kept", known -> known));
        assertThat(new ServerChoice(options, environment, settings).first()).hasToString("[http://kept]");
        options.servers = List.of(address("http://line"));
        assertThat(new ServerChoice(options, environment, settings).first()).hasToString("[http://line]");
    }

    @Test
    void thoseThatWereWatchedLastAreWatchedAgain() throws Exception {
        for (String url : List.of("http://a", "http://b", "http://c")) {
            settings.update(now -> now.withServer(url, known -> known.withOn(!url.equals("http://b"))));
        }
        assertThat(new ServerChoice(options, NOTHING, settings).first()).hasToString("[http://a, http://c]");
        options.servers = List.of(address("http://b"), address("http://d"));
        assertThat(new ServerChoice(options, NOTHING, settings).first()).hasToString("[http://b, http://d]");
    }

    @Test
    void aServerThatIsNoneIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("settings.json"),
                "{\"servers\":[{\"url\":\"nonsense\"},{\"url\":\"http://b\"}]}");
        open();

        assertThat(new ServerChoice(options, NOTHING, settings).first()).hasToString("[http://b]");
    }

    @Test
    void aKeyEnteredByHandReplacesTheOneGiven() throws Exception {
        options.servers = List.of(address("http://line"));
        ServerChoice choice = new ServerChoice(options, new Environment(null, new ApiKey("stale")), settings);
        settings.update(now -> now.withServer("http://line", known -> known.withKey("right")));
        choice.forgetGiven(address("http://line"));

        assertThat(choice.key(address("http://line"))).isEqualTo(new ApiKey("right"));
    }

    @Test
    void theEnvironmentsKeyIsNotSentToARememberedServerWithItsOwn() throws Exception {
        settings.update(now -> now.withServer("http://b", known -> known.withKey("of-b")));
        ServerChoice choice = new ServerChoice(options, new Environment(null, new ApiKey("of-a")), settings);

        assertThat(choice.key(address("http://b"))).isEqualTo(new ApiKey("of-b"));
    }

    @Test
    void aKeyGivenAtTheStartGoesToNoOtherServer() throws Exception {
        options.servers = List.of(address("http://line"));
        settings.update(now -> now.withServer("http://other", known -> known.withKey("kept"))
                .withServer("http://odd", known -> known.withKey("not a key")));
        ServerChoice choice = new ServerChoice(options, new Environment(null, new ApiKey("given")), settings);

        assertThat(choice.key(address("http://line"))).isEqualTo(new ApiKey("given"));
        assertThat(choice.key(address("http://other"))).isEqualTo(new ApiKey("kept"));
        assertThat(choice.key(address("http://new"))).isNull();
        assertThat(choice.key(address("http://odd"))).isNull();
    }
}
