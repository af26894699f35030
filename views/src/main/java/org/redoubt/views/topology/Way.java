package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Picture;

/** What is in the middle of the window, from the site inwards: as far in as one looks. */
final class Way {

    /** A cluster is where one is when it takes this share of the window, in one direction. */
    private static final double MUCH = 0.45;

    /** A host, which has others around it on most windows. */
    private static final double SOME = 0.2;

    private Way() {}

    /** The cluster and the host that are looked at; empty where all of the site, or much of it, is. */
    static List<ElementId> to(Picture picture, Regions regions, Box view) {
        List<ElementId> way = new ArrayList<>();
        double x = view.centreX();
        double y = view.centreY();
        Optional<ElementId> cluster =
                regions.at(x, y).filter(id -> share(regions.of(id).orElseThrow(), view) >= MUCH);
        Optional<ElementId> host = picture.hostAt(x, y)
                .filter(id -> picture.boundsOf(id)
                        .filter(box -> share(box, view) >= SOME)
                        .isPresent());
        cluster.or(() -> host.flatMap(id -> regions.at(x, y))).ifPresent(way::add);
        host.ifPresent(way::add);
        return way;
    }

    private static double share(Box box, Box view) {
        return Math.max(box.width() / view.width(), box.height() / view.height());
    }
}
