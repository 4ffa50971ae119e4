/**
 * When to ask, and asking. Plain Java.
 *
 * <p>{@link dev.jobglass.poll.PollSchedule} owns when each job is due; it and {@link dev.jobglass.poll.ServerPoller} belong
 * to the tick, which never runs twice at once. Everybody else talks to them through queues. All waiting is measured in
 * {@code System.nanoTime()}, so neither sleep nor a changed clock causes a storm.
 */
package dev.jobglass.poll;
