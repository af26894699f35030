package org.redoubt.views.inspector;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.NEEDS_VOLUMES;
import static org.redoubt.topology.model.Attributes.OFFERS;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.REACHES;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/**
 * One thing that an element needs to go on running, as far as anyone says.
 *
 * @param under how much of it is there, in words
 * @param level WARNING where some of it is gone, CRITICAL where all of it is, UNKNOWN where nobody says
 */
record Need(String label, String value, String under, Level level) {

    static List<Need> of(Element element, Site site) {
        return switch (element) {
            case Element.Vm vm -> ofVm(vm, site);
            case Element.Host host -> ofHost(host, site);
            case Element.Part _ -> List.of();
        };
    }

    private static List<Need> ofVm(Element.Vm vm, Site site) {
        List<Need> needs = new ArrayList<>();
        Optional<Element.Host> host = vm.whereabouts().host().flatMap(site::host);
        needs.add(where(vm, site));
        available("network", vm.refs(NEEDS_NETWORKS), host, OFFERS, "offered by its host", site)
                .ifPresent(needs::add);
        available("storage", vm.refs(NEEDS_VOLUMES), host, REACHES, "reached by its host", site)
                .ifPresent(needs::add);
        host.ifPresent(on -> ofHost(on, site).stream()
                .map(need -> new Need("host’s " + need.label, need.value, need.under, need.level))
                .forEach(needs::add));
        return needs;
    }

    private static Need where(Element.Vm vm, Site site) {
        return switch (vm.whereabouts()) {
            case Whereabouts.On(Whereabouts.Place place, var _) -> {
                Status link = site.host(place.host())
                        .map(host -> Status.of(host.link()))
                        .orElse(new Status(Level.UNKNOWN, "not known"));
                yield new Need("host", Values.name(place.host(), site), link.word(), link.level());
            }
            case Whereabouts.Twice twice ->
                new Need(
                        "host",
                        twice.places().stream()
                                .map(place -> Values.name(place.host(), site))
                                .collect(Collectors.joining(" and ")),
                        "executes on several hosts at once",
                        Level.CRITICAL);
            case Whereabouts.Nowhere _ -> new Need("host", "none", "it is not running anywhere", Level.UNKNOWN);
        };
    }

    private static Optional<Need> available(
            String label,
            List<ElementId> wanted,
            Optional<Element.Host> host,
            Attribute<List<ElementId>> relation,
            String words,
            Site site) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String names = names(wanted, site, ", ");
        Optional<List<ElementId>> there = host.flatMap(on -> on.value(relation));
        if (there.isEmpty()) {
            return Optional.of(new Need(label, names, "nobody says whether it is there", Level.UNKNOWN));
        }
        long found = wanted.stream().filter(there.get()::contains).count();
        return Optional.of(new Need(
                label,
                names,
                found + " of " + wanted.size() + " " + words,
                found == wanted.size() ? Level.NORMAL : Level.WARNING));
    }

    private static List<Need> ofHost(Element.Host host, Site site) {
        List<Need> needs = new ArrayList<>();
        ways("network", parts(host, ElementKind.NETWORK_PORT, site), CABLED_TO, site)
                .ifPresent(needs::add);
        ways("storage", parts(host, ElementKind.HBA_PORT, site), CABLED_TO, site)
                .ifPresent(needs::add);
        List<Element> supplies = parts(host, ElementKind.POWER_SUPPLY, site);
        if (supplies.isEmpty() && !host.refs(FED_BY).isEmpty()) {
            supplies = List.of(host);
        }
        ways("power", supplies, FED_BY, site).ifPresent(needs::add);
        return needs;
    }

    /** Independent ways, any of which is enough: what each leads to, and how many of them are up. */
    private static Optional<Need> ways(
            String label, List<Element> ends, Attribute<List<ElementId>> relation, Site site) {
        List<Element> used =
                ends.stream().filter(end -> !end.refs(relation).isEmpty()).toList();
        if (used.isEmpty()) {
            return Optional.empty();
        }
        String names = used.stream()
                .flatMap(end -> end.refs(relation).stream())
                .map(id -> owner(id, site))
                .distinct()
                .sorted(Names.ORDER)
                .collect(Collectors.joining(" ∥ "));
        long down = used.stream()
                .filter(end -> end.value(UP).equals(Optional.of(false)))
                .count();
        long up = used.stream()
                .filter(end -> end.value(UP).equals(Optional.of(true)))
                .count();
        if (up + down == 0) {
            return Optional.of(new Need(label, names, ways(used.size()) + ", state not heard", Level.UNKNOWN));
        }
        Level level = down == 0 ? Level.NORMAL : up == 0 ? Level.CRITICAL : Level.WARNING;
        return Optional.of(new Need(label, names, up + " of " + ways(used.size()) + " up", level));
    }

    private static String ways(int number) {
        return number + (number == 1 ? " way" : " ways");
    }

    /** The parts of a host, those of its cards too. */
    private static List<Element> parts(Element.Host host, ElementKind kind, Site site) {
        return site.all(kind)
                .filter(part -> belongs(part, host.id(), site))
                .sorted((a, b) -> Names.ORDER.compare(a.name(), b.name()))
                .toList();
    }

    private static boolean belongs(Element part, ElementId host, Site site) {
        Optional<ElementId> whole = part.value(PART_OF);
        return whole.isPresent()
                && (whole.get().equals(host)
                        || whole.get().kind() == ElementKind.ADAPTER_CARD
                                && site.find(whole.get())
                                        .flatMap(card -> card.value(PART_OF))
                                        .filter(host::equals)
                                        .isPresent());
    }

    /** A port is named by what it is a port of. */
    private static String owner(ElementId id, Site site) {
        return site.find(id)
                .flatMap(element -> element.value(PART_OF))
                .map(whole -> Values.name(whole, site))
                .orElseGet(() -> Values.name(id, site));
    }

    private static String names(List<ElementId> ids, Site site, String between) {
        return ids.stream().map(id -> Values.name(id, site)).sorted(Names.ORDER).collect(Collectors.joining(between));
    }
}
