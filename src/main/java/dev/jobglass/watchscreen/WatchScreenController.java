package dev.jobglass.watchscreen;

import dev.jobglass.board.Board;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobFilter;
import dev.jobglass.board.JobOrder;
import dev.jobglass.board.JobView;
import dev.jobglass.board.Now;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.ShownState;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.board.text.Times;
import dev.jobglass.board.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Binds the watch screen to the board. Paints at most once a second, however fast jobs change. */
final class WatchScreenController {
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
    /** A 1080 lines tall screen has letters of 24 pixels, and all is measured in these. */
    private static final double LINES = 45;
    private static final double COLUMNS = 80;
    /** Every so many seconds all moves by some pixels, so that nothing burns in. */
    private static final int SECONDS_BETWEEN_SHIFTS = 180;
    private static final double[][] SHIFTS = {{0, 0}, {3, 1}, {2, 3}, {-2, 2}, {-3, -1}, {0, -3}};

    /** In letters; the style sheet says the same. */
    private static final double CARD_HEIGHT = 7.9;
    private static final double CARD_GAP = 0.85;

    private final Watching watching;
    private final Board board;
    private final Now now;
    private final JobFilter filter;
    private final ObservableList<Notice> notices;
    private final double textScale;
    private final Times times = Times.here();
    private final List<JobCard> cards = new ArrayList<>();
    private final Pages pages;
    private final ChangeListener<Instant> tick = (_, _, _) -> show();
    private final ListChangeListener<Notice> notice = _ -> show();

    @FXML
    private BorderPane watchScreen;
    @FXML
    private Label running;
    @FXML
    private Label queued;
    @FXML
    private Label stalled;
    @FXML
    private Label failed;
    @FXML
    private Label succeeded;
    @FXML
    private Label clock;
    @FXML
    private Label age;
    @FXML
    private VBox trouble;
    @FXML
    private Label troubleTitle;
    @FXML
    private Label troubleText;
    @FXML
    private GridPane grid;
    @FXML
    private Label nothing;
    @FXML
    private VBox side;
    @FXML
    private VBox noticeCards;
    @FXML
    private Label sideTitle;
    @FXML
    private VBox failures;
    @FXML
    private Label more;
    @FXML
    private Label server;
    @FXML
    private Label page;

    WatchScreenController(Watching watching, Now now, JobFilter filter, ObservableList<Notice> notices,
            double textScale) {
        this.watching = watching;
        this.board = watching.board();
        this.now = now;
        this.filter = filter;
        this.notices = notices;
        this.textScale = textScale;
        this.pages = new Pages(now.get());
    }

