package org.redoubt.topology.diff;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Site;

/** What lies between two snapshots of one site. Takes time in what was changed between them. */
public final class Diff {

    private Diff() {}

    /** The changes that make {@code before} into {@code after}: {@code before.apply(between(before, after))} equals it. */
    public static List<Change> between(Site before, Site after) {
        List<Change> changes = new ArrayList<>();
        before.eachDifference(
                after, (was, is) -> changes.add(is == null ? new Change.Remove(was.id()) : new Change.Put(is)));
        if (before.now() != after.now()) {
            changes.add(new Change.Passed(after.now()));
        }
        return List.copyOf(changes);
    }
}
