package org.redoubt.views.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.heartbeat.Hearts;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.views.heartbeat.BeatCell;
import org.redoubt.views.heartbeat.Way;

/** How a host is heard, one row for each way, with φ and the rhythm that was learned. */
final class HeartRows {

    private static final List<ElementKind> KINDS =
            List.of(ElementKind.HOST, ElementKind.SERVICE, ElementKind.BMC, ElementKind.RING, ElementKind.VM);

    private HeartRows() {}

    /** The rows of {@code host}, or of the one heart that {@code element} is. Takes time in the size of the site. */
    static List<Need> of(Element element, Site site, Heartbeats learned) {
        if (element.kind() != ElementKind.HOST) {
            return rows(Stream.of(element), site, learned);
        }
        ElementId host = element.id();
        return rows(
                KINDS.stream()
                        .flatMap(site::all)
                        .filter(heart -> heart.value(Attributes.BEAT_EXPECTED).isPresent())
                        .filter(heart ->
                                Hearts.host(site, heart).filter(host::equals).isPresent()),
                site,
                learned);
    }

    private static List<Need> rows(Stream<Element> hearts, Site site, Heartbeats learned) {
        Map<String, List<BeatCell>> ways = new TreeMap<>(Way.ORDER);
        hearts.forEach(heart -> BeatCell.of(heart, learned, site.now())
                .ifPresent(cell -> ways.computeIfAbsent(Hearts.way(heart), none -> new ArrayList<>(1))
                        .add(cell)));
        List<Need> rows = new ArrayList<>();
        ways.forEach((way, cells) -> {
            BeatCell cell = BeatCell.worst(cells);
            rows.add(new Need(way, cell.words(), cell.told(), cell.level()));
        });
        return rows;
    }
}
