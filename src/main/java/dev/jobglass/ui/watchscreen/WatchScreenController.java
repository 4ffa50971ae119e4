package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.ServerStatus.Link;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Styling;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Views;
import dev.jobglass.ui.watchscreen.PageLayout.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;

/** Binds the watch screen to the board. Paints at most once a second, however fast jobs change. */
final class WatchScreenController {
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
    private static final PseudoClass PARTLY_LOST = PseudoClass.getPseudoClass("partly-lost");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
    /** A 1080 lines tall screen has letters of 24 pixels, and all is measured in these. */
    private static final double LINES = 45;
    private static final double COLUMNS = 80;
    /** So many letters the counts at the top need, however large text is to be. */
    private static final double LEAST_COLUMNS = 64;
    /** The same in height: with a server in trouble, a section's head and a row of cards must have room. */
    private static final double LEAST_LINES = 26.5;
    /** The width of a card, with the gap beside it. */
    private static final double LETTERS_IN_CARD = 24;
    private static final int MOST_CARDS_IN_ROW = 3;
    /** All of them are seen within some minutes. */
    private static final int MOST_PAGES = 12;
    /** How large the letters of cards may be against the others, so that few of them do not leave a screen empty. */
    private static final List<Double> LARGE_CARDS = List.of(1.8, 1.4);
    /** Every so many seconds all moves by some pixels, so that nothing burns in. */
    private static final int SECONDS_BETWEEN_SHIFTS = 180;
    private static final double[][] SHIFTS = {{0, 0}, {3, 1}, {2, 3}, {-2, 2}, {-3, -1}, {0, -3}};

    private final Workspace workspace;
    private final UiClock clock;
    private final JobFilter filter;
    private final ObservableList<Notice> notices;
    private final double textScale;
    private final PageRotation pages;
    private final CountsController counts;
    private final TroubleController trouble;
    private final SideController side;
    private CardGrid cards;
    /** One of these, or 1. */
    private double cardSize = 1;
    private final ChangeListener<Instant> tick = (_, _, _) -> show();
    private final ListChangeListener<Notice> notice = _ -> show();

    @FXML
    private BorderPane watchScreen;
    @FXML
    private GridPane grid;
    @FXML
    private Label nothing;
    @FXML
    private Label server;
    @FXML
    private Label page;

    WatchScreenController(Workspace workspace, UiClock clock, JobFilter filter, ObservableList<Notice> notices,
            double textScale) {
        this.workspace = workspace;
        this.clock = clock;
        this.filter = filter;
        this.notices = notices;
        this.textScale = textScale;
        this.pages = new PageRotation(clock.get());
        Times times = Times.here();
        counts = new CountsController(workspace, filter, times);
        trouble = new TroubleController(workspace, times);
        side = new SideController(workspace, filter, notices, times);
    }

    /** {@return the screen, made once} */
    Parent load() {
        return Views.load("watchscreen.fxml", this, counts, trouble, side);
    }

    @FXML
    private void initialize() {
        nothing.managedProperty().bind(nothing.visibleProperty());
        Texts.inOneTypeface(server);
        cards = new CardGrid(grid, one -> LinkAge.text(one.view(), clock.get()));
        watchScreen.heightProperty().addListener((_, _, _) -> scale());
        watchScreen.widthProperty().addListener((_, _, _) -> scale());
        grid.layoutBoundsProperty().addListener((_, _, _) -> show()); // letters grow with the width too
        clock.timeProperty().addListener(tick);
        notices.addListener(notice);
        show();
    }

    /** Stops to follow the board. */
    void close() {
        clock.timeProperty().removeListener(tick);
        notices.removeListener(notice);
    }

    private void scale() {
        watchScreen.setStyle("-fx-font-size: " + letter() + "px");
        Styling.now(watchScreen); // in this layout: else the letters of before would stand in the room of now
    }

    private void show() {
        Instant time = clock.get();
        counts.show(time);
        showLinks(time);
        side.show(grid.getHeight() / letter(), time);
        showCards(time);
        // With each page too: that paints all anew, where JavaFX sometimes leaves the edge of a card that went.
        double[] shift = SHIFTS[Math.floorMod(time.getEpochSecond() / SECONDS_BETWEEN_SHIFTS + pages.number(),
                SHIFTS.length)];
        watchScreen.setTranslateX(shift[0]);
        watchScreen.setTranslateY(shift[1]);
    }

