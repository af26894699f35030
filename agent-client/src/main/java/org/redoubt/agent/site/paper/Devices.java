package org.redoubt.agent.site.paper;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.NETWORK_ROOT;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SIDE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.Node;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** The switches and fabrics of a site file, and the far ends of its cables. */
final class Devices {

    private static final List<String> KEYS = List.of("id", "side", "power", "cables");

    private final Form form;
    private final Page page;
    private final Section switches;
    private final Section fabrics;
    private final Map<ElementId, Integer> taken = new HashMap<>();
    private final Set<ElementId> reached = new HashSet<>();

    Devices(Form form, Node.Mapping site, Feeds feeds, Page page) {
        this.form = form;
        this.page = page;
        switches = Section.of(form, site, "switches", ElementKind.SWITCH, KEYS, Optional.empty());
        fabrics = Section.of(form, site, "fabrics", ElementKind.FABRIC_SWITCH, KEYS, Optional.empty());
        for (Section section : List.of(switches, fabrics)) {
            for (Section.Item device : section.items()) {
                page.say(device.id(), NAME, device.name());
                Feeds.side(form, device.keys()).ifPresent(side -> page.say(device.id(), SIDE, side));
                feeds.feed(device);
                List<ElementId> cables = section.findAll(device.keys().get("cables"));
                if (!cables.isEmpty()) {
                    page.say(device.id(), CABLED_TO, cables);
                }
            }
        }
        for (ElementId root : switches.findAll(site.get("network-roots"))) {
            page.say(root, NETWORK_ROOT, true);
        }
    }

    Section fabrics() {
        return fabrics;
    }

    Section switches() {
        return switches;
    }

    /** The fabrics that something is cabled to. */
    List<ElementId> fabrics(Optional<Node> names) {
        List<ElementId> found = fabrics.findAll(names);
        reached.addAll(found);
        return found;
    }

    /** The far end of a host's cable: {@code SWITCH}, {@code SWITCH/PORT} or {@code FABRIC}. */
    Optional<ElementId> end(Node node) {
        Optional<String> text = form.name(node);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ElementId> device = switches.named(text.get()).or(() -> fabrics.named(text.get()));
        Optional<ElementId> end = device.isPresent() ? device : port(node, text.get());
        if (end.isEmpty()) {
            form.wrong(
                    node.at(),
                    "neither switches: nor fabrics: names \"" + Shown.text(text.get()) + "\"",
                    Shown.nearest(
                                    text.get(),
                                    Stream.of(switches, fabrics)
                                            .flatMap(section -> section.items().stream())
                                            .map(Section.Item::name)
                                            .toList())
                            .map(nearest -> "was " + nearest + " meant?")
                            .orElse("write it there: - name: …"));
        }
        end.ifPresent(reached::add);
        return end;
    }

    private Optional<ElementId> port(Node node, String text) {
        // a switch's own name may hold a slash, as a port's may
        for (int slash = text.lastIndexOf('/'); slash > 0; slash = text.lastIndexOf('/', slash - 1)) {
            String name = text.substring(slash + 1);
            Optional<ElementId> device = switches.named(text.substring(0, slash));
            if (device.isPresent() && !name.isEmpty()) {
                return Optional.of(port(node, device.get(), name));
            }
        }
        return Optional.empty();
    }

    private ElementId port(Node node, ElementId device, String name) {
        ElementId port = device.part(ElementKind.SWITCH_PORT, name);
        Integer before = taken.putIfAbsent(port, node.at().line());
        if (before != null) {
            form.wrong(
                    node.at(),
                    "another cable is in this port already, in line " + before,
                    "write the port that it is really in");
        }
        page.say(port, NAME, name).say(port, PART_OF, device);
        return port;
    }

    /** Fabrics to which the file cables nothing, though it does so to others. */
    List<Section.Item> unreached() {
        boolean told = reached.stream().anyMatch(end -> end.kind() == ElementKind.FABRIC_SWITCH);
        return fabrics.items().stream()
                .filter(fabric -> told && !reached.contains(fabric.id()))
                .toList();
    }
}
