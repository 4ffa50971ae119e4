package dev.jobglass.model;

/**
 * What a user noted of a kind of error.
 *
 * @param text not empty
 * @param owner who, or an empty text
 */
public record ErrorNote(String text, String owner) {
}
