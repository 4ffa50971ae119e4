package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobFilter;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.SavedView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** Which jobs the user wants to see: by the words typed, and by the tiles pressed. JavaFX thread only. */
public final class FilterModel {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableSet<DisplayState> states = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<JobFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter", JobFilter.ALL);

    private final RowSettings kept;
    private boolean keeps;
    /** Whether it still means what a saved view does. */
    private boolean ofView;

    /**
     * Begins with what the user wanted to see last.
     *
     * @param kept remembers that
     * @param keeps whether it does; not for the demo
     */
    public FilterModel(RowSettings kept, boolean keeps) {
        this.kept = kept;
        this.keeps = keeps;
        text.set(kept.filterProperty().get());
        Stream.of(DisplayState.values()).filter(state -> kept.states().contains(state.name())).forEach(states::add);
        text.addListener((_, _, typed) -> textChanged(typed));
        states.addListener((SetChangeListener<DisplayState>) _ -> statesChanged());
        refresh();
    }

    /**
     * Means other words for now, which the next start is not to know: a command line asks for them.
     *
     * @param words as the filter takes them
     */
    public void showOnly(String words) {
        boolean before = keeps;
        keeps = false;
        text.set(words);
        keeps = before;
    }

    private void textChanged(String typed) {
        if (keeps) {
            kept.filterProperty().set(typed);
        }
        refreshOwn();
    }

    private void statesChanged() {
        if (keeps) {
            keepStates();
        }
        refreshOwn();
    }

    private void keepStates() {
        Set<String> names = states.stream().map(DisplayState::name).collect(Collectors.toSet());
        kept.states().retainAll(names);
        kept.states().addAll(names);
    }

    /** {@return the words, as typed} */
    public StringProperty textProperty() {
        return text;
    }

    /** {@return the states of the pressed tiles, any when empty} */
    public ObservableSet<DisplayState> states() {
        return states;
    }

    /** {@return which jobs that means} */
    public ReadOnlyObjectProperty<JobFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** {@return which jobs the watch screen is to show: those of a saved view, else those that the words alone mean} */
    public JobFilter forWatchScreen() {
        return ofView ? filter.get() : JobFilter.of(text.get(), Set.of(), InstantSource.system());
    }

    /** Means what a saved view does; kept for the next start only on demand. */
    void show(SavedView view, boolean keep) {
        boolean before = keeps;
        keeps &= keep;
        text.set(view.filter());
        Set<DisplayState> next = states(view);
        states.retainAll(next);
        states.addAll(next);
        keeps = before;
        ofView = true;
    }

    /** {@return the states of the tiles that a view has pressed} */
    static Set<DisplayState> states(SavedView view) {
        return Stream.of(DisplayState.values()).filter(state -> view.states().contains(state.name()))
                .collect(Collectors.toSet());
    }

    /** Looks again each minute, when it depends on the time which jobs are meant. */
    void follow(ObservableValue<Instant> time) {
        time.addListener((_, before, now) -> {
            if (now.getEpochSecond() / 60 != before.getEpochSecond() / 60 && aging(text.get())) {
                refresh();
            }
        });
    }

    /** {@return whether it depends on the time which jobs a filter's words mean} */
    static boolean aging(String words) {
        return words.toLowerCase(Locale.ROOT).contains("older:");
    }

    private void refreshOwn() {
        ofView = false;
        refresh();
    }

    private void refresh() {
        filter.set(JobFilter.of(text.get(), states, InstantSource.system()));
    }

    /**
     * Means what some words say, whatever it meant before.
     *
     * @param words as the filter takes them
     */
    public void showAllOf(String words) {
        states.clear();
        text.set(words);
    }

    /** Means all jobs again; {@return what has it mean again what it meant before} */
    public Runnable clear() {
        String words = text.get();
        Set<DisplayState> pressed = Set.copyOf(states);
        boolean view = ofView;
        text.set("");
        states.clear();
        return () -> {
            states.retainAll(pressed);
            states.addAll(pressed);
            text.set(words);
            ofView = view;
        };
    }
}
