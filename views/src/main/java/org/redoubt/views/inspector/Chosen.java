package org.redoubt.views.inspector;

import java.util.List;
import java.util.Set;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/**
 * What is worked out over the whole site for what is selected: what it needs, how it is heard, and what lights up with it.
 * Takes time in the size of the site.
 */
public record Chosen(ElementId id, List<Need> needs, List<Need> hearts, Set<ElementId> lit) {

    public static Chosen of(Site site, Heartbeats learned, ElementId id) {
        return new Chosen(
                id,
                site.find(id).map(element -> Need.of(element, site)).orElse(List.of()),
                site.find(id)
                        .map(element -> HeartRows.of(element, site, learned))
                        .orElse(List.of()),
                Reach.of(site, id));
    }
}
