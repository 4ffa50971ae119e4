package dev.jobglass.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Records that wait to be written. Bounded in bytes, for the file may not be writable for hours, such as on a full
 * disk: then the oldest give way. Any thread.
 */
final class RecordQueue {
    private final long mostBytes;
    private final Deque<HistoryRecord> records = new ArrayDeque<>();
    private long bytes;

    /** @param mostBytes what the records may hold together, as they count themselves */
    RecordQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Adds a record, and {@return how many others had to give way} */
    synchronized int add(HistoryRecord record) {
        records.add(record);
        bytes += record.bytes();
        int dropped = 0;
        while (bytes > mostBytes && records.size() > 1) {
            bytes -= records.poll().bytes();
            dropped++;
        }
        return dropped;
    }

    /** Moves the oldest records into a list. */
    synchronized void drainTo(List<HistoryRecord> taken, int most) {
        for (int i = 0; i < most && !records.isEmpty(); i++) {
            HistoryRecord record = records.poll();
            bytes -= record.bytes();
            taken.add(record);
        }
    }

    synchronized int size() {
        return records.size();
    }

    synchronized boolean isEmpty() {
        return records.isEmpty();
    }
}
