package org.redoubt.topology.diff;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/** What lies between two snapshots of one site. Takes time in the number of elements of the kinds that changed. */
public final class Diff {

    private Diff() {}

    /** The changes that make {@code before} into {@code after}: {@code before.apply(between(before, after))} equals it. */
    public static List<Change> between(Site before, Site after) {
        List<Change> changes = new ArrayList<>();
        for (ElementKind kind : ElementKind.values()) {
            if (!before.shares(after, kind)) {
                compare(before, after, kind, changes);
            }
        }
        if (before.now() != after.now()) {
            changes.add(new Change.Passed(after.now()));
        }
        return List.copyOf(changes);
    }

    private static void compare(Site before, Site after, ElementKind kind, List<Change> changes) {
        after.stored(kind).forEach(element -> {
            Element old = before.storedAt(element.id()).orElse(null);
            if (old != element && !element.equals(old)) {
                changes.add(new Change.Put(element));
            }
        });
        before.stored(kind).forEach(element -> {
            if (after.storedAt(element.id()).isEmpty()) {
                changes.add(new Change.Remove(element.id()));
            }
        });
    }
}
