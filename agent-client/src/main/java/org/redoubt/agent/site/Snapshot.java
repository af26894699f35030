package org.redoubt.agent.site;

import java.time.Instant;
import org.redoubt.topology.model.Site;

/**
 * A site as it was at one moment.
 *
 * @param takenAt when, by the wall clock of the desk that took it; for people
 * @param simulated whether it was a simulated site
 */
public record Snapshot(Site site, Instant takenAt, boolean simulated) {}
