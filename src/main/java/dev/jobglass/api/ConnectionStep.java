package dev.jobglass.api;

/**
 * A part of the way to a server, and how far one gets on it.
 *
 * @param kind which part
 * @param worked whether it is open
 * @param detail what was found there, or why it is not open; for people, as Java has it
 */
public record ConnectionStep(Kind kind, boolean worked, String detail) {
    /** The parts, in their order. */
    public enum Kind {
        /** The host's name has an address. */
        NAME,
        /** A proxy answers, which is to reach the host. */
        PROXY,
        /** The host accepts a connection. */
        CONNECTION,
        /** The connection is encrypted, with somebody who is trusted. */
        ENCRYPTION
    }
}
