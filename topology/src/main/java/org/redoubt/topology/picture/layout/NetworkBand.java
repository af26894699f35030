package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CABLED_TO;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Tone;

/** The row above the hosts: switches where they are known, else the networks that the hosts offer. */
final class NetworkBand {

    private static final double SWITCH_WIDTH = 180;
    private static final int MOST_NETWORKS = 10;

    private final Census census;
    private final Cabling cabling;
    private final List<Element> equipment;
    private final boolean switches;
    private Map<ElementId, Box> places = Map.of();
    private Leads leads;

    NetworkBand(Census census, Cabling cabling) {
        this.census = census;
        this.cabling = cabling;
        List<Element> known = census.site().all(ElementKind.SWITCH).toList();
        this.switches = !known.isEmpty();
        this.equipment = switches ? known : offered();
    }

    boolean present() {
        return !equipment.isEmpty();
    }

    private List<Element> offered() {
        Set<ElementId> offered = new HashSet<>();
        census.site().hosts().forEach(host -> cabling.offers(host).forEach(lead -> offered.add(lead.port())));
        return offered.stream()
                .sorted(Comparator.comparing((ElementId id) -> !cabling.needs(id))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(id -> census.site().find(id).stream())
                .limit(MOST_NETWORKS)
                .toList();
    }

    /** Draws lines and equipment; before the cards. */
    void draw(Sketch sketch, Floor floor) {
        places = new LinkedHashMap<>(
                Equipment.row(equipment, 0, floor.width, 0, SWITCH_WIDTH, floor.measures.switchHeight()));
        leads = new Leads(sketch, floor, Layer.NETWORK, true);
        for (Floor.Slot slot : floor.slots) {
            if (switches) {
                leads.add(slot, cabling.leads(slot.host().id(), ElementKind.NETWORK_PORT, List.of(ElementKind.SWITCH)));
            } else {
                leads.addAll(slot, offersOf(slot.host()));
            }
        }
        leads.wires(places);
        peerLinks(sketch);
        // a bridge that is a network's other name is where that network is
        census.site()
                .all(ElementKind.NETWORK)
                .filter(bridge -> !places.containsKey(bridge.id()))
                .forEach(bridge -> cabling.above(bridge.id())
                        .map(places::get)
                        .ifPresent(box -> sketch.place(bridge.id(), Layer.NETWORK, box)));
        for (Element element : equipment) {
            Equipment.draw(sketch, Layer.NETWORK, element, places.get(element.id()));
        }
    }

    /** What leads to a network of this row, or is a card of the host's own. */
    private List<Cabling.Lead> offersOf(Element.Host host) {
        return cabling.offers(host).stream()
                .filter(lead -> places.containsKey(lead.port())
                        || census.site().find(lead.port()).isEmpty())
                .toList();
    }

    /** Draws the ports; after the cards. */
    void finish() {
        leads.ports();
        leads.words();
    }

    private void peerLinks(Sketch sketch) {
        List<ElementId> done = new ArrayList<>();
        for (Element from : equipment) {
            for (ElementId to : from.refs(CABLED_TO)) {
                Box one = places.get(from.id());
                Box other = places.get(to);
                if (other == null || done.contains(to)) {
                    continue;
                }
                Box left = one.x() < other.x() ? one : other;
                Box right = left == one ? other : one;
                double y = left.centreY();
                double middle = (left.right() + right.x()) / 2;
                sketch.add(new Shape.Wire(
                        from.id(),
                        to,
                        Layer.NETWORK,
                        List.of(left.right(), y, middle, y, middle, y, right.x(), y),
                        Tone.LINE,
                        Stroke.SOLID,
                        3));
                sketch.add(new Shape.Label(
                        from.id(),
                        Layer.NETWORK,
                        middle,
                        y - 7,
                        right.x() - left.right(),
                        "peer link",
                        12,
                        false,
                        Shape.Align.MIDDLE,
                        Tone.FAINT,
                        Glyph.NONE));
            }
            done.add(from.id());
        }
    }
}
