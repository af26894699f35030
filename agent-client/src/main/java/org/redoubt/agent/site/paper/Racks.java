package org.redoubt.agent.site.paper;

import static org.redoubt.topology.model.Attributes.CONTAINS;
import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.MODE;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.ArrayList;
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

/** The racks of a site file, the rooms that they stand in, and what else fails together. */
final class Racks {

    private static final List<String> KEYS = List.of("room", "power");
    private static final List<String> DOMAIN_KEYS = List.of("racks", "hosts", "switches", "fabrics", "arrays", "power");

    private final Form form;
    private final Page page;
    private final Section section;
    private final boolean declared;
    private final Map<ElementId, List<ElementId>> feeds = new HashMap<>();
    private final Set<ElementId> used = new HashSet<>();

    Racks(Form form, Node.Mapping site, Feeds power, Page page) {
        this.form = form;
        this.page = page;
        this.declared = site.get("racks").isPresent();
        section = Section.of(form, site, "racks", ElementKind.RACK, KEYS, Optional.empty());
        for (Section.Item rack : section.items()) {
            page.say(rack.id(), NAME, rack.name());
            rack.keys().get("room").flatMap(form::name).ifPresent(room -> room(rack.id(), room));
            List<ElementId> by = power.by(rack.keys(), "power");
            if (!by.isEmpty()) {
                page.say(rack.id(), FED_BY, by);
                feeds.put(rack.id(), by);
            }
        }
    }

    private void room(ElementId rack, String name) {
        ElementId room = new ElementId(ElementKind.RACK, "room/" + name);
        page.say(room, NAME, name).say(room, MODE, "room").say(rack, PART_OF, room);
    }

    /** The rack that a host says it stands in; where no racks are listed it is one by being named. */
    Optional<ElementId> rack(Node node) {
        Optional<ElementId> rack = declared
                ? section.find(node)
                : form.name(node).map(name -> {
                    ElementId id = new ElementId(ElementKind.RACK, name);
                    page.say(id, NAME, name);
                    return id;
                });
        rack.ifPresent(used::add);
        return rack;
    }

    /** What feeds whatever stands in it. */
    List<ElementId> feeds(ElementId rack) {
        return feeds.getOrDefault(rack, List.of());
    }

    List<Section.Item> empty() {
        return section.items().stream()
                .filter(rack -> !used.contains(rack.id()))
                .toList();
    }

    /** What fails together besides: each of {@code sections} by the key under which it is named. */
    void domains(Node.Mapping site, Map<String, Section> sections, Map<String, ElementId> hosts) {
        Section domains = Section.of(form, site, "failure-domains", ElementKind.RACK, DOMAIN_KEYS, Optional.empty());
        for (Section.Item domain : domains.items()) {
            ElementId id = new ElementId(ElementKind.RACK, "failure-domain/" + domain.name());
            List<ElementId> holds = new ArrayList<>();
            holds.addAll(section.findAll(domain.keys().get("racks")));
            Section.each(domain.keys().get("hosts"))
                    .forEach(node -> Hosts.find(form, node, hosts).ifPresent(holds::add));
            sections.forEach(
                    (key, each) -> holds.addAll(each.findAll(domain.keys().get(key))));
            holds.sort(null);
            page.say(id, NAME, domain.name()).say(id, MODE, "failure-domain").say(id, CONTAINS, holds);
            if (holds.isEmpty()) {
                page.gap(id, "failure domain " + domain.name() + " holds nothing");
            }
        }
    }
}
