package dev.jobglass.app;

import dev.jobglass.settings.Theme;
import dev.jobglass.testing.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Brings every view of the program to many sizes, texts, colours and contents, in the language of the process, and
 * prints what does not hold of them. Each has a picture in {@code target/layout}.
 */
public final class LayoutSweep {
    private static final List<String> LANGUAGES = List.of("en", "de", "zh", "ar");
    private static final int[][] SIZES = {{900, 600}, {1024, 700}, {1280, 800}, {1920, 1080}, {3840, 2160},
            {1080, 1920}};
    private static final int[] TEXTS = {80, 100, 150, 200};
    private static final List<Theme> THEMES = List.of(Theme.DARK, Theme.LIGHT, Theme.HIGH_CONTRAST);
    private static final Path PICTURES = Path.of("target", "layout");
    private static final int DEADLINE_SECONDS = 60;

    private final List<SweptView> views = List.of(SweptView.values());
    private int looked;

    /** One thing to look at. */
    private record Case(SweptView view, int[] size, int text, Theme theme, SweptContent content) {
        @Override
        public String toString() {
            return "%s-%dx%d-%d-%s-%s".formatted(view, size[0], size[1], text, theme, content);
        }
    }

    private LayoutSweep() {
    }

    /**
     * Prints a line for each thing that is wrong, and at the end how many views were looked at.
     *
     * @param arguments the language of this process; then {@code all} for every combination instead of all pairs, or
     *        a regular expression of the names of cases, such as {@code .*-1024x700-150-(DARK|LIGHT)-MANY}
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> Platform.setImplicitExit(false));
        Platform.runLater(() -> Thread.currentThread().setUncaughtExceptionHandler((_, e) -> {
            if (!beyondScreen(e)) {
                System.out.println("uncaught: " + e);
                e.printStackTrace();
            }
        }));
        int status = 1;
        try {
            new LayoutSweep().sweep(arguments[0], arguments.length > 1 ? arguments[1] : "");
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            System.exit(status);
        }
    }

    private void sweep(String language, String which) throws Exception {
        List<Case> cases = cases(language, which);
        for (SweptContent content : SweptContent.values()) {
            List<Case> ofContent = cases.stream().filter(one -> one.content() == content)
                    .sorted(Comparator.comparing(Case::theme).thenComparing(Case::text)).toList();
            if (!ofContent.isEmpty()) {
                Path folder = Files.createTempDirectory("jobglass-layout");
                content.serve(servers -> {
                    SweptProgram program = call(() -> new SweptProgram(servers, folder));
                    await(() -> content.shown(program));
                    for (Case one : ofContent) {
                        look(program, one, language);
                    }
                    call(() -> {
                        program.close();
                        return null;
                    });
                });
                delete(folder);
            }
        }
        System.out.println(looked);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Case> cases(String language, String which) {
        int[] factors = {views.size(), SIZES.length, TEXTS.length, THEMES.size(), SweptContent.values().length,
                LANGUAGES.size()};
        List<int[]> combinations = which.isEmpty() ? AllPairs.of(factors) : AllPairs.all(factors);
        return combinations.stream().filter(one -> LANGUAGES.get(one[5]).equals(language))
                .map(one -> new Case(views.get(one[0]), SIZES[one[1]], TEXTS[one[2]], THEMES.get(one[3]),
                        SweptContent.values()[one[4]]))
                .filter(one -> which.isEmpty() || which.equals("all") || one.toString().matches(which))
                .toList();
    }

    private void look(SweptProgram program, Case one, String language) throws Exception {
        call(() -> {
            program.reset();
            program.look(one.text(), one.theme());
            program.size(one.size()[0], one.size()[1]);
            return null;
        });
        Fx.pulses(3);
        Platform.runLater(() -> one.view().open(program)); // not waited for: a question may keep it
        Fx.pulses(8);
        await(one.view()::whole);
        looked++;
        call(() -> {
            program.size(one.size()[0], one.size()[1]); // the watch screen has filled the screen
            return null;
        });
        Fx.pulses(3);
        String name = one + "-" + language;
        List<Dimension2D> sizes = call(() -> dialogs(program));
        call(() -> {
            program.scene().getRoot().resize(one.size()[0], one.size()[1]);
            program.scene().getRoot().layout();
            for (Window window : program.windows()) {
                List<String> broken = new ArrayList<>(LayoutRules.broken(window.getScene()));
                broken.addAll(FocusRules.broken(window.getScene()));
                broken.stream().distinct().forEach(line -> System.out.println(name + ": " + line));
                if (!broken.isEmpty() || Boolean.getBoolean("layout.pictures")) {
                    picture(window.getScene(), name + "-" + program.windows().indexOf(window));
                }
            }
            return null;
        });
        if (one.view().dialog() && !sizes.isEmpty()) {
            Fx.pulses(2);
            List<Dimension2D> after = call(() -> dialogs(program));
            if (!after.equals(sizes)) {
                System.out.println(name + ": was " + sizes + ", and with the focus elsewhere " + after);
            }
            openAgain(program, one, name, sizes);
        }
    }

    /** {@return the sizes of the windows beside the main one} */
    private static List<Dimension2D> dialogs(SweptProgram program) {
        return program.windows().stream().skip(1).filter(Stage.class::isInstance)
                .map(window -> new Dimension2D(window.getWidth(), window.getHeight())).toList();
    }

