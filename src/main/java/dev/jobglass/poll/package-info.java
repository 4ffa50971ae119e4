/**
 * When to ask, and asking: the schedule, the backoff and the one {@code ScheduledService}.
 *
 * <p>{@link dev.jobglass.poll.PollSchedule} and {@link dev.jobglass.poll.ServerPoller} belong to the tick of
 * {@link dev.jobglass.poll.PollService}, which never runs twice at once. Everybody else talks to them through
 * queues. All waiting is measured in {@code System.nanoTime()}, so neither sleep nor a changed clock causes a storm.
 */
package dev.jobglass.poll;
