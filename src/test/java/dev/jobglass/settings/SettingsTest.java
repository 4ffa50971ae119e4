package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ServerAddress;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void serversOfOneNameAreToldApart() throws Exception {
        Settings settings = new Settings();
        ServerSettings first = settings.server(ServerAddress.parse("http://one:1"));
        ServerSettings second = settings.server(ServerAddress.parse("http://two:2"));
        first.nameProperty().set("Lab");
        assertThat(settings.nameOf(first)).isEqualTo("Lab");
        assertThat(settings.nameOf(second)).isEqualTo("two:2");

        second.nameProperty().set("Lab");
        assertThat(settings.nameOf(first)).isEqualTo("Lab (http://one:1)");
        assertThat(settings.nameOf(second)).isEqualTo("Lab (http://two:2)");
        assertThat(settings.nameOf(settings.server(ServerAddress.parse("https://three:3")))).isEqualTo("three:3");
        ServerSettings inClear = settings.server(ServerAddress.parse("http://three:3"));
        assertThat(settings.nameOf(inClear)).isEqualTo("http://three:3");
    }
}
