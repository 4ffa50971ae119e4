package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.BesideOthers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are complete in each language, and none is there for nothing. */
@BesideOthers
class BundlesTest {
    private static final Path SOURCES = Path.of("src", "main");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    /** Not language, or the same in all. */
    private static final Pattern COMMON = Pattern
            .compile("main\\.(brand|filter\\.key|watchScreen\\.key)|text\\.(glyph\\..*|list\\.fromLeft)|"
                    + "common\\.badge\\.many");

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("messages.properties"))
                    .filter(file -> !file.getFileName().toString().matches(".*_(de|zh|ar)\\.properties")).toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without placeholders, names and signs there is nothing left to translate. */
    private static boolean language(String text) {
        return text.replaceAll("\\{\\d+(,\\w+(,[#0.,]+)?)?}|Jobglass|JavaFX|Java|run_\\w+|ltr", "").codePoints()
                .filter(Character::isLetter).count() > 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh", "ar"})
    void nothingIsMissing(String tongue) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : bundles()) {
            Properties english = read(bundle);
            Path other = bundle.resolveSibling(bundle.getFileName().toString().replace(".p", "_" + tongue + ".p"));
            Properties translated = read(other);
            for (String key : english.stringPropertyNames()) {
                String original = english.getProperty(key);
                String text = translated.getProperty(key);
                if (text == null && language(original) && !COMMON.matcher(key).matches()) {
                    wrong.add(other.getFileName() + " lacks " + key);
                } else if (text != null && !placeholders(text).equals(placeholders(original))) {
                    wrong.add(other.getFileName() + " has other placeholders in " + key);
                } else if (text != null) {
                    assertThat(new MessageFormat(text)).as(key).isNotNull();
                }
            }
            translated.stringPropertyNames().stream().filter(key -> !english.containsKey(key))
                    .forEach(key -> wrong.add(other.getFileName() + " has a key of its own, " + key));
        }
        assertThat(wrong).isEmpty();
    }

    /** To the formatter a straight one begins what it is to leave alone; what it does not format shows two as two. */
    @Test
    void apostrophesAreCurved() throws IOException {
        List<String> straight = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path bundle : files.filter(file -> file.toString().matches(".*messages.*\\.properties")).toList()) {
                read(bundle).forEach((key, text) -> {
                    if (!key.toString().matches("(jobglass|app)\\..*") && text.toString().contains("'")) {
                        straight.add(bundle.getFileName() + " " + key); // but what terminals show
                    }
                });
            }
        }
        assertThat(straight).isEmpty();
    }

    @Test
    void nothingIsThereForNothing() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().matches(".*\\.(java|fxml)")).map(BundlesTest::text)
                    .collect(Collectors.joining());
        }
        List<String> unused = new ArrayList<>();
        for (Path bundle : bundles()) {
            for (String key : read(bundle).stringPropertyNames()) {
                if (!used(key, sources)) {
                    unused.add(bundle.getFileName() + " " + key);
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    /** By its name, or by its beginning or end where the rest is computed; picocli uses those of options by itself. */
    private static boolean used(String key, String sources) {
        String beginning = key.substring(0, key.lastIndexOf('.') + 1);
        String end = key.substring(key.lastIndexOf('.') + 1);
        return sources.contains('"' + key + '"') || sources.contains("\"%" + key + '"')
                || !beginning.isEmpty()
                        && (sources.contains('"' + beginning + '"') || sources.contains("\"." + end + '"')
                                || sources.contains('"' + beginning.substring(0, beginning.indexOf('.') + 1) + '"'))
                || sources.contains("\"--" + key.replace("jobglass.", "") + '"')
                || key.equals("jobglass.jobIds") || key.startsWith("jobglass.usage.description");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
