package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.RequestHeader;
import dev.jobglass.testing.Fx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What lets requests through, which is kept apart from the settings' file as keys are. */
class AccessApartTest extends KeysApartFixture {
    private static final AccessSecrets SECRETS = new AccessSecrets("me:proxy secret", "certificate secret",
            List.of(new RequestHeader("X-Team", "header secret")));

    @Test
    void whatLetsRequestsThroughIsKeptLikeAKey() throws Exception {
        change(settings -> settings.server(A)
                .reachBy(new ServerAccess(null, "http://proxy:3128", "/own.p12", null, SECRETS)));
        assertThat(text()).doesNotContain("secret").contains("http://proxy:3128").contains("/own.p12");
        try (SettingsFile file = open()) {
            assertThat(Fx.call(() -> file.settings().server(A).access().secrets())).isEqualTo(SECRETS);
        }
        assertThat(KnownServer.read(folder, ring)).extracting(server -> server.access().secrets())
                .containsExactly(SECRETS);
        change(settings -> settings.server(A).reachBy(ServerAccess.PLAIN));
        assertThat(ring.kept).as("no more needed").isEmpty();
    }

    @Test
    void lockedItIsAskedForAndNeverLost() throws Exception {
        change(settings -> settings.server(A).secretsProperty().set(SECRETS));
        ring.locked = true;
        List<ServerSettings> found = new CopyOnWriteArrayList<>();
        try (SettingsFile file = open()) {
            ServerSettings server = Fx.call(() -> file.settings().server(A));
            assertThat(Fx.call(server::unread)).isTrue();
            Fx.run(() -> file.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("written", () -> text().contains("LIGHT"));
            Fx.run(() -> new UnreadKeys(file.settings(), ring).ask(found::add));
            Fx.await("found", () -> found.contains(server));
            assertThat(Fx.call(() -> server.access().secrets())).isEqualTo(SECRETS);
            assertThat(Fx.call(server::unread)).isFalse();
            ring.locked = false;
        }
        assertThat(text()).doesNotContain("secret");
        assertThat(ring.kept).hasSize(1);
    }
}
