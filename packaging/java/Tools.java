import java.io.IOException;
import java.util.spi.ToolProvider;

/** Runs programs, whose output is that of the installer. */
final class Tools {
    private Tools() {
    }

    /**
     * Runs a tool of this JDK.
     *
     * @throws IllegalStateException when it fails
     */
    static void jdk(String name, String... arguments) {
        int status = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
        if (status != 0) {
            throw new IllegalStateException(name + " failed");
        }
    }

    /**
     * Runs a program.
     *
     * @throws IOException when it is not there
     * @throws IllegalStateException when it fails
     */
    static void process(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