    @FXML
    private void initialize() {
        for (Node node : List.of(trouble, nothing, side, noticeCards, sideTitle, more)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        watchScreen.heightProperty().addListener((_, _, _) -> scale());
        watchScreen.widthProperty().addListener((_, _, _) -> scale());
        grid.heightProperty().addListener((_, _, _) -> show());
        String only = filter.terms().stream().map(JobFilter.Term::text).collect(Collectors.joining(" "));
        server.setText(watching.server().label()
                + (only.isEmpty() ? "" : " · " + Texts.of("only", PlainText.line(only))));
        now.timeProperty().addListener(tick);
        notices.addListener(notice);
        show();
    }

    /** Stops to follow the board. */
    void close() {
        now.timeProperty().removeListener(tick);
        notices.removeListener(notice);
    }

    private void scale() {
        watchScreen.setStyle("-fx-font-size: " + letter() + "px");
    }

    private void show() {
        Instant time = now.get();
        showCounts(time);
        ServerView view = board.serverProperty().get();
        showLink(view, time);
        showFailures();
        showCards(view, time);
        // With each page too: that paints all anew, where JavaFX sometimes leaves the edge of a card that went.
        double[] shift = SHIFTS[Math.floorMod(time.getEpochSecond() / SECONDS_BETWEEN_SHIFTS + pages.number(),
                SHIFTS.length)];
        watchScreen.setTranslateX(shift[0]);
        watchScreen.setTranslateY(shift[1]);
    }

    private void showCounts(Instant time) {
        TodaysCounts counts = TodaysCounts.of(board.jobs(), filter, time, times.zone());
        running.setText(Texts.of("number", counts.of(ShownState.RUNNING)));
        queued.setText(Texts.of("number", counts.of(ShownState.QUEUED)));
        stalled.setText(Texts.of("number", counts.of(ShownState.STALLED)));
        failed.setText(Texts.of("number", counts.of(ShownState.FAILED)));
        succeeded.setText(Texts.of("number", counts.of(ShownState.SUCCEEDED)));
        clock.setText(times.minutes(time));
    }

    /** The screen never lies: whatever is old is dimmed, and letters nobody overlooks say since when. */
    private void showLink(ServerView view, Instant time) {
        boolean lost = view.link() == ServerView.Link.DOWN;
        watchScreen.pseudoClassStateChanged(LOST, lost);
        watchScreen.pseudoClassStateChanged(TROUBLED, view.link() == ServerView.Link.TROUBLED);
        age.setText(age(view, time));
        trouble.setVisible(lost || view.link() == ServerView.Link.TROUBLED);
        if (trouble.isVisible()) {
            troubleTitle.setText(lost
                    ? Texts.of("lost", times.clock(view.since(), time), Times.duration(age(view.since(), time)))
                    : Texts.of("troubled", times.clock(view.since(), time)));
            String next = view.nextTry() == Long.MAX_VALUE
                    ? ""
                    : " · " + Texts.of("nextTry", Times.duration(
                            Duration.ofNanos(Math.max(0, view.nextTry() - System.nanoTime()))));
            troubleText.setText(PlainText.line(view.trouble()) + (lost ? next : ""));
        }
    }

    private static Duration age(Instant since, Instant time) {
        Duration age = Duration.between(since, time);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static String age(ServerView view, Instant time) {
        if (view.lastAnswer() == null) {
            return Texts.of(view.link() == ServerView.Link.DOWN ? "neverAnswered" : "noAnswer");
        }
        Duration age = age(view.lastAnswer(), time);
        return age.toSeconds() < 10
                ? Texts.of("live." + view.link(), age.toMillis() / 1000.0)
                : Texts.of("old." + view.link(), Times.duration(age));
    }

    private void showFailures() {
        List<Job> open = board.failures().open().stream().filter(filter).toList();
        side.setVisible(!open.isEmpty() || !notices.isEmpty());
        sideTitle.setVisible(!open.isEmpty());
        sideTitle.setText(Texts.of("failures", open.size()));
        noticeCards.setVisible(!notices.isEmpty());
        noticeCards.getChildren().setAll(notices.stream().map(SideCard::of).toList());
        int room = Math.max(0, sideRoom() - notices.size());
        failures.getChildren().setAll(
                open.stream().limit(room).map(job -> SideCard.of(job.view(), times, now.get())).toList());
        more.setVisible(open.size() > room);
        more.setText(Texts.of("more", open.size() - room));
    }

    /** {@return how many cards the side has room for} */
    private int sideRoom() {
        double height = grid.getHeight() / letter();
        return Math.max(1, (int) ((height - 3) / SideCard.HEIGHT));
    }

    /** {@return the height of a letter, in pixels} */
    private double letter() {
        return Math.max(1, Math.min(watchScreen.getHeight() / LINES, watchScreen.getWidth() / COLUMNS) * textScale);
    }

    private void showCards(ServerView view, Instant time) {
        List<Job> jobs = board.jobs().stream().filter(WatchScreenController::moving).filter(filter)
                .sorted(JobOrder.TROUBLE_FIRST).toList();
        int columns = side.isVisible() ? 2 : 3;
        int rows = Math.max(1, (int) ((grid.getHeight() / letter() + CARD_GAP) / (CARD_HEIGHT + CARD_GAP)));
        List<Job> shown = pages.turn(jobs, columns * rows, time);
        nothing.setVisible(jobs.isEmpty());
        nothing.setText(view.lastAnswer() == null ? Texts.of("waiting") : Texts.of("idle"));
        while (cards.size() < shown.size()) {
            JobCard card = new JobCard();
            card.setMaxWidth(Double.MAX_VALUE);
            cards.add(card);
        }
        List<JobCard> used = cards.subList(0, shown.size());
        if (grid.getChildren().size() != used.size() || grid.getColumnCount() != columns) {
            lay(used, columns);
        }
        for (int i = 0; i < shown.size(); i++) {
            used.get(i).show(shown.get(i), view, time);
        }
        page.setText(pages.count() == 1
                ? Texts.of("leave")
                : Texts.of("page", dots(), pages.number(), pages.count()) + " · " + Texts.of("leave"));
    }

    private void lay(List<JobCard> used, int columns) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < used.size(); i++) {
            grid.add(used.get(i), i % columns, i / columns);
        }
    }

    private String dots() {
        StringBuilder dots = new StringBuilder();
        for (int i = 1; i <= Math.min(pages.count(), 20); i++) {
            dots.append(i == pages.number() ? "●" : "○");
        }
        return dots.toString();
    }

    private static boolean moving(Job job) {
        JobView view = job.view();
        return view.state() == ShownState.RUNNING || view.state() == ShownState.STALLED;
    }
}
