package dev.jobglass.testing;

/** What must hold in a simulation, whatever happens. */
public final class Invariant {
    private Invariant() {
    }

    /**
     * Complains unless something holds.
     *
     * @param holds whether it does
     * @param what is wrong otherwise
     */
    public static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
