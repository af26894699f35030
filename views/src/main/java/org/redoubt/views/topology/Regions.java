package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.MEMBER_OF;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Picture;

/** The part of the map that each cluster takes: its frame, or what is around its hosts. */
record Regions(Map<ElementId, Box> boxes) {

    static final Regions NONE = new Regions(Map.of());

    static Regions of(Site site, Picture picture) {
        if (picture.level(0) == Picture.Level.CELLS) { // every cluster has a frame
            return new Regions(picture.clusters());
        }
        Map<ElementId, Box> boxes = new LinkedHashMap<>();
        for (ElementId host : picture.hosts()) {
            Optional<Box> box = picture.boundsOf(host);
            Optional<ElementId> cluster = site.host(host).flatMap(Regions::clusterOf);
            if (box.isPresent() && cluster.isPresent()) {
                boxes.merge(cluster.get(), box.get(), Box::with);
            }
        }
        boxes.replaceAll((id, around) -> picture.boundsOf(id).map(around::with).orElse(around));
        return new Regions(boxes);
    }

    static Optional<ElementId> clusterOf(Element.Host host) {
        return host.refs(MEMBER_OF).stream()
                .filter(id -> id.kind() == ElementKind.CLUSTER)
                .findFirst();
    }

    Optional<ElementId> at(double x, double y) {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(x, y))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<Box> of(ElementId cluster) {
        return Optional.ofNullable(boxes.get(cluster));
    }
}
