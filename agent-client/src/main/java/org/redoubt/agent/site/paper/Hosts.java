package org.redoubt.agent.site.paper;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SIDE;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.Node;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Side;

/** Where each host of a site file stands, what feeds it, and where its cables lead. */
final class Hosts {

    private static final String CABLES = "write cables: {eth0: core-a/12, host1: fabric-a}";
    private static final String POWER = "write power: {psu1: feed-a, psu2: feed-b}";

    private final Form form;
    private final Racks racks;
    private final Feeds feeds;
    private final Devices devices;
    private final Page page;

    Hosts(Form form, Racks racks, Feeds feeds, Devices devices, Page page) {
        this.form = form;
        this.racks = racks;
        this.feeds = feeds;
        this.devices = devices;
        this.page = page;
    }

    static Optional<ElementId> find(Form form, Node node, Map<String, ElementId> hosts) {
        Optional<String> name = form.name(node);
        if (name.isPresent() && !hosts.containsKey(name.get())) {
            form.wrong(
                    node.at(),
                    "hosts: names no \"" + Shown.text(name.get()) + "\"",
                    Form.instead(name.get(), hosts.keySet()));
        }
        return name.map(hosts::get);
    }

    /** Says what is written of a host; what comes back is what it says of its cables and its power. */
    Gaps.Host host(PaperGrammar.Entry entry) {
        Node.Mapping keys = entry.keys();
        ElementId id = entry.id();
        Optional<ElementId> rack = keys.get("rack").flatMap(racks::rack);
        rack.ifPresent(at -> page.say(id, PART_OF, at));
        keys.get("bmc").flatMap(form::name).ifPresent(address -> {
            ElementId bmc = id.part(ElementKind.BMC, "bmc");
            page.say(bmc, NAME, "bmc").say(bmc, PART_OF, id).say(bmc, ADDRESS, address);
        });
        Map<String, List<ElementId>> cables = new LinkedHashMap<>();
        for (Node.Item cable : mapping(keys.get("cables"), "cables", CABLES)) {
            cables.put(cable.key(), ends(cable.value()));
        }
        cables.forEach((port, ends) -> cable(entry, port, ends));
        Map<String, List<ElementId>> supplies = new LinkedHashMap<>();
        boolean fed = power(id, keys.get("power"), rack, supplies);
        return new Gaps.Host(entry, cables, supplies, fed, rack.isPresent());
    }

    /** Nothing: the cable ends in the air, as far as the file says. */
    private List<ElementId> ends(Node node) {
        return node instanceof Node.Nothing
                ? List.of()
                : Section.each(Optional.of(node)).stream()
                        .flatMap(end -> devices.end(end).stream())
                        .distinct()
                        .toList();
    }

    private void cable(PaperGrammar.Entry entry, String port, List<ElementId> ends) {
        if (ends.isEmpty()) {
            return;
        }
        boolean storage = ends.stream().anyMatch(end -> end.kind() == ElementKind.FABRIC_SWITCH);
        ElementId id = entry.id().part(storage ? ElementKind.HBA_PORT : ElementKind.NETWORK_PORT, port);
        page.say(id, NAME, port).say(id, CABLED_TO, ends);
        // a host that is asked itself tells the card that the port is on, which is another place than this one
        if (!entry.asked()) {
            page.say(id, PART_OF, entry.id());
        }
        ends.stream()
                .filter(end -> end.kind() == ElementKind.SWITCH_PORT)
                .forEach(end -> page.say(end, CABLED_TO, List.of(id)));
    }

    /** Whether it is said what feeds the host: its supplies one by one, or all of it, or its rack. */
    private boolean power(
            ElementId id, Optional<Node> node, Optional<ElementId> rack, Map<String, List<ElementId>> supplies) {
        if (node.isPresent() && node.get() instanceof Node.Mapping) {
            for (Node.Item supply : mapping(node, "power", POWER)) {
                Optional<Node> by = Optional.of(supply.value()).filter(value -> !(value instanceof Node.Nothing));
                List<ElementId> feeding = feeds.by(by);
                supplies.put(supply.key(), feeding);
                supply(id, supply.key(), feeding);
            }
            return !supplies.isEmpty();
        }
        List<ElementId> feeding =
                node.isPresent() ? feeds.by(node) : rack.map(racks::feeds).orElse(List.of());
        if (!feeding.isEmpty()) {
            page.say(id, FED_BY, feeding);
        }
        return !feeding.isEmpty();
    }

    private void supply(ElementId host, String name, List<ElementId> feeding) {
        ElementId supply = host.part(ElementKind.POWER_SUPPLY, name);
        page.say(supply, NAME, name).say(supply, PART_OF, host);
        if (feeding.isEmpty()) {
            return;
        }
        page.say(supply, FED_BY, feeding);
        Set<Side> sides = feeding.stream()
                .flatMap(feed -> feeds.sideOf(feed).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (sides.size() == 1) {
            page.say(supply, SIDE, sides.iterator().next());
        }
    }

    private List<Node.Item> mapping(Optional<Node> node, String key, String instead) {
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Mapping(Node.Mark at, List<Node.Item> items))) {
            form.wrong(
                    node.get().at(),
                    key + " is a mapping, this is " + node.get().what(),
                    instead);
            return List.of();
        }
        return items.stream()
                .filter(item ->
                        form.name(new Node.Scalar(item.at(), item.key())).isPresent())
                .toList();
    }
}
