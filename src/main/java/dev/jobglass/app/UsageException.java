package dev.jobglass.app;

/** Something on the command line or in the environment that the user has to put right; the message says what. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
