/**
 * Servers in motion: watching, acting, remembering. {@link dev.jobglass.monitor.MonitoredServer} owns one server's
 * board, poller and connection, {@link dev.jobglass.monitor.Workspace} those that are watched side by side. JavaFX
 * thread only; what runs in the background comes back to it here.
 */
package dev.jobglass.monitor;
