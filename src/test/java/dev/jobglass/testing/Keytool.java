package dev.jobglass.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes keys and certificates with the JDK's program for that; each store has one, called {@code one}. */
public final class Keytool {
    private Keytool() {
    }

    /** {@return a new file with a key for 127.0.0.1} */
    public static Path keys(Path folder, String name, String password, String algorithm, int days) throws Exception {
        Path file = folder.resolve(name);
        run(file, password, "-genkeypair", "-keyalg", algorithm, "-dname", "CN=Our own", "-ext", "san=ip:127.0.0.1",
                "-validity", String.valueOf(days));
        return file;
    }

    /** {@return its certificate, as PEM} */
    public static Path certificate(Path folder, String name, String password) throws Exception {
        Path pem = folder.resolve(name + ".pem");
        run(folder.resolve(name), password, "-exportcert", "-rfc", "-file", pem.toString());
        return pem;
    }

    private static void run(Path store, String password, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", password, "-alias", "one"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
