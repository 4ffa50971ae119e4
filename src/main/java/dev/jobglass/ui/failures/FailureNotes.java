package dev.jobglass.ui.failures;

import dev.jobglass.api.RunTimes;
import dev.jobglass.model.Job;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/** What was typed about failures, for another may be looked at meanwhile, and a dismissal be undone. */
final class FailureNotes {
    private final Map<Job, Typed> typed = new WeakHashMap<>();
    private final Map<Job, Dismissal> dismissals = new WeakHashMap<>();

    /** Not used yet, and what has failed since it was begun: it is not about that. */
    private record Typed(String note, Set<Job> failedSince) {
        private static final Typed NOTHING = new Typed("", Set.of());
    }

    private record Dismissal(RunTimes run, String note) {
    }

    /**
     * {@return what was typed about a failure and not used yet, or used for a dismissal that was undone; maybe nothing}
     *
     * @param failure which, or null for none
     */
    String of(Job failure) {
        String note = typed(failure).note();
        return note.isBlank() && undone(failure) ? dismissals.get(failure).note() : note;
    }

    private Typed typed(Job failure) {
        return typed.getOrDefault(failure, Typed.NOTHING);
    }

    /** {@return whether something was typed about a failure and not used yet} */
    boolean anyTyped(Job failure) {
        return !typed(failure).note().isBlank();
    }

    /** {@return what has failed since what was typed about a failure was begun} */
    Set<Job> failedSince(Job failure) {
        return typed(failure).failedSince();
    }

    /** Learns of what has just failed. */
    void failed(Collection<Job> fresh) {
        typed.values().stream().filter(one -> !one.note().isBlank()).forEach(one -> one.failedSince().addAll(fresh));
    }

    /** {@return whether a failure was dismissed and is open again, and not that of another run} */
    boolean undone(Job failure) {
        Dismissal dismissal = dismissals.get(failure);
        return dismissal != null && failure.view().failureOpen()
                && dismissal.run().mayBe(failure.view().status().run());
    }

    /** Keeps what was typed about a failure, but not about what has failed since. */
    void keep(Job failure, String note, Set<Job> failedSince) {
        if (undone(failure)) {
            dismissals.remove(failure); // its note has been shown, and may have been cleared
        }
        typed.put(failure, new Typed(note, new HashSet<>(failedSince)));
    }

    /**
     * {@return the failures that are dismissed, by what is noted of them} A note used for a dismissal that was undone
     * is used again only once it has been shown.
     *
     * @param read those
     * @param note of all that have none of their own
     */
    Map<String, List<Job>> use(Collection<Job> read, String note) {
        Map<String, List<Job>> byNote = read.stream()
                .collect(Collectors.groupingBy(failure -> anyTyped(failure) ? typed(failure).note() : note));
        byNote.forEach((its, failures) -> failures.forEach(
                failure -> dismissals.put(failure, new Dismissal(failure.view().status().run(), its))));
        typed.keySet().removeAll(read);
        return byNote;
    }
}
