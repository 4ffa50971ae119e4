package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.NotificationKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

@DisabledOnOs(OS.WINDOWS)
class SystemChannelTest {
    @TempDir
    private Path folder;

    /** A program that writes down what it is told. */
    private void program(String name) throws Exception {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done > '" + folder
                + "/draft'\nmv '" + folder + "/draft' '" + folder + "/told'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private String told(String os, String title, String text) throws Exception {
        new SystemChannel(os, folder + ":/usr/bin:/bin").tell(new Notification(NotificationKind.FAILED, title, text));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(folder.resolve("told")));
        return Files.readString(folder.resolve("told"));
    }

    @Test
    void ofOurEnvironmentOnlyWhatItNeedsIsPassedOn() throws Exception {
        Path program = folder.resolve("osascript");
        Files.writeString(program, "#!/bin/sh\nenv | sed 's/=.*//' > '" + folder + "/draft'\nmv '" + folder
                + "/draft' '" + folder + "/told'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(told("Mac OS X", "title", "text").lines()).isSubsetOf("PATH", "HOME", "USER", "LANG", "LC_ALL",
                "TEMP", "TMP", "JOBGLASS_TITLE", "JOBGLASS_TEXT", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void onMacNothingInTheTextIsTakenForScript() throws Exception {
        program("osascript");
        assertThat(told("Mac OS X", "title", "\" & quit & \"")).endsWith("end run\ntitle\n\" & quit & \"\n");
    }

    @Test
    void withoutSuchAProgramNothingHappens() {
        new SystemChannel("Mac OS X", folder.toString())
                .tell(new Notification(NotificationKind.FAILED, "title", "text"));
        assertThat(folder).isEmptyDirectory();
    }
}
