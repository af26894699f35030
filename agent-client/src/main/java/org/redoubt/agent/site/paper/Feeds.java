package org.redoubt.agent.site.paper;

import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.SIDE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.Node;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Side;

/** The power feeds and PDUs of a site file: a PDU is a feed that is fed itself, and has the side of what feeds it. */
final class Feeds {

    private static final List<String> KEYS = List.of("side", "fed-by");

    private final Form form;
    private final Page page;
    private final Section section;
    private final Map<ElementId, Side> sides = new HashMap<>();
    private final Set<ElementId> used = new HashSet<>();

    Feeds(Form form, Node.Mapping site, Page page) {
        this.form = form;
        this.page = page;
        this.section = Section.of(form, site, "power", ElementKind.POWER_FEED, KEYS, Optional.empty());
        Map<ElementId, List<ElementId>> above = new HashMap<>();
        for (Section.Item feed : section.items()) {
            page.say(feed.id(), NAME, feed.name());
            side(form, feed.keys()).ifPresent(side -> sides.put(feed.id(), side));
            List<ElementId> by = by(feed.keys(), "fed-by");
            above.put(feed.id(), by);
            if (!by.isEmpty()) {
                page.say(feed.id(), FED_BY, by);
            }
        }
        for (Section.Item feed : section.items()) {
            inherit(feed, above);
            Optional.ofNullable(sides.get(feed.id())).ifPresent(side -> page.say(feed.id(), SIDE, side));
        }
    }

    /** Goes up to the first feed that has a side; in a circle there is no end to that. */
    private void inherit(Section.Item feed, Map<ElementId, List<ElementId>> above) {
        Set<ElementId> seen = new HashSet<>();
        ElementId at = feed.id();
        while (seen.add(at)) {
            List<ElementId> next = above.getOrDefault(at, List.of());
            if (sides.containsKey(at) || next.size() != 1) {
                Optional.ofNullable(sides.get(at)).ifPresent(side -> sides.putIfAbsent(feed.id(), side));
                return;
            }
            at = next.getFirst();
        }
        form.wrong(
                feed.keys().get("fed-by").orElseThrow().at(),
                "this feeds itself, by way of others",
                "name what really feeds it, or leave fed-by out");
    }

    static Optional<Side> side(Form form, Node.Mapping keys) {
        return form.value(
                keys,
                "side",
                text -> switch (text) {
                    case "A", "a" -> Optional.of(Side.A);
                    case "B", "b" -> Optional.of(Side.B);
                    default -> Optional.empty();
                },
                "write side: A or side: B, or leave it out");
    }

    /** What a thing says that it is fed by. */
    List<ElementId> by(Node.Mapping keys, String key) {
        return by(keys.get(key));
    }

    List<ElementId> by(Optional<Node> names) {
        List<ElementId> feeds = section.findAll(names);
        used.addAll(feeds);
        return feeds;
    }

    /** A device's feeds. */
    void feed(Section.Item device) {
        List<ElementId> by = by(device.keys(), "power");
        if (!by.isEmpty()) {
            page.say(device.id(), FED_BY, by);
        }
    }

    Optional<Side> sideOf(ElementId feed) {
        return Optional.ofNullable(sides.get(feed));
    }

    boolean isEmpty() {
        return section.isEmpty();
    }

    /** Those that nothing in the file is fed by. */
    List<Section.Item> unused() {
        return section.items().stream()
                .filter(feed -> !used.contains(feed.id()))
                .toList();
    }

    Section section() {
        return section;
    }
}
