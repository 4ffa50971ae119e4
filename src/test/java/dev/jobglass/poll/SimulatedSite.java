package dev.jobglass.poll;

/**
 * A server and what outlives the program about it.
 *
 * @param server itself
 * @param known what the settings know of it
 * @param failures what its users were told and have dismissed
 */
record SimulatedSite(SimulatedServer server, SimulatedDisk.Known known, FailureLedger failures) {
}