    /** The screen never lies: whatever is old is dimmed, and letters nobody overlooks say since when. */
    private void showLinks(Instant time) {
        List<MonitoredServer> troubled = workspace.servers().stream()
                .filter(one -> one.view().link() == Link.DOWN || one.view().link() == Link.TROUBLED)
                .sorted(Comparator.comparing((MonitoredServer one) -> one.view().link()).reversed()).toList();
        long lost = troubled.stream().filter(one -> one.view().link() == Link.DOWN).count();
        watchScreen.pseudoClassStateChanged(LOST, lost > 0 && lost == workspace.servers().size());
        watchScreen.pseudoClassStateChanged(PARTLY_LOST, lost > 0);
        watchScreen.pseudoClassStateChanged(TROUBLED, lost == 0 && !troubled.isEmpty());
        trouble.show(troubled, time);
        String only = filter.terms().stream().map(JobFilter.Term::text).collect(Collectors.joining(" "));
        String names = Messages.list(workspace.servers().stream().map(one -> PlainText.line(one.name())).toList());
        server.setText(Messages.joined(names,
                only.isEmpty() ? "" : Messages.of("watchscreen.only", PlainText.line(only))));
    }

    /** {@return the height of a letter, in pixels} */
    private double letter() {
        // On a screen that stands upright there is height enough for fewer cards beside each other.
        double columns = watchScreen.getHeight() > watchScreen.getWidth() ? LEAST_COLUMNS : COLUMNS;
        double usual = Math.min(watchScreen.getHeight() / LINES, watchScreen.getWidth() / columns);
        double most = Math.min(watchScreen.getHeight() / LEAST_LINES, watchScreen.getWidth() / LEAST_COLUMNS);
        return Math.max(1, Math.min(usual * textScale, most));
    }

    private void showCards(Instant time) {
        CardJobs shown = CardJobs.of(workspace, filter, MOST_PAGES * layout(1, 0).cardsOnPage());
        Map<MonitoredServer, List<Job>> jobs = shown.ofServers();
        cardSize = LARGE_CARDS.stream().filter(size -> fit(jobs, size)).findFirst().orElse(1.0);
        grid.setStyle("-fx-font-size: " + cardSize + "em");
        nothing.setVisible(!workspace.several() && shown.none());
        if (nothing.isVisible()) { // all jobs are looked at for it
            nothing.setText(whyNothing());
        }
        List<Row> page = pages.turn(laid(jobs, cardSize, 0).pages(), 1, time).stream().flatMap(List::stream).toList();
        cards.show(page, columns(cardSize), time);
        Styling.now(grid);
        showPage(shown.more());
    }

    private String whyNothing() {
        if (workspace.viewsProperty().get().stream().allMatch(view -> view.lastAnswer() == null)) {
            return Messages.of("watchscreen.waiting");
        }
        if (workspace.nothingKnown()) {
            return Messages.of("watchscreen.unknown");
        }
        long running = workspace.jobs().filter(job -> job.view().state().moving()).count();
        return running == 0 ? Messages.of("watchscreen.idle") : Messages.of("watchscreen.filtered", running);
    }

    /** {@return whether all fit on one page; larger than now only with some to spare, so that none jumps often} */
    private boolean fit(Map<MonitoredServer, List<Job>> jobs, double size) {
        double spare = size > cardSize ? JobCard.HEIGHT + JobCard.GAP : 0;
        return laid(jobs, size, spare).onOnePage();
    }

    private PageLayout laid(Map<MonitoredServer, List<Job>> jobs, double size, double spare) {
        PageLayout layout = layout(size, spare);
        jobs.forEach((one, its) -> {
            if (workspace.several()) {
                layout.section(one, its);
            } else {
                layout.jobs(its);
            }
        });
        return layout;
    }

    private PageLayout layout(double size, double spare) {
        double letter = letter() * size;
        return new PageLayout(columns(size), grid.getHeight() / letter - spare, 1 / letter);
    }

    private int columns(double size) {
        return Math.clamp((long) (grid.getWidth() / (letter() * size) / LETTERS_IN_CARD), 1, MOST_CARDS_IN_ROW);
    }

    private void showPage(int more) {
        page.setText(pages.count() == 1
                ? Messages.of("watchscreen.leave")
                : Messages.joined(Messages.of("watchscreen.page", dots(), pages.number(), pages.count()),
                        more == 0 ? "" : Messages.of("common.more", more), Messages.of("watchscreen.leave")));
    }

    private String dots() {
        StringBuilder dots = new StringBuilder();
        for (int i = 1; i <= pages.count(); i++) {
            dots.append(i == pages.number() ? "●" : "○");
        }
        return dots.toString();
    }
}
