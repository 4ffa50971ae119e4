package dev.jobglass.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/** Generic credentials of this user on this machine, as {@code wincred.h} of 64-bit Windows has them. */
final class NativeCredentials implements CredentialManagerKeyring.Credentials {
    private static final int GENERIC = 1;
    private static final int LOCAL_MACHINE = 2;
    private static final StructLayout CREDENTIAL = MemoryLayout.structLayout(JAVA_INT.withName("Flags"),
            JAVA_INT.withName("Type"), ADDRESS.withName("TargetName"), ADDRESS.withName("Comment"),
            JAVA_LONG.withName("LastWritten"), JAVA_INT.withName("CredentialBlobSize"),
            MemoryLayout.paddingLayout(Integer.BYTES), ADDRESS.withName("CredentialBlob"), JAVA_INT.withName("Persist"),
            JAVA_INT.withName("AttributeCount"), ADDRESS.withName("Attributes"), ADDRESS.withName("TargetAlias"),
            ADDRESS.withName("UserName"));
    private static final StructLayout ERROR = Linker.Option.captureStateLayout();

    private final String library;
    private final String errorName;

    NativeCredentials() {
        this("advapi32", "GetLastError");
    }

    /** In another library that has the same functions, and tells its errors in another place. */
    NativeCredentials(String library, String errorName) {
        this.library = library;
        this.errorName = errorName;
    }

    /** Some call to Windows: returns 0 when it failed. */
    private interface Call {
        int in(Arena arena, MemorySegment error) throws IOException;
    }

    private int error(Call call) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ERROR);
            boolean done = call.in(arena, error) != 0;
            return done ? 0 : (int) field(ERROR, errorName).get(error, 0L);
        }
    }

    private MethodHandle function(String name, ValueLayout... arguments) throws IOException {
        return NativeFunctions.of(library, name, FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.captureCallState(errorName));
    }

    private static VarHandle field(StructLayout of, String name) {
        return of.varHandle(MemoryLayout.PathElement.groupElement(name));
    }

    private static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    @Override
    public Found read(String target) throws IOException {
        byte[][] secret = new byte[1][];
        int error = error((arena, state) -> {
            MemorySegment found = arena.allocate(ADDRESS);
            int done = (int) NativeFunctions.call(function("CredReadW", ADDRESS, JAVA_INT, JAVA_INT, ADDRESS), state,
                    text(arena, target), GENERIC, 0, found);
            if (done != 0) {
                secret[0] = take(found.get(ADDRESS, 0));
            }
            return done;
        });
        return new Found(error, secret[0]);
    }

    /** Windows wants back what it gave. */
    @SuppressWarnings("restricted") // as large as the header says
    private byte[] take(MemorySegment given) throws IOException {
        MemorySegment credential = given.reinterpret(CREDENTIAL.byteSize());
        int size = (int) field(CREDENTIAL, "CredentialBlobSize").get(credential, 0L);
        MemorySegment blob = (MemorySegment) field(CREDENTIAL, "CredentialBlob").get(credential, 0L);
        byte[] secret = blob.reinterpret(size).toArray(JAVA_BYTE);
        NativeFunctions.call(NativeFunctions.of(library, "CredFree", FunctionDescriptor.ofVoid(ADDRESS)), given);
        return secret;
    }

    @Override
    public int write(String target, String user, byte[] secret) throws IOException {
        return error((arena, state) -> {
            MemorySegment credential = arena.allocate(CREDENTIAL);
            field(CREDENTIAL, "Type").set(credential, 0L, GENERIC);
            field(CREDENTIAL, "TargetName").set(credential, 0L, text(arena, target));
            field(CREDENTIAL, "CredentialBlobSize").set(credential, 0L, secret.length);
            field(CREDENTIAL, "CredentialBlob").set(credential, 0L, arena.allocateFrom(JAVA_BYTE, secret));
            field(CREDENTIAL, "Persist").set(credential, 0L, LOCAL_MACHINE);
            field(CREDENTIAL, "UserName").set(credential, 0L, text(arena, user));
            return (int) NativeFunctions.call(function("CredWriteW", ADDRESS, JAVA_INT), state, credential, 0);
        });
    }

    @Override
    public int delete(String target) throws IOException {
        return error((arena, state) -> (int) NativeFunctions.call(
                function("CredDeleteW", ADDRESS, JAVA_INT, JAVA_INT), state, text(arena, target), GENERIC, 0));
    }
}
