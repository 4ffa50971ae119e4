package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the keyrings of Windows and macOS make of what their systems answer. */
class OtherKeyringsTest {
    private static final String SERVER = "https://jobs.example.org";

    private final Map<String, byte[]> kept = new HashMap<>();
    /** What the system answers to everything, or 0 for what is so. */
    private int refusal;

    private final Keyring windows = new CredentialManagerKeyring(new CredentialManagerKeyring.Credentials() {
        @Override
        public Found read(String target) {
            int none = kept.containsKey(target) ? 0 : CredentialManagerKeyring.ERROR_NOT_FOUND;
            return new Found(refusal == 0 ? none : refusal, kept.get(target));
        }

        @Override
        public int write(String target, String user, byte[] secret) {
            kept.put(target, secret);
            return refusal;
        }

        @Override
        public int delete(String target) {
            return kept.remove(target) == null ? CredentialManagerKeyring.ERROR_NOT_FOUND : refusal;
        }
    }, "C:\\me");

    private final Keyring mac = new KeychainKeyring(new KeychainKeyring.Keychain() {
        @Override
        public boolean unlocked() {
            return refusal == 0;
        }

        @Override
        public Found find(String service, String account, boolean ask) {
            int none = kept.containsKey(service + account) ? 0 : KeychainKeyring.NOT_FOUND;
            return new Found(refusal == 0 || ask ? none : refusal, kept.get(service + account));
        }

        @Override
        public int put(String service, String account, byte[] secret) {
            if (refusal == 0) {
                kept.put(service + account, secret);
            }
            return refusal;
        }

        @Override
        public int delete(String service, String account) {
            return kept.remove(service + account) == null ? KeychainKeyring.NOT_FOUND : refusal;
        }
    }, "/Users/me");

    @Test
    void ofWindows() throws Exception {
        assertThat(windows.there()).isTrue();
        windows.keep(SERVER, "Jobglass", "säcret");
        assertThat(windows.find(SERVER, false)).contains("säcret");
        assertThat(kept).containsOnlyKeys("Jobglass:C:\\me:" + SERVER);
        assertThatThrownBy(() -> windows.keep(SERVER, "Jobglass", "x".repeat(2_561))).isInstanceOf(IOException.class);
        assertThat(windows.find(SERVER, false)).as("of before").contains("säcret");
        refusal = 1312; // there is no such session
        assertThat(windows.there()).isFalse();
        assertThatThrownBy(() -> windows.find(SERVER, false)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> windows.keep(SERVER, "Jobglass", "x")).isInstanceOf(IOException.class);
        refusal = 0;
        windows.forget(SERVER);
        windows.forget(SERVER);
        assertThat(windows.find(SERVER, false)).isEmpty();
    }

    @Test
    void ofMacOs() throws Exception {
        mac.keep(SERVER, "Jobglass", "säcret");
        assertThat(mac.find(SERVER, false)).contains("säcret");
        refusal = KeychainKeyring.NOT_WITHOUT_THE_USER;
        assertThat(mac.there()).isFalse();
        assertThatThrownBy(() -> mac.find(SERVER, false)).isInstanceOf(Keyring.Locked.class);
        assertThatThrownBy(() -> mac.keep(SERVER, "Jobglass", "x")).isInstanceOf(Keyring.Locked.class);
        assertThat(mac.find(SERVER, true)).as("once the user has agreed").contains("säcret");
        refusal = -61; // of a disk that is read only
        assertThatThrownBy(() -> mac.keep(SERVER, "Jobglass", "x")).isInstanceOf(IOException.class)
                .isNotInstanceOf(Keyring.Locked.class);
        refusal = 0;
        mac.forget(SERVER);
        mac.forget(SERVER);
        assertThat(mac.find(SERVER, false)).isEmpty();
    }
}
