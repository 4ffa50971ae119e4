package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobOrder;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.model.ServerStatus.Link;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.watchscreen.PageLayout.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Binds the watch screen to the board. Paints at most once a second, however fast jobs change. */
final class WatchScreenController {
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
    private static final PseudoClass PARTLY_LOST = PseudoClass.getPseudoClass("partly-lost");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
    /** A 1080 lines tall screen has letters of 24 pixels, and all is measured in these. */
    private static final double LINES = 45;
    private static final double COLUMNS = 80;
    /** Every so many seconds all moves by some pixels, so that nothing burns in. */
    private static final int SECONDS_BETWEEN_SHIFTS = 180;
    private static final double[][] SHIFTS = {{0, 0}, {3, 1}, {2, 3}, {-2, 2}, {-3, -1}, {0, -3}};

    private final Workspace overview;
    private final UiClock now;
    private final JobFilter filter;
    private final ObservableList<Notice> notices;
    private final double textScale;
    private final Times times = Times.here();
    private final PageRotation pages;
    private CardGrid cards;
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

    WatchScreenController(Workspace overview, UiClock now, JobFilter filter, ObservableList<Notice> notices,
            double textScale) {
        this.overview = overview;
        this.now = now;
        this.filter = filter;
        this.notices = notices;
        this.textScale = textScale;
        this.pages = new PageRotation(now.get());
    }

