package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The functions of Windows and macOS as they are called, against libraries of the same functions that remember one
 * secret. Where there is a C compiler; the systems' own are not here.
 */
@EnabledOnOs(OS.LINUX)
class NativeKeyringsTest {
    private static final Path COMPILER = Path.of("/usr/bin/cc");

    @TempDir
    private Path folder;

    private String library(String source) throws Exception {
        assumeTrue(Files.isExecutable(COMPILER));
        Path library = folder.resolve("library.so");
        Process process = new ProcessBuilder(COMPILER.toString(), "-shared", "-fPIC", "-Werror", "-o",
                library.toString(), Files.writeString(folder.resolve("library.c"), source).toString()).inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return library.toString();
    }

    @Test
    void credentialsOfWindows() throws Exception {
        Keyring keyring = new CredentialManagerKeyring(new NativeCredentials(library("""
                #include <errno.h>
                #include <stdint.h>
                #include <stdlib.h>
                #include <string.h>
                typedef struct {
                    uint32_t flags, type; uint16_t *target, *comment; uint32_t written[2]; uint32_t size;
                    uint8_t *blob; uint32_t persist, attributes; void *attribute; uint16_t *alias, *user;
                } CREDENTIALW;
                static CREDENTIALW kept;
                static int same(const uint16_t *a, const uint16_t *b) {
                    while (*a && *a == *b) { a++; b++; }
                    return *a == *b;
                }
                static uint16_t *copy(const uint16_t *text) {
                    size_t length = 0;
                    while (text[length]) length++;
                    return memcpy(malloc(2 * length + 2), text, 2 * length + 2);
                }
                int CredWriteW(CREDENTIALW *one, uint32_t flags) {
                    if (one->type != 1 || one->persist != 2 || flags || one->flags || !one->user[0]) {
                        errno = 87;
                        return 0;
                    }
                    kept = *one;
                    kept.target = copy(one->target);
                    kept.blob = memcpy(malloc(one->size), one->blob, one->size);
                    return 1;
                }
                int CredReadW(uint16_t *target, uint32_t type, uint32_t flags, CREDENTIALW **found) {
                    if (type != 1 || flags || !kept.target || !same(kept.target, target)) {
                        errno = 1168;
                        return 0;
                    }
                    *found = memcpy(malloc(sizeof kept), &kept, sizeof kept);
                    return 1;
                }
                int CredDeleteW(uint16_t *target, uint32_t type, uint32_t flags) {
                    if (type != 1 || flags || !kept.target || !same(kept.target, target)) {
                        errno = 1168;
                        return 0;
                    }
                    kept.target = 0;
                    return 1;
                }
                void CredFree(void *given) {
                    free(given);
                }
                """), "errno"), "C:\\Users\\me");
        keepsAndForgets(keyring);
    }

    @Test
    void theKeychainOfMacOs() throws Exception {
        String library = library("""
                #include <stdint.h>
                #include <stdlib.h>
                #include <string.h>
                static char *kept, *place;
                static uint32_t size, placed;
                static int references;
                int SecKeychainGetStatus(void *chain, uint32_t *state) {
                    *state = 1 | 2 | 4;
                    return 0;
                }
                int SecKeychainSetUserInteractionAllowed(uint8_t allowed) {
                    return 0;
                }
                static char *joined(uint32_t l1, const char *t1, uint32_t l2, const char *t2) {
                    char *both = malloc(l1 + l2);
                    memcpy(both, t1, l1);
                    return memcpy(both + l1, t2, l2) - l1;
                }
                int SecKeychainFindGenericPassword(void *chain, uint32_t l1, const char *t1, uint32_t l2,
                        const char *t2, uint32_t *length, void **data, void **item) {
                    if (chain || !kept || placed != l1 + l2 || memcmp(joined(l1, t1, l2, t2), place, placed))
                        return -25300;
                    *length = size;
                    *data = memcpy(malloc(size), kept, size);
                    *item = &references;
                    references++;
                    return 0;
                }
                int SecKeychainItemFreeContent(void *list, void *data) {
                    free(data);
                    return 0;
                }
                int SecKeychainAddGenericPassword(void *chain, uint32_t l1, const char *t1, uint32_t l2,
                        const char *t2, uint32_t length, const void *data, void **item) {
                    place = joined(l1, t1, l2, t2);
                    placed = l1 + l2;
                    size = length;
                    kept = memcpy(malloc(length), data, length);
                    return 0;
                }
                int SecKeychainItemModifyAttributesAndData(void *item, void *list, uint32_t length, const void *data) {
                    if (item != &references || references != 1) return -50;
                    size = length;
                    kept = memcpy(malloc(length), data, length);
                    return 0;
                }
                int SecKeychainItemDelete(void *item) {
                    if (item != &references || references != 1) return -50;
                    kept = 0;
                    return 0;
                }
                void CFRelease(void *item) {
                    references--;
                }
                """);
        keepsAndForgets(new KeychainKeyring(new NativeKeychain(library, library), "/Users/me"));
    }

    private static void keepsAndForgets(Keyring keyring) throws Exception {
        assertThat(keyring.there()).isTrue();
        assertThat(keyring.find("https://jobs", false)).isEmpty();
        keyring.keep("https://jobs", "Jobglass: jobs", "säcret");
        assertThat(keyring.find("https://jobs", false)).contains("säcret");
        assertThat(keyring.find("http://jobs", false)).isEmpty();
        keyring.keep("https://jobs", "Jobglass: jobs", "another");
        assertThat(keyring.find("https://jobs", true)).contains("another");
        keyring.forget("http://jobs");
        keyring.forget("https://jobs");
        assertThat(keyring.find("https://jobs", false)).isEmpty();
    }

    @Test
    void aSystemWithoutThemHasNone() {
        Keyring keyring = new CredentialManagerKeyring(new NativeCredentials("no-such-library", "errno"), "me");
        assertThat(keyring.there()).isFalse();
        assertThatThrownBy(() -> keyring.find("https://jobs", false)).isInstanceOf(IOException.class);
        Keyring other = new KeychainKeyring(new NativeKeychain("libc.so.6", "libc.so.6"), "me");
        assertThat(other.there()).isFalse();
        assertThatThrownBy(() -> other.keep("https://jobs", "", "secret")).isInstanceOf(IOException.class);
    }
}
