package org.redoubt.topology.plan;

import java.util.List;

/** What became of an intent, read back from the hosts. */
public sealed interface Outcome {

    /** It is as intended: read back so. {@code evidence} is what was read. */
    record Done(String evidence) implements Outcome {}

    /** Cancelled or failed, and read back as it was before. */
    record Unchanged(String cause) implements Outcome {}

    /** Not sent at all, for these reasons. */
    record Refused(List<String> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nobody can tell yet. It never counts as done, and never frees a VM to start elsewhere. */
    record Unknown(String why) implements Outcome {}

    /** Whether it ends the matter: an unknown one is settled later, from what the hosts say. */
    default boolean settled() {
        return !(this instanceof Unknown);
    }
}
