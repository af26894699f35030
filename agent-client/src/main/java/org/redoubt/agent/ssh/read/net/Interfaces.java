package org.redoubt.agent.ssh.read.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Json;
import org.redoubt.agent.ssh.read.text.Lines;
import org.redoubt.agent.ssh.read.text.Names;

/**
 * All interfaces of a host, as far as {@code ip} and sysfs tell of them.
 *
 * @param hardwareKnown whether it was told behind which ones hardware stands
 */
record Interfaces(Map<String, Interface> byName, Set<String> spokenOf, boolean hardwareKnown) {

    private static final String LINKS = "ip-link";
    private static final String HARDWARE = "net-sysfs";

    /** Also those of which LLDP or a bond speaks: a pair of virtual ones may stand for a card and its cable. */
    static Interfaces of(Asked asked) {
        Optional<Map<String, Json>> links = asked.json(LINKS).flatMap(json -> links(json, asked));
        Optional<Lines> hardware = asked.lines(HARDWARE);
        Set<String> names = new LinkedHashSet<>();
        hardware.ifPresent(lines -> names.addAll(lines.byName().keySet()));
        names.remove("");
        // what ip does not know any more is gone
        links.ifPresent(known -> names.retainAll(known.keySet()));
        links.ifPresent(known -> names.addAll(known.keySet()));
        Map<String, Interface> byName = new LinkedHashMap<>();
        for (String name : names) {
            byName.put(
                    name,
                    Interface.of(
                            name,
                            hardware.map(lines -> lines.of(name)).orElse(Map.of()),
                            links.map(known -> known.get(name))));
        }
        Set<String> spokenOf = new LinkedHashSet<>(Neighbour.ports(asked.quietly()));
        Bonds.read(asked.quietly()).forEach(bond -> spokenOf.addAll(bond.legNames()));
        Teams.read(asked.quietly()).forEach(team -> spokenOf.addAll(team.legNames()));
        return new Interfaces(byName, spokenOf, hardware.isPresent());
    }

    /** What {@code ip} says is in a bond, a team or a bridge. */
    static Set<String> namesIn(String master, Asked asked) {
        Set<String> names = new LinkedHashSet<>();
        asked.json(LINKS)
                .flatMap(json -> links(json, asked))
                .ifPresent(links -> links.forEach((name, link) -> {
                    if (link.at("master").says(master)) {
                        names.add(name);
                    }
                }));
        return names;
    }

    private static Optional<Map<String, Json>> links(Json json, Asked asked) {
        if (!json.list()) {
            asked.reading().unreadable(LINKS, "it is no list of links");
            return Optional.empty();
        }
        Map<String, Json> links = new LinkedHashMap<>();
        int strange = 0;
        for (Json link : json.items()) {
            Optional<String> name = link.at("ifname").text().filter(Names::plain);
            boolean taken = name.isPresent() && link.at("flags").list() && links.putIfAbsent(name.get(), link) == null;
            strange += taken ? 0 : 1;
        }
        asked.strange(LINKS, strange);
        return Optional.of(links);
    }

    Optional<Interface> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Interface> all() {
        return byName.values();
    }

    /**
     * Those that are ports: the hardware; what LLDP or a bond speaks of; and on a host that has no hardware at all (it is
     * a container of some kind) its ends of virtual cables.
     */
    List<Interface> ports() {
        boolean bare = hardwareKnown && all().stream().noneMatch(Interface::device);
        List<Interface> ports = new ArrayList<>();
        for (Interface one : all()) {
            boolean stands = spokenOf.contains(one.name()) && !one.carriesOthers() && hardwareKnown;
            if (one.device() || stands || bare && one.kind().equals(Interface.VIRTUAL_CABLE)) {
                ports.add(one);
            }
        }
        return ports;
    }

    /** The bridges that it leads into, itself or through VLANs that lie on it. */
    List<String> bridgesOver(Interface lower) {
        Set<String> bridges = new LinkedHashSet<>();
        bridgeOf(lower).ifPresent(bridges::add);
        for (Interface upper : all()) {
            if (upper.kind().equals("vlan")
                    && upper.under().filter(lower.name()::equals).isPresent()) {
                bridgeOf(upper).ifPresent(bridges::add);
            }
        }
        return List.copyOf(bridges);
    }

    private Optional<String> bridgeOf(Interface one) {
        return one.master()
                .filter(master -> find(master)
                        .filter(known -> known.kind().equals("bridge"))
                        .isPresent());
    }
}
