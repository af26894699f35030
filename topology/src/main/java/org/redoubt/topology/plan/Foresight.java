package org.redoubt.topology.plan;

/** Whether it is known what a cluster would do, were it told to move a resource. Only what was told may be approved. */
public sealed interface Foresight {

    /** The cluster is being asked. */
    record Asking() implements Foresight {}

    /** It rehearsed the move on a copy of its configuration. */
    record Told(Foretold foretold) implements Foresight {}

    /** It could not be asked, or its answer was not understood. */
    record Untold(String why) implements Foresight {}
}
