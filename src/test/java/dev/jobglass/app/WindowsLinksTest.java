package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsLinksTest {
    @Test
    void linksAreOpenedByTheProgramThatIsInstalled() {
        List<List<String>> commands = WindowsLinks.commands("C:\\Program Files\\Jobglass\\Jobglass.exe");
        assertThat(commands).allMatch(command -> command.subList(0, 2).equals(List.of("reg", "add")))
                .allMatch(command -> command.get(2).startsWith("HKCU\\Software\\Classes\\jobglass"))
                .anyMatch(command -> command.contains("URL Protocol"))
                .anyMatch(command -> command.get(2).endsWith("\\shell\\open\\command")
                        && command.contains("\"C:\\Program Files\\Jobglass\\Jobglass.exe\" \"%1\""));
    }
}
