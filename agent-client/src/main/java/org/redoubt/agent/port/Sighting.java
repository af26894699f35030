package org.redoubt.agent.port;

import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.JobFigures;

/** What one host says of one VM when asked. */
public sealed interface Sighting {

    ElementId host();

    /**
     * The host knows it, in this state; {@code migrating} while a migration job of it is under way there. The figures are
     * that job's; else those of the migration by which it came, where the host still tells.
     */
    record Seen(ElementId host, RunState state, boolean migrating, JobFigures figures) implements Sighting {}

    /** The host answered that it knows no such VM. */
    record Absent(ElementId host) implements Sighting {}

    /** The host could not be asked. Nothing follows from that. */
    record Unread(ElementId host, String why) implements Sighting {}
}
