package dev.jobglass.testing;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Feeds a reader with inputs that are nearly right: known ones of which parts are changed, left out, repeated or mixed.
 * It must take each without an exception that it does not declare, in less than 100 ms and 64 MiB. So many inputs as
 * {@code -Dfuzz.inputs} says, from a seed that {@code -Dfuzz.seed} sets.
 */
public final class Fuzzer {
    private static final long INPUTS = Long.getLong("fuzz.inputs", 10_000);
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final long MOST_MEMORY = 64L * 1024 * 1024;
    private static final int LONGEST_INPUT = 64 * 1024;
    private static final int MOST_CHANGES = 8;
    private static final int TRIES = 5;
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", "\\", ":", ",", "null", "true", "NaN",
            "-", "1e999", "-0.0", "9".repeat(400), "[".repeat(2_000), "{\"a\":".repeat(900), "\\u0000", "\\ud800",
            "\u202e", "\uFEFF", "\n", "\r\n", "\n\n", "data:", "event:", " ".repeat(3_000), "a".repeat(3_000), "مهمة",
            "😀", "\0",
            "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "/", "..", "%2F", "?", "#", "&", "=", "state:",
            "\"older:", "9999-99-99T99:99:99Z", "0001-01-01T00:00:00Z", "+99:99");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RandomGenerator random;
    private final List<byte[]> known;
    private final Reader reader;

    /** Takes an input, and lets no exception through but those that it checks. */
    public interface Reader {
        void read(byte[] input) throws Exception;
    }

    private Fuzzer(long seed, List<String> known, Reader reader) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.known = known.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        this.reader = reader;
    }

    /**
     * Feeds a reader.
     *
     * @param what it reads, for the failure
     * @param oneOf how many inputs it is spared for each it gets, plus one: for what is slow by nature, such as files
     * @param known right inputs
     * @param reader takes them
     */
    public static void feed(String what, int oneOf, List<String> known, Reader reader) {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Fuzzer fuzzer = new Fuzzer(seed, known, reader);
        for (long i = 0; i < INPUTS / oneOf; i++) {
            byte[] input = fuzzer.next();
            try {
                fuzzer.check(input);
            } catch (Throwable e) {
                throw new AssertionError(what + ", seed " + seed + ", input " + i + ": "
                        + Base64.getEncoder().encodeToString(input), e);
            }
        }
    }

    private void check(byte[] input) throws Exception {
        long spent = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && spent > LONGEST.toNanos(); i++) { // the least, for now and then the JVM compiles
            long before = threads.getCurrentThreadCpuTime();
            long memory = threads.getCurrentThreadAllocatedBytes();
            reader.read(input);
            spent = Math.min(spent, threads.getCurrentThreadCpuTime() - before);
            long used = threads.getCurrentThreadAllocatedBytes() - memory;
            if (used > MOST_MEMORY) {
                throw new AssertionError(used + " bytes");
            }
        }
        if (spent > LONGEST.toNanos()) {
            throw new AssertionError(Duration.ofNanos(spent).toString());
        }
    }

    private byte[] next() {
        byte[] input = any();
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            int from = random.nextInt(input.length + 1);
            int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(64)));
            input = switch (random.nextInt(7)) {
                case 0 -> joined(input, 0, from, bytes(), input, to, input.length);
                case 1 -> joined(input, 0, from, piece(), input, from, input.length);
                case 2 -> joined(input, 0, from, new byte[0], input, to, input.length);
                case 3 -> joined(input, 0, to, new byte[0], input, from, input.length);
                case 4 -> joined(input, 0, from, new byte[0], new byte[0], 0, 0);
                case 5 -> mixed(input, from);
                default -> joined(input, 0, from, piece(), input, to, input.length);
            };
        }
        return input;
    }

    private byte[] any() {
        return known.get(random.nextInt(known.size()));
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        byte[] some = new byte[random.nextInt(8)];
        random.nextBytes(some);
        return some;
    }

    private byte[] mixed(byte[] input, int from) {
        byte[] other = any();
        return joined(input, 0, from, new byte[0], other, random.nextInt(other.length + 1), other.length);
    }

    private static byte[] joined(byte[] first, int start, int end, byte[] between, byte[] last, int lastStart,
            int lastEnd) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(first, start, end - start);
        all.writeBytes(between);
        all.write(last, lastStart, lastEnd - lastStart);
        return Arrays.copyOf(all.toByteArray(), Math.min(LONGEST_INPUT, all.size()));
    }
}
