package dev.jobglass;

/** Something on the command line or in the environment that the person has to put right; the message says what. */
final class BadChoice extends Exception {
    private static final long serialVersionUID = 1L;

    BadChoice(String message) {
        super(message);
    }
}
