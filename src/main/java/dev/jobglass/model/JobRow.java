package dev.jobglass.model;

/** What one row of a table of jobs is about. */
public sealed interface JobRow permits Job, JobGroup {
}
