package dev.jobglass.ui.details;

import dev.jobglass.api.JobResult;
import dev.jobglass.model.Job;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.CopiedRows;
import dev.jobglass.ui.common.Styling;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Visibility;
import dev.jobglass.ui.common.WrappedCell;
import dev.jobglass.ui.details.ShownText.Line;
import dev.jobglass.ui.details.ShownText.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** One result, to be read, searched, copied and saved: line by line, so that megabytes freeze nothing. */
final class ResultPaneController {
    private static final System.Logger LOG = System.getLogger(ResultPaneController.class.getName());

    private final Background background;
    private final BiFunction<String, String, Optional<Path>> saveAs;
    private final Consumer<ResultPaneController> openOrClose;
    private final boolean inWindow;
    private Job job;
    private JobResult result;
    /** Null until it is known. */
    private Whole whole;
    private Task<?> task;
    /** How many letters a line had room for when the result was read. */
    private int columns;
    /** What is to be noted of the lines shown: that they are not all, or not as they should be. */
    private String reservation = "";
    private LineSearch search;

    @FXML
    private Node resultHead;
    @FXML
    private Label resultJob;
    @FXML
    private ListView<Line> resultLines;
    @FXML
    private Label resultNote;
    @FXML
    private TextField resultSearch;
    @FXML
    private Button resultCopy;
    @FXML
    private Button resultSave;
    @FXML
    private Button resultOpen;
    /** Never seen: it tells how wide letters are. */
    @FXML
    private Label letters;

    /**
     * Serves the FXML.
     *
     * @param background makes results readable
     * @param saveAs asks where to save
     * @param inWindow whether it is in a window of its own
     * @param openOrClose shows this result in a window of its own, or when it is there takes it away
     */
    ResultPaneController(Background background, BiFunction<String, String, Optional<Path>> saveAs, boolean inWindow,
            Consumer<ResultPaneController> openOrClose) {
        this.background = background;
        this.saveAs = saveAs;
        this.inWindow = inWindow;
        this.openOrClose = openOrClose;
    }

