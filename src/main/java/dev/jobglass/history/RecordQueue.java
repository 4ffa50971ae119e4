package dev.jobglass.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Entries that wait to be written. Bounded in bytes, for the file may not be writable for hours, such as on a full disk:
 * then the oldest give way. Any thread.
 */
final class RecordQueue {
    private final long mostBytes;
    private final Deque<HistoryRecord> entries = new ArrayDeque<>();
    private long bytes;

    /** @param mostBytes what the entries may hold together, as they count themselves */
    RecordQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Adds an entry, and {@return how many others had to give way} */
    synchronized int add(HistoryRecord entry) {
        entries.add(entry);
        bytes += entry.bytes();
        int dropped = 0;
        while (bytes > mostBytes && entries.size() > 1) {
            bytes -= entries.poll().bytes();
            dropped++;
        }
        return dropped;
    }

    /** Moves the oldest entries into a list. */
    synchronized void drainTo(List<HistoryRecord> taken, int most) {
        for (int i = 0; i < most && !entries.isEmpty(); i++) {
            HistoryRecord entry = entries.poll();
            bytes -= entry.bytes();
            taken.add(entry);
        }
    }

    synchronized boolean isEmpty() {
        return entries.isEmpty();
    }
}
