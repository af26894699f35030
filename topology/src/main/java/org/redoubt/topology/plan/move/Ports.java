package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.UP;

import java.util.HashMap;
import java.util.Map;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.need.Parts;

/**
 * How many of each host's ports work, of those whose state somebody says.
 *
 * @param storage ports to the storage fabrics that are up, by host; a host with none known is not there
 * @param network ports to the network that are up, by host
 */
record Ports(Map<ElementId, Integer> storage, Map<ElementId, Integer> network) {

    static Ports of(Site site) {
        return new Ports(up(site, ElementKind.HBA_PORT), up(site, ElementKind.NETWORK_PORT));
    }

    private static Map<ElementId, Integer> up(Site site, ElementKind kind) {
        Map<ElementId, Integer> up = new HashMap<>();
        site.all(kind)
                .forEach(port -> port.value(UP)
                        .ifPresent(works ->
                                Parts.host(site, port).ifPresent(host -> up.merge(host, works ? 1 : 0, Integer::sum))));
        return up;
    }
}