    @FXML
    private void initialize() {
        Stream.of(resultHead, resultOpen).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        Visibility.onlyWithText(resultNote);
        Texts.inOneTypeface(resultJob);
        resultHead.setVisible(inWindow);
        resultOpen.setVisible(!inWindow);
        search = new LineSearch(resultLines, resultSearch);
        Texts.clearByEscape(resultSearch);
        Texts.inOneTypeface(resultSearch);
        resultSearch.textProperty().addListener((_, _, _) -> {
            search.findFirst();
            resultLines.refresh(); // for the words that were found
            note();
        });
        resultSearch.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
                search.findNext(event.isShiftDown());
                note();
                event.consume();
            }
        });
        resultLines.setCellFactory(list -> new WrappedCell<>(list, Line::drawn, line -> line.style().styleClass(),
                line -> search.parts(line).stream().map(ResultPaneController::shown).toList()));
        CopiedRows.of(resultLines, Line::copied, Line::goesOn);
        resultLines.getItems().addListener((ListChangeListener<Line>) _ -> enable());
        resultLines.widthProperty().addListener((_, _, _) -> readForRoom());
        resultSearch.fontProperty().addListener((_, _, _) -> readForRoom());
        enable();
    }

    private static Text shown(Part part) {
        Text text = new Text(part.text());
        text.getStyleClass().addAll("part", part.mark().styleClass());
        if (part.found()) {
            text.getStyleClass().add("part-found");
        }
        return text;
    }

    private void enable() {
        List.of(resultCopy, resultSave).forEach(button -> button.setDisable(whole == null));
        resultOpen.setDisable(result == null);
    }

    /** Shows no result but says why. */
    void say(String words) {
        background.cancel(task);
        result = null;
        whole = null;
        reservation = "";
        resultLines.getItems().clear();
        resultNote.setText(words);
        enable();
    }

    /** Shows a job's result. */
    void show(Job of, JobResult given) {
        job = of;
        result = given;
        whole = null;
        resultJob.setText(PlainText.line(of.id()));
        read(columns());
    }

    private void read(int room) {
        JobResult given = result;
        columns = room;
        background.cancel(task);
        task = background.begin(() -> new Read(ResultText.of(given.json(), room), Whole.of(given)),
                this::show, this::notShown);
    }

    /** Tables have one line a row only where there is room for it. */
    private void readForRoom() {
        if (result != null && ResultText.mayHaveTable(result.json())) {
            int room = columns();
            if (room != columns) {
                read(room);
            }
        }
    }

    /** {@return how many letters of a monospaced face a line has room for; at least one} */
    private int columns() {
        Styling.now(letters);
        Insets edges = letters.getInsets();
        double letter = (letters.prefWidth(-1) - edges.getLeft() - edges.getRight()) / letters.getText().length();
        double room = WrappedCell.room(resultLines) - edges.getLeft() - edges.getRight();
        return letter > 0 ? Math.max(1, (int) (room / letter)) : 1;
    }

    /** What comes of reading a result: its lines, and the whole of it. */
    private record Read(ShownText lines, Whole whole) {
    }

    /** The whole result, to be copied and saved: a text without the quotes of JSON, all else as the server gave it. */
    private record Whole(String text, String suffix) {
        static Whole of(JobResult result) {
            return ResultText.textOnly(result.json()).map(text -> new Whole(text, ".md"))
                    .orElseGet(() -> asItCame(result));
        }

        static Whole asItCame(JobResult result) {
            return new Whole(result.json(), ".json");
        }
    }

    private void show(Read read) {
        ShownText lines = read.lines();
        whole = read.whole();
        reservation = Stream.of(lines.blank() ? Messages.of("details.result.empty") : "",
                lines.cut() ? Messages.of("details.result.cut", lines.lines().size(), lines.all()) : "",
                lines.unread() ? Messages.of("details.result.unread") : "")
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
        resultLines.setNodeOrientation(
                lines.json() ? NodeOrientation.LEFT_TO_RIGHT : Texts.direction(lines.beginning()));
        if (!resultLines.getItems().equals(lines.lines())) { // else one would lose one's place
            resultLines.getItems().setAll(lines.lines());
        }
        enable();
        search.findFirst();
        note();
    }

    private void notShown(Throwable why) {
        LOG.log(System.Logger.Level.WARNING, "A result could not be made readable", why);
        whole = Whole.asItCame(result);
        resultNote.setText(Messages.of("details.result.notShown"));
        enable();
    }

    /** Gives the field for words to be looked for the keyboard. */
    void focusSearch() {
        resultSearch.requestFocus();
        resultSearch.selectAll();
    }

    /** Gives the lines the keyboard. */
    void focus() {
        resultLines.requestFocus();
    }

    /** {@return whether the keyboard is somewhere in it} */
    boolean focused() {
        return resultLines.getParent().isFocusWithin();
    }

    /** {@return whose result is shown, or null} */
    Job job() {
        return job;
    }

    /** {@return what is shown, or null} */
    JobResult result() {
        return result;
    }

    /** Shows nothing more. */
    void close() {
        background.cancel(task);
    }

    private void note() {
        resultNote.setText(Messages.joined(search.found(), reservation));
    }

    @FXML
    private void copy() {
        Clipboards.copy(whole.text());
        resultNote.setText(Messages.of("common.copied"));
    }

    /**
     * Asks the user where to, and writes what {@link #copy} copies. Asks at once: opened by what other threads handed
     * on, the desktop's dialog would keep all else that they hand on waiting.
     */
    @FXML
    private void save() {
        String text = whole.text(); // while the user looks for a place, another result may come
        String name = job.id().replaceAll("[^\\w.-]", "_") + whole.suffix();
        saveAs.apply(Messages.of("details.result.saveTitle", PlainText.line(job.id())), name)
                .ifPresent(file -> write(file, text));
    }

    private void write(Path file, String text) {
        background.begin(() -> Files.writeString(file, text),
                _ -> resultNote.setText(Messages.of("details.result.saved", file)),
                why -> resultNote.setText(Messages.of("details.result.notSaved", PlainText.line(why.toString()))));
    }

    @FXML
    private void openOrClose() {
        openOrClose.accept(this);
    }
}