    @FXML
    private void initialize() {
        for (Node node : List.of(trouble, nothing, side, noticeCards, sideTitle, more)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        cards = new CardGrid(grid, one -> age(one.view(), now.get()));
        watchScreen.heightProperty().addListener((_, _, _) -> scale());
        watchScreen.widthProperty().addListener((_, _, _) -> scale());
        grid.heightProperty().addListener((_, _, _) -> show());
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
        showLinks(time);
        showFailures();
        showCards(time);
        // With each page too: that paints all anew, where JavaFX sometimes leaves the edge of a card that went.
        double[] shift = SHIFTS[Math.floorMod(time.getEpochSecond() / SECONDS_BETWEEN_SHIFTS + pages.number(),
                SHIFTS.length)];
        watchScreen.setTranslateX(shift[0]);
        watchScreen.setTranslateY(shift[1]);
    }

    private void showCounts(Instant time) {
        TodaysCounts counts = TodaysCounts.of(overview.jobs(), filter, time, times.zone());
        running.setText(Messages.of("watchscreen.number", counts.of(DisplayState.RUNNING)));
        queued.setText(Messages.of("watchscreen.number", counts.of(DisplayState.QUEUED)));
        stalled.setText(Messages.of("watchscreen.number", counts.of(DisplayState.STALLED)));
        failed.setText(Messages.of("watchscreen.number", counts.of(DisplayState.FAILED)));
        succeeded.setText(Messages.of("watchscreen.number", counts.of(DisplayState.SUCCEEDED)));
        clock.setText(times.minutes(time));
    }

    /** The screen never lies: whatever is old is dimmed, and letters nobody overlooks say since when. */
    private void showLinks(Instant time) {
        List<MonitoredServer> troubled = overview.servers().stream()
                .filter(one -> one.view().link() == Link.DOWN || one.view().link() == Link.TROUBLED)
                .sorted(Comparator.comparing((MonitoredServer one) -> one.view().link()).reversed()).toList();
        long lost = troubled.stream().filter(one -> one.view().link() == Link.DOWN).count();
        watchScreen.pseudoClassStateChanged(LOST, lost > 0 && lost == overview.servers().size());
        watchScreen.pseudoClassStateChanged(PARTLY_LOST, lost > 0);
        watchScreen.pseudoClassStateChanged(TROUBLED, lost == 0 && !troubled.isEmpty());
        // Of several each tells for itself, above its jobs.
        long live = overview.servers().stream().filter(one -> one.view().link() == Link.LIVE).count();
        age.setText(overview.servers().size() == 1
                ? age(overview.servers().getFirst().view(), time)
                : Messages.of("watchscreen.liveOf", live, overview.servers().size()));
        trouble.setVisible(!troubled.isEmpty());
        if (trouble.isVisible()) {
            troubleTitle.setText(troubleTitle(troubled.getFirst(), time));
            troubleText.setText(Stream.concat(Stream.of(troubleText(troubled.getFirst().view())),
                    troubled.stream().skip(1).map(one -> troubleTitle(one, time)
                            + " · " + troubleText(one.view())))
                    .collect(Collectors.joining("\n")));
        }
        String only = filter.terms().stream().map(JobFilter.Term::text).collect(Collectors.joining(" "));
        server.setText(
                PlainText.line(overview.servers().stream().map(MonitoredServer::name).collect(Collectors.joining(", ")))
                        + (only.isEmpty() ? "" : " · " + Messages.of("watchscreen.only", PlainText.line(only))));
    }

    private String troubleTitle(MonitoredServer one, Instant time) {
        ServerStatus view = one.view();
        String title = view.link() == Link.DOWN
                ? Messages.of("watchscreen.lost", times.clock(view.since(), time),
                        Times.duration(age(view.since(), time)))
                : Messages.of("watchscreen.troubled", times.clock(view.since(), time));
        return overview.several() ? Messages.of("watchscreen.named", PlainText.line(one.name()), title) : title;
    }

    private static String troubleText(ServerStatus view) {
        String text = PlainText.line(Messages.problem(view.problem()));
        return view.link() == Link.TROUBLED || view.nextTry() == Long.MAX_VALUE
                ? text
                : text + " · " + Messages.of("watchscreen.nextTry", Times.duration(
                        Duration.ofNanos(Math.max(0, view.nextTry() - System.nanoTime()))));
    }

    private static Duration age(Instant since, Instant time) {
        Duration age = Duration.between(since, time);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static String age(ServerStatus view, Instant time) {
        if (view.lastAnswer() == null) {
            return Messages
                    .of(view.link() == ServerStatus.Link.DOWN ? "watchscreen.neverAnswered" : "watchscreen.noAnswer");
        }
        Duration age = age(view.lastAnswer(), time);
        return age.toSeconds() < 10
                ? Messages.of("watchscreen.live." + view.link(), age.toMillis() / 1000.0)
                : Messages.of("watchscreen.old." + view.link(), Times.duration(age));
    }

    private void showFailures() {
        List<Job> open = overview.failures().stream().filter(filter).toList();
        side.setVisible(!open.isEmpty() || !notices.isEmpty());
        sideTitle.setVisible(!open.isEmpty());
        sideTitle.setText(Messages.of("watchscreen.failures", open.size()));
        noticeCards.setVisible(!notices.isEmpty());
        noticeCards.getChildren().setAll(notices.stream().map(SideCard::of).toList());
        int room = Math.max(0, sideRoom() - notices.size());
        failures.getChildren().setAll(
                open.stream().limit(room).map(job -> SideCard.of(job, overview.several(), times, now.get())).toList());
        more.setVisible(open.size() > room);
        more.setText(Messages.of("watchscreen.more", open.size() - room));
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

    private void showCards(Instant time) {
        int columns = side.isVisible() ? 2 : 3;
        PageLayout lines = new PageLayout(columns, grid.getHeight() / letter());
        boolean none = true;
        for (MonitoredServer one : overview.servers()) {
            List<Job> jobs = one.board().jobs().stream().filter(WatchScreenController::moving).filter(filter)
                    .sorted(JobOrder.TROUBLE_FIRST).toList();
            none &= jobs.isEmpty();
            if (overview.several()) {
                lines.section(one, jobs);
            } else {
                lines.jobs(jobs);
            }
        }
        nothing.setVisible(none && !overview.several());
        nothing.setText(overview.viewsProperty().get().stream().allMatch(view -> view.lastAnswer() == null)
                ? Messages.of("watchscreen.waiting")
                : Messages.of("watchscreen.idle"));
        List<Line> page = pages.turn(lines.pages(), 1, time).stream().flatMap(List::stream).toList();
        cards.show(page, columns, time);
        showPage();
    }

    private void showPage() {
        page.setText(pages.count() == 1
                ? Messages.of("watchscreen.leave")
                : Messages.of("watchscreen.page", dots(), pages.number(), pages.count()) + " · "
                        + Messages.of("watchscreen.leave"));
    }

    private String dots() {
        StringBuilder dots = new StringBuilder();
        for (int i = 1; i <= Math.min(pages.count(), 20); i++) {
            dots.append(i == pages.number() ? "●" : "○");
        }
        return dots.toString();
    }

    private static boolean moving(Job job) {
        JobSnapshot view = job.view();
        return view.state() == DisplayState.RUNNING || view.state() == DisplayState.STALLED;
    }
}
