package dev.jobglass.board;

/** What one row of a table of jobs is about. */
public sealed interface JobRow permits Job, JobGroup {
}
