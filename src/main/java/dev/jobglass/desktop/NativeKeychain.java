package dev.jobglass.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Generic passwords in the user's keychain, by the functions of {@code SecKeychain.h}. Apple calls them old, and has
 * nothing else that a program without an entitlement may use.
 */
final class NativeKeychain implements KeychainKeyring.Keychain {
    private static final String SECURITY = "/System/Library/Frameworks/Security.framework/Security";
    private static final String CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";
    private static final int UNLOCKED = 1;

    private final String security;
    private final String coreFoundation;

    NativeKeychain() {
        this(SECURITY, CORE_FOUNDATION);
    }

    /** In other libraries that have the same functions. */
    NativeKeychain(String security, String coreFoundation) {
        this.security = security;
        this.coreFoundation = coreFoundation;
    }

    /** What was found, for as long as its arena lives: null but for the status when nothing was. */
    private record Item(int status, byte[] secret, MemorySegment reference) {
    }

    /** {@return the status that a function of the keychain returns} */
    private int status(String name, ValueLayout[] types, Object... arguments) throws IOException {
        return (int) NativeFunctions.call(
                NativeFunctions.of(security, name, FunctionDescriptor.of(JAVA_INT, types)), arguments);
    }

    @Override
    public boolean unlocked() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(JAVA_INT);
            int status = status("SecKeychainGetStatus", new ValueLayout[]{ADDRESS, ADDRESS}, MemorySegment.NULL,
                    state);
            return status == 0 && (state.get(JAVA_INT, 0) & UNLOCKED) != 0;
        }
    }

    @Override
    public Found find(String service, String account, boolean ask) throws IOException {
        return withUser(ask, arena -> {
            Item item = item(arena, service, account);
            release(item);
            return new Found(item.status(), item.secret());
        });
    }

    @Override
    public int put(String service, String account, byte[] secret) throws IOException {
        return withUser(false, arena -> {
            Item item = item(arena, service, account);
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, secret);
            try {
                return item.status() == 0
                        ? status("SecKeychainItemModifyAttributesAndData",
                                new ValueLayout[]{ADDRESS, ADDRESS, JAVA_INT, ADDRESS}, item.reference(),
                                MemorySegment.NULL, secret.length, bytes)
                        : status("SecKeychainAddGenericPassword",
                                new ValueLayout[]{ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS,
                                        ADDRESS},
                                MemorySegment.NULL, length(service), text(arena, service), length(account),
                                text(arena, account), secret.length, bytes, MemorySegment.NULL);
            } finally {
                release(item);
            }
        });
    }

    @Override
    public int delete(String service, String account) throws IOException {
        return withUser(false, arena -> {
            Item item = item(arena, service, account);
            try {
                return item.status() == 0
                        ? status("SecKeychainItemDelete", new ValueLayout[]{ADDRESS}, item.reference())
                        : item.status();
            } finally {
                release(item);
            }
        });
    }

    private interface Task<T> {
        T in(Arena arena) throws IOException;
    }

    /** Whether the user may be asked is one switch for the whole process. */
    private synchronized <T> T withUser(boolean ask, Task<T> task) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            status("SecKeychainSetUserInteractionAllowed", new ValueLayout[]{JAVA_BOOLEAN}, ask);
            return task.in(arena);
        } finally {
            status("SecKeychainSetUserInteractionAllowed", new ValueLayout[]{JAVA_BOOLEAN}, true);
        }
    }

    @SuppressWarnings("restricted") // as long as macOS says
    private Item item(Arena arena, String service, String account) throws IOException {
        MemorySegment length = arena.allocate(JAVA_INT);
        MemorySegment data = arena.allocate(ADDRESS);
        MemorySegment reference = arena.allocate(ADDRESS);
        int status = status("SecKeychainFindGenericPassword",
                new ValueLayout[]{ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS},
                MemorySegment.NULL, length(service), text(arena, service), length(account), text(arena, account),
                length, data, reference);
        if (status != 0) {
            return new Item(status, null, null);
        }
        MemorySegment given = data.get(ADDRESS, 0);
        byte[] secret = given.reinterpret(length.get(JAVA_INT, 0)).toArray(JAVA_BYTE);
        status("SecKeychainItemFreeContent", new ValueLayout[]{ADDRESS, ADDRESS}, MemorySegment.NULL, given);
        return new Item(0, secret, reference.get(ADDRESS, 0));
    }

    private void release(Item item) throws IOException {
        if (item.reference() != null) {
            NativeFunctions.call(NativeFunctions.of(coreFoundation, "CFRelease", FunctionDescriptor.ofVoid(ADDRESS)),
                    item.reference());
        }
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(text);
    }
}
