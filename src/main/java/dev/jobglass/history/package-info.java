/**
 * What do we remember across restarts? One SQLite file, owned by {@link dev.jobglass.history.History}.
 *
 * <p>Plain Java. What is to be remembered goes into a queue, from any thread, and one writer thread writes it in
 * batches, at most half a second later; so a kill at any moment loses at most that, and never the file (SQLite's
 * write-ahead log). Reading blocks, and so belongs to a background thread.
 */
package dev.jobglass.history;
