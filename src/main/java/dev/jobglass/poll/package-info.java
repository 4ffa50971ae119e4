/**
 * When to send which request, and sending it. Plain Java.
 *
 * <p>{@link dev.jobglass.poll.ServerPoller} takes commands from any thread, which wait in
 * {@link dev.jobglass.poll.PollInbox}, as responses do. All else belongs to the tick, which never runs twice at once:
 * {@link dev.jobglass.poll.PollSchedule} owns when each job is due, {@link dev.jobglass.poll.Dispatcher} gives the
 * slots to those that are, {@link dev.jobglass.poll.Discovery} walks the server's list and
 * {@link dev.jobglass.poll.PollResponses} takes responses in. All waiting is measured in
 * {@code System.nanoTime()}, so neither sleep nor a changed clock causes a storm.
 */
package dev.jobglass.poll;
