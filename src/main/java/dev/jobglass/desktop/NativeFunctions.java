package dev.jobglass.desktop;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.Objects;

/** Functions of libraries of the operating system. */
final class NativeFunctions {
    private NativeFunctions() {
    }

    /**
     * {@return a function}
     *
     * @param library its name, or the path of its file
     * @param name of the function
     * @param type of what it takes and returns
     * @param options as for the linker
     * @throws IOException when there is no such library, or none with this function
     */
    @SuppressWarnings("restricted") // the start of the program names this module as one that may
    static MethodHandle of(String library, String name, FunctionDescriptor type, Linker.Option... options)
            throws IOException {
        try {
            return Linker.nativeLinker().downcallHandle(SymbolLookup.libraryLookup(library, Arena.global())
                    .findOrThrow(name), type, options);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IOException("this system has no " + name, e);
        }
    }

    /**
     * {@return what a function returns}
     *
     * @param function which
     * @param arguments of the types it takes
     */
    static Object call(MethodHandle function, Object... arguments) {
        try {
            return Objects.requireNonNullElse(function.invokeWithArguments(arguments), "");
        } catch (Throwable e) { // as declared of handles; functions in C throw nothing
            throw new IllegalStateException(e);
        }
    }
}
