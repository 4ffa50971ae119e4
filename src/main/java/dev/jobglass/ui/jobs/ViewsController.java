package dev.jobglass.ui.jobs;

import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.SavedView;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.CollapsingBox;
import dev.jobglass.ui.common.LocalKeys;
import dev.jobglass.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** A row of the saved views with how many jobs each has; it is there when there are views. */
public final class ViewsController implements AutoCloseable {
    /** So many have keys, and a button as long as there is room. */
    public static final int WITH_KEYS = 9;
    private static final int SECONDS_A_MINUTE = 60;

    private final SavedViews views;
    private final ViewCounts counts;
    private final Workspace workspace;
    private final FilterModel filter;
    private final UiClock clock;
    private final Actions actions;
    private final Map<SavedView, ToggleButton> buttons = new LinkedHashMap<>();
    private Subscription subscription = Subscription.EMPTY;

    @FXML
    private CollapsingBox viewsBar;
    @FXML
    private MenuButton viewsMenu;

    /**
     * What the menu leads to.
     *
     * @param save asks under which name to save what is shown
     * @param manage shows all views, to be changed
     */
    public record Actions(Runnable save, Runnable manage) {
    }

    /**
     * Serves the FXML of the views.
     *
     * @param views what was saved
     * @param workspace whose jobs are counted
     * @param filter changes with what is shown
     * @param clock the ticking time
     * @param actions what the menu leads to
     */
    public ViewsController(SavedViews views, Workspace workspace, FilterModel filter, UiClock clock, Actions actions) {
        this.views = views;
        this.counts = new ViewCounts(workspace);
        this.workspace = workspace;
        this.filter = filter;
        this.clock = clock;
        this.actions = actions;
    }

    /** {@return the key of a view by its place, from 0} */
    public static String key(int place) {
        return "Shortcut+" + (place + 1);
    }

    @FXML
    private void initialize() {
        viewsBar.managedProperty().bind(viewsBar.visibleProperty());
        subscription = views.viewsProperty().subscribe((List<SavedView> now) -> begin(now))
                .and(views.onChange(this::mark));
        filter.filterProperty().addListener((_, _, _) -> mark());
        workspace.revisionProperty().addListener((_, _, _) -> {
            counts.changed();
            count();
        });
        clock.timeProperty().addListener((_, before, time) -> {
            boolean minute = time.getEpochSecond() / SECONDS_A_MINUTE != before.getEpochSecond() / SECONDS_A_MINUTE;
            List<SavedView> all = views.viewsProperty().get();
            if (minute && all.stream().map(SavedView::filter).anyMatch(FilterModel::aging)) {
                counts.begin(all);
                count();
            }
        });
        viewsMenu.setOnShowing(_ -> fillMenu());
    }

    private void begin(List<SavedView> next) {
        counts.begin(next);
        buttons.clear();
        next.stream().limit(WITH_KEYS).forEach(view -> buttons.put(view, button(view, buttons.size())));
        List<ToggleButton> shown = new ArrayList<>(buttons.values());
        viewsBar.getChildren().removeIf(ToggleButton.class::isInstance);
        viewsBar.getChildren().addAll(0, shown);
        viewsBar.setVisible(!next.isEmpty());
        count();
        mark();
    }

    private ToggleButton button(SavedView view, int place) {
        // A part of its own: beside a name of another direction the count would stand on the wrong side.
        Label count = new Label();
        count.getStyleClass().add("view-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        ToggleButton button = new ToggleButton(PlainText.shortLine(view.name()), count);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setId("view" + (place + 1));
        button.getStyleClass().addAll("quiet-toggle", "view");
        button.setMnemonicParsing(false);
        Texts.inOneTypeface(button);
        button.setMinWidth(Region.USE_PREF_SIZE); // else all would become too small before any goes
        button.setTooltip(Texts.tooltip(Messages.of("jobs.view.tip", PlainText.line(view.name()),
                LocalKeys.of(key(place)).getDisplayText())));
        button.setOnAction(_ -> {
            views.show(view);
            mark();
        });
        CollapsingBox.setStep(button, WITH_KEYS - place); // the last goes first
        return button;
    }

    private String words(SavedView view) {
        return Messages.of("jobs.view", PlainText.shortLine(view.name()), counts.count(view));
    }

    private void count() {
        buttons.forEach((view, button) -> {
            ((Label) button.getGraphic()).setText(Messages.of("text.number", counts.count(view)));
            button.setAccessibleText(words(view));
        });
    }

    private void mark() {
        buttons.forEach((view, button) -> button.setSelected(views.shown(view)));
    }

    private void fillMenu() {
        viewsMenu.getItems().clear();
        List<SavedView> all = views.viewsProperty().get();
        for (SavedView view : all) {
            RadioMenuItem item = new RadioMenuItem(words(view));
            item.setMnemonicParsing(false);
            item.setSelected(views.shown(view));
            item.setOnAction(_ -> views.show(view));
            viewsMenu.getItems().add(item);
        }
        viewsMenu.getItems().addAll(new SeparatorMenuItem(), item("saveView", actions.save()),
                item("manageViews", actions.manage()));
    }

    private static MenuItem item(String id, Runnable action) {
        MenuItem item = new MenuItem(Messages.of("main.command." + id));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Follows the settings no more. */
    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
