package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.picture.HostCondition;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Words;

/** What is said of an element beside the pointer, and to a screen reader. */
final class HoverWords {

    private HoverWords() {}

    /** A title, then what is worth knowing at a glance. */
    static List<String> of(Site site, ElementId id) {
        Optional<Element> found = site.find(id);
        if (found.isEmpty()) {
            return List.of(id.key());
        }
        List<String> lines = new ArrayList<>();
        lines.add(found.get().name());
        switch (found.get()) {
            case Element.Host host -> host(site, host, lines);
            case Element.Vm vm -> vm(site, vm, lines);
            case Element.Part part -> lines.add(id.kind().label().replace('-', ' '));
        }
        found.get().value(DETAIL).ifPresent(lines::add);
        return lines;
    }

    private static void host(Site site, Element.Host host, List<String> lines) {
        HostCondition condition = HostCondition.of(host, site.now());
        lines.add(condition.words().isEmpty() ? "connected" : condition.words());
        host.value(LINK_DETAIL).filter(words -> !words.isBlank()).ifPresent(lines::add);
        host.value(MEMORY)
                .ifPresent(memory -> lines.add(host.value(MEMORY_FREE)
                                .map(free -> Words.bytes(free) + " free of ")
                                .orElse("")
                        + Words.bytes(memory)));
        host.value(CPU_LOAD).ifPresent(load -> lines.add("CPU " + Words.share(load)));
    }

    private static void vm(Site site, Element.Vm vm, List<String> lines) {
        Whereabouts where = vm.whereabouts();
        String state = where.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        switch (where) {
            case Whereabouts.On(Whereabouts.Place place, var others) ->
                lines.add(
                        state + " on " + site.nameOf(place.host()) + (others.isEmpty() ? "" : ", held elsewhere too"));
            case Whereabouts.Twice twice ->
                lines.add("RUNS TWICE: "
                        + String.join(
                                ", ",
                                twice.places().stream()
                                        .map(place -> site.nameOf(place.host()))
                                        .distinct()
                                        .toList()));
            case Whereabouts.Nowhere nowhere -> lines.add(state);
        }
        vm.value(MEMORY).ifPresent(memory -> lines.add(Words.bytes(memory) + " memory"));
        vm.value(CPU_LOAD).ifPresent(load -> lines.add("CPU " + Words.share(load)));
    }

    /** The map in a sentence. */
    static String spoken(Site site, Optional<ElementId> selected) {
        if (selected.isPresent()) {
            return Lettering.harmless(String.join(", ", of(site, selected.get())));
        }
        return "Map of " + Lettering.harmless(site.name()) + ": " + site.hosts().count() + " hosts, "
                + site.vms().count() + " virtual machines. Arrow keys choose, M moves a machine.";
    }
}
