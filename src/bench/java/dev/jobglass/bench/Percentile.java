package dev.jobglass.bench;

/** Percentiles of what was measured. */
final class Percentile {
    private Percentile() {
    }

    /** {@return the milliseconds that this share of the samples does not exceed, 0 without samples} */
    static double millis(long[] sortedNanos, double share) {
        return sortedNanos.length == 0 ? 0 : sortedNanos[(int) Math.ceil(share * sortedNanos.length) - 1] / 1e6;
    }
}
