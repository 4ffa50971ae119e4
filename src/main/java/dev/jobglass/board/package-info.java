/**
 * What do we know of each job now? Observable state for the windows to show.
 *
 * <p><strong>The thread rule:</strong> the board and all it holds belong to the JavaFX thread; everything else never
 * touches it. {@link dev.jobglass.board.Board} asserts it.
 */
package dev.jobglass.board;
