package dev.jobglass.api;

import java.io.IOException;
import java.io.Reader;

/**
 * Reads the lines of a stream that may never end one: of a line longer than 64 Ki characters the rest is passed over,
 * so that memory stays bounded. For one thread.
 */
final class BoundedLines {
    static final int LONGEST = 64 * 1024;

    private final Reader reader;
    private final StringBuilder line = new StringBuilder();
    private final char[] buffer = new char[8 * 1024];
    private int next;
    private int end;
    /** CR LF is one end of a line. */
    private boolean afterReturn;

    /**
     * Reads lines ended by LF, CR or both.
     *
     * @param reader need not be buffered
     */
    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /**
     * {@return the next line without its end, or null when there is none}
     *
     * @throws IOException when reading fails
     */
    String next() throws IOException {
        line.setLength(0);
        boolean begun = false;
        for (int c = read(); c >= 0; c = read()) {
            boolean secondOfTwo = afterReturn && c == '\n';
            afterReturn = c == '\r';
            if (c == '\r' || c == '\n' && !secondOfTwo) {
                return line.toString();
            }
            if (!secondOfTwo) {
                begun = true;
                if (line.length() < LONGEST) {
                    line.append((char) c);
                }
            }
        }
        return begun ? line.toString() : null;
    }

    private int read() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, reader.read(buffer));
        }
        return next < end ? buffer[next++] : -1;
    }
}
