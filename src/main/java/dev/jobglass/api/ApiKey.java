package dev.jobglass.api;

/**
 * The secret a server wants to see. Its {@link #toString} hides it, so that it cannot slip into a log or a title.
 *
 * @param secret visible ASCII without spaces, not empty
 */
public record ApiKey(String secret) {
    /** The environment variable that gives one to a start of the program, and must reach no other. */
    public static final String VARIABLE = "JOBGLASS_API_KEY";

    /**
     * Strips surrounding blanks, such as the newline at the end of a key file.
     *
     * @throws IllegalArgumentException when nothing is left or it cannot stand in an HTTP header
     */
    public ApiKey {
        secret = secret.strip();
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("not a key");
        }
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
