package dev.jobglass.ui.failures;

import dev.jobglass.api.RunTimes;
import dev.jobglass.model.Job;
import java.util.Collection;
import java.util.Map;
import java.util.WeakHashMap;

/** What was typed about failures, for another may be looked at meanwhile, and a dismissal be undone. */
final class FailureNotes {
    /** Not used yet. */
    private final Map<Job, String> typed = new WeakHashMap<>();
    private final Map<Job, Dismissal> dismissals = new WeakHashMap<>();

    private record Dismissal(RunTimes run, String note) {
    }

    /** {@return what was typed about a failure and not used yet, maybe nothing} */
    String of(Job failure) {
        return typed.getOrDefault(failure, "");
    }

    void keep(Job failure, String note) {
        typed.put(failure, note);
    }

    /** Failures are dismissed with a note. */
    void use(Collection<Job> read, String note) {
        typed.keySet().removeAll(read);
        read.forEach(failure -> dismissals.put(failure, new Dismissal(failure.view().status().run(), note)));
    }

    /** A failure is open again; if it is that of the same run, what it was dismissed with is there again. */
    void restore(Job back) {
        Dismissal dismissal = dismissals.remove(back);
        if (dismissal != null && of(back).isBlank() && dismissal.run().mayBe(back.view().status().run())) {
            keep(back, dismissal.note());
        }
    }
}
