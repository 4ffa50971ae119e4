package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Servers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BesideOthers
class NotificationSettingsTest {
    private static final ServerAddress A = Servers.address("a");
    private static final ServerAddress B = Servers.address("b");
    private static final ServerAddress C = Servers.address("c");

    private final NotificationSettings settings = new Settings().notifications();

    @BeforeEach
    void mute() {
        for (ServerAddress server : List.of(A, B)) {
            settings.mutedServers().add(server);
            settings.mutedJobs().add(new JobKey(server, "run_1"));
            settings.tellEnd().add(new JobKey(server, "run_2"));
        }
    }

    @Test
    void whatIsSaidOfAServerGoesWithItsAddress() {
        settings.move(A, C);

        assertThat(settings.mutedServers()).containsExactlyInAnyOrder(B, C);
        assertThat(settings.mutedJobs()).containsExactlyInAnyOrder(new JobKey(B, "run_1"), new JobKey(C, "run_1"));
        assertThat(settings.tellEnd()).containsExactlyInAnyOrder(new JobKey(B, "run_2"), new JobKey(C, "run_2"));
    }

    @Test
    void nothingIsKeptOfAServerThatIsForgotten() {
        settings.forget(A);

        assertThat(settings.mutedServers()).containsExactly(B);
        assertThat(settings.mutedJobs()).containsExactly(new JobKey(B, "run_1"));
        assertThat(settings.tellEnd()).containsExactly(new JobKey(B, "run_2"));
    }
}
