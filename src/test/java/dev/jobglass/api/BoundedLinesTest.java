package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
    private static List<String> lines(Reader reader) throws IOException {
        BoundedLines lines = new BoundedLines(reader);
        List<String> read = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            read.add(line);
        }
        return read;
    }

    @Property
    void theyEndAsLinesDo(@ForAll @CharRange(from = '\n', to = '\r') String text) throws IOException {
        assertThat(lines(new StringReader(text))).isEqualTo(text.lines().toList());
    }

    @Test
    void ofALineThatIsTooLongTheRestIsPassedOver() throws IOException {
        long[] left = {300_000_000};
        Reader endless = new Reader() {
            @Override
            public int read(char[] buffer, int from, int count) {
                if (left[0] <= 0) {
                    return -1;
                }
                java.util.Arrays.fill(buffer, from, from + count, 'x');
                left[0] -= count;
                if (left[0] <= 0) {
                    buffer[from + count - 2] = '\n';
                }
                return count;
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
        assertThat(lines(endless)).containsExactly("x".repeat(BoundedLines.LONGEST), "x");
    }
}
