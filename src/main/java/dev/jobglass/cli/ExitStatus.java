package dev.jobglass.cli;

/** What a command ends with, for scripts; 2 is what picocli has for a mistake in the command itself. */
enum ExitStatus {
    /** All that was asked is known and, where it was waited for, has succeeded. */
    OK(0),
    /** A job failed or was cancelled. */
    FAILED(1),
    /** No server knows a job. */
    UNKNOWN_JOB(3),
    /** The time to wait is over. */
    TIMED_OUT(4),
    /** A server does not answer, or not as it should. */
    NO_ANSWER(5);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** {@return the graver of two} */
    ExitStatus or(ExitStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