    /** A dialog opens at the size it keeps, in the middle of the window it belongs to and no larger than that. */
    private static void openAgain(SweptProgram program, Case one, String name, List<Dimension2D> first)
            throws Exception {
        call(() -> {
            program.reset();
            return null;
        });
        Fx.pulses(2);
        Platform.runLater(() -> one.view().open(program));
        Fx.pulses(8);
        List<Dimension2D> second = call(() -> dialogs(program));
        if (!second.equals(first)) {
            System.out.println(name + ": first opened as " + first + ", then as " + second);
        }
        if (call(() -> program.windows().stream()
                .anyMatch(window -> window instanceof Stage stage && !stage.isResizable()))) {
            System.out.println(name + ": a window that cannot be resized, which Linux may open too small");
        }
        call(() -> {
            program.windows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                    .filter(stage -> stage.getOwner() != null && !inTheMiddle(stage))
                    .forEach(stage -> System.out.println(name + ": not in its owner's middle: " + stage.getTitle()
                            + ", " + middle(stage) + ", owner " + middle(stage.getOwner())));
            return null;
        });
        for (Dimension2D size : first) {
            if (size.getWidth() > one.size()[0] + 1 || size.getHeight() > one.size()[1] + 1) {
                System.out.println(name + ": larger than the window: " + size);
            }
        }
    }

    /** Sideways only: how high a window's title is is for the desktop to say. */
    private static boolean inTheMiddle(Stage stage) {
        return Math.abs(middle(stage) - middle(stage.getOwner())) <= 2;
    }

    private static double middle(Window window) {
        return window.getX() + window.getWidth() / 2;
    }

    /** {@return whether it is only that the headless screen is smaller than a window} */
    static boolean beyondScreen(Throwable error) {
        return error instanceof IndexOutOfBoundsException
                && Stream.of(error.getStackTrace()).anyMatch(at -> at.getClassName().contains("HeadlessWindow"));
    }

    private static void picture(Scene scene, String name) {
        try {
            Files.createDirectories(PICTURES);
            Snapshot.write(scene, (int) scene.getRoot().getLayoutBounds().getWidth(),
                    (int) scene.getRoot().getLayoutBounds().getHeight(),
                    PICTURES.resolve(name.toLowerCase(Locale.ROOT) + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!call(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never shown");
            }
            Fx.pulses(1);
        }
    }

    private static <T> T call(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
