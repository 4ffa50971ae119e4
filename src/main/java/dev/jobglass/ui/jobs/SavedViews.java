package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.SavedView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.util.Subscription;

/** Saves what the table shows and how under a name, and shows it again. JavaFX thread only. */
public final class SavedViews {
    private final ObjectProperty<List<SavedView>> kept;
    private final FilterModel filter;
    private final LookSettings look;
    private String lastShown = "";

    /**
     * Changes nothing yet.
     *
     * @param kept the views, in their order
     * @param filter which jobs are shown
     * @param look how they are shown
     */
    public SavedViews(ObjectProperty<List<SavedView>> kept, FilterModel filter, LookSettings look) {
        this.kept = kept;
        this.filter = filter;
        this.look = look;
    }

    /** {@return the views, in their order} */
    public ObjectProperty<List<SavedView>> viewsProperty() {
        return kept;
    }

    /** {@return what is shown now, under a name} */
    private SavedView present(String name) {
        RowSettings rows = look.rows();
        return new SavedView(name, filter.textProperty().get().strip(),
                filter.states().stream().map(DisplayState::name).collect(Collectors.toSet()),
                rows.groupingProperty().get(), rows.columnOrderProperty().get(), look.hiddenColumns(),
                rows.sortingProperty().get());
    }

    /** Has any change of how the jobs are shown known; to be unsubscribed, for the settings outlive the window. */
    Subscription onChange(Runnable listener) {
        RowSettings rows = look.rows();
        return Subscription.combine(rows.groupingProperty().subscribe(listener),
                rows.columnOrderProperty().subscribe(listener), rows.sortingProperty().subscribe(listener),
                look.hiddenColumns().subscribe(listener));
    }

    /** {@return whether this is shown now, unchanged} */
    boolean shown(SavedView view) {
        return present(view.name()).equals(view);
    }

    /**
     * {@return the view of a name, whatever its case}
     *
     * @param name any
     */
    public Optional<SavedView> named(String name) {
        return kept.get().stream().filter(view -> view.isNamed(name)).findFirst();
    }

    /** {@return the name of the view that was shown last, which is changed perhaps; or an empty text} */
    public String lastShown() {
        return named(lastShown).map(SavedView::name).orElse("");
    }

    /** Takes over what the user made of the views: other names, another order, fewer. */
    public void change(List<SavedView> next) {
        kept.set(next);
    }

    /**
     * Saves what is shown now: in place of the view that has the name already, else as the last.
     *
     * @param name not blank
     */
    public void save(String name) {
        SavedView view = present(name.strip());
        List<SavedView> next = new ArrayList<>(kept.get());
        next.replaceAll(one -> one.isNamed(view.name()) ? view : one);
        if (!next.contains(view)) {
            next.add(view);
        }
        kept.set(next);
    }

    /**
     * Shows what a view says, and remembers that for the next start.
     *
     * @param view one of the views
     */
    public void show(SavedView view) {
        lastShown = view.name();
        RowSettings rows = look.rows();
        rows.groupingProperty().set(view.grouping());
        rows.columnOrderProperty().set(view.columnOrder());
        rows.sortingProperty().set(view.sorting());
        look.hiddenColumns().retainAll(view.hiddenColumns());
        look.hiddenColumns().addAll(view.hiddenColumns());
        filter.show(view, true);
    }

    /**
     * Shows only the jobs of a view, as the table is, and only for now: a command line asks for them.
     *
     * @param view one of the views
     */
    public void showForNow(SavedView view) {
        filter.show(view, false);
    }
}
