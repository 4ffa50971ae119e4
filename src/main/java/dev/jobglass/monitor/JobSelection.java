package dev.jobglass.monitor;

import dev.jobglass.api.JobStatus;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of a server's jobs are wanted: those that the user added by hand, though the server may not list them, and not
 * those that were taken off or trimmed, though it does. The one owner of these facts; poller and board ask it. Any
 * thread; the listener is called by the thread that changes something.
 */
public final class JobSelection {
    private final Set<String> watched;
    private final Set<String> removed;
    /** Those of the removed that were added by hand, so that undo puts them back as what they were. */
    private final Set<String> removedByHand = new HashSet<>();
    private final TrimmedJobs trimmed = new TrimmedJobs();
    private final Listener listener;
    private volatile boolean closed;

    /**
     * Is called with what has changed, to remember it: other windows may watch the same server, and change what they
     * know of the same lists.
     */
    public interface Listener {
        /** Remembers nothing. */
        Listener NONE = new Listener() {
            @Override
            public void watchedChanged(Collection<String> added, Collection<String> gone) {
                // Nothing is kept.
            }

            @Override
            public void removedChanged(Collection<String> added, Collection<String> gone) {
                // Nothing is kept.
            }
        };

        /**
         * {@return what keeps changes as changes, so that two windows do not undo each other's}
         *
         * @param watched ids added by hand, changed from now on
         * @param removed ids taken off the list, likewise
         */
        static Listener keeping(Set<String> watched, Set<String> removed) {
            return new Listener() {
                @Override
                public void watchedChanged(Collection<String> added, Collection<String> gone) {
                    watched.removeAll(gone);
                    watched.addAll(added);
                }

                @Override
                public void removedChanged(Collection<String> added, Collection<String> gone) {
                    removed.removeAll(gone);
                    removed.addAll(added);
                }
            };
        }

        /**
         * The ids added by hand have changed.
         *
         * @param added new among them
         * @param gone no longer among them
         */
        void watchedChanged(Collection<String> added, Collection<String> gone);

        /**
         * The ids taken off the list have changed.
         *
         * @param added new among them
         * @param gone no longer among them
         */
        void removedChanged(Collection<String> added, Collection<String> gone);
    }

    /**
     * Begins with what is remembered.
     *
     * @param watched ids added by hand earlier
     * @param removed ids taken off the list earlier
     * @param listener is called with what changes
     */
    public JobSelection(Collection<String> watched, Collection<String> removed, Listener listener) {
        this.watched = new LinkedHashSet<>(watched);
        this.removed = new HashSet<>(removed);
        this.listener = listener;
    }

    /** {@return a selection of all jobs, of which nothing is remembered} */
    public static JobSelection ofAll() {
        return new JobSelection(List.of(), Set.of(), Listener.NONE);
    }

    /**
     * {@return whether a job is to be passed over: it was taken off, or it was trimmed and is still as it was}
     *
     * @param status as the server says it is now
     */
    public synchronized boolean excludes(JobStatus status) {
        return removed.contains(status.jobId()) || trimmed.unchanged(status);
    }

    /** {@return whether a job was taken off the list} */
    synchronized boolean removed(String jobId) {
        return removed.contains(jobId);
    }

    /** {@return whether any job was taken off the list} */
    synchronized boolean anyRemoved() {
        return !removed.isEmpty();
    }

    /** {@return the ids added by hand, in the order they were} */
    synchronized List<String> watched() {
        return List.copyOf(watched);
    }

    /** The user adds jobs by hand. */
    void watch(Collection<String> ids) {
        List<String> added;
        List<String> back;
        synchronized (this) {
            added = addTo(watched, ids);
            back = removeFrom(removed, ids);
            removedByHand.removeAll(ids);
            ids.forEach(trimmed::forget);
        }
        notifyListener(added, List.of(), List.of(), back);
    }

    /** The user takes jobs off. */
    void remove(Collection<String> ids) {
        List<String> added;
        List<String> byHand;
        synchronized (this) {
            added = addTo(removed, ids);
            byHand = removeFrom(watched, ids);
            removedByHand.addAll(byHand);
        }
        notifyListener(List.of(), byHand, added, List.of());
    }

    /** Undoes {@link #remove}. */
    void restore(Collection<String> ids) {
        List<String> byHand;
        List<String> back;
        synchronized (this) {
            back = removeFrom(removed, ids);
            byHand = addTo(watched, removeFrom(removedByHand, ids));
        }
        notifyListener(byHand, List.of(), List.of(), back);
    }

    /**
     * Jobs are over and too many.
     *
     * @param ids theirs
     * @param last as the server last said they are, of those of which it did
     */
    void trim(Collection<String> ids, Collection<JobStatus> last) {
        List<String> gone;
        synchronized (this) {
            gone = removeFrom(watched, ids);
            last.forEach(trimmed::add);
        }
        notifyListener(List.of(), gone, List.of(), List.of());
    }

    /** The server is watched no more: the listener, who may have forgotten it by now, is called no more. */
    void close() {
        closed = true;
    }

    private static List<String> addTo(Set<String> set, Collection<String> ids) {
        return ids.stream().filter(set::add).toList();
    }

    private static List<String> removeFrom(Set<String> set, Collection<String> ids) {
        return ids.stream().filter(set::remove).toList();
    }

    private void notifyListener(List<String> watchedToo, List<String> watchedNoMore, List<String> removedToo,
            List<String> removedNoMore) {
        if (closed) {
            return;
        }
        if (!watchedToo.isEmpty() || !watchedNoMore.isEmpty()) {
            listener.watchedChanged(watchedToo, watchedNoMore);
        }
        if (!removedToo.isEmpty() || !removedNoMore.isEmpty()) {
            listener.removedChanged(removedToo, removedNoMore);
        }
    }
}
