package dev.jobglass.monitor;

import dev.jobglass.api.ConnectionStep;
import java.util.List;

/**
 * How far one gets on the way to a server.
 *
 * @param steps before its API, up to the first that failed
 * @param outcome what came of asking it
 */
public record TestedConnection(List<ConnectionStep> steps, ConnectionTest outcome) {
}
