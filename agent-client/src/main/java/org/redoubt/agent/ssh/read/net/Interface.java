package org.redoubt.agent.ssh.read.net;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.ssh.read.text.Json;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.agent.ssh.read.text.PciSlot;

/**
 * A network interface of a host.
 *
 * @param device whether hardware stands behind it; a virtual function is no hardware of its own
 * @param carrier whether it has a link; empty where the kernel does not tell, as of one that is not raised
 * @param raised whether somebody has set it up
 * @param speed bytes per second
 * @param kind what the kernel calls a made one: {@code veth}, {@code bond}, {@code bridge}; empty for hardware
 * @param master the bond, team or bridge that it is in
 * @param under what a VLAN lies on
 */
record Interface(
        String name,
        boolean device,
        Optional<PciSlot> slot,
        Optional<Boolean> carrier,
        Optional<Boolean> raised,
        Optional<Long> speed,
        Optional<String> driver,
        String kind,
        Optional<String> master,
        Optional<String> under) {

    /** A megabit a second, in bytes. */
    static final long MEGABIT = 125_000;

    static final String VIRTUAL_CABLE = "veth";

    /** Where {@code ip} says that it is an end of a virtual cable, what sysfs says is of another one by the same name. */
    static Interface of(String name, Map<String, String> hardware, Optional<Json> link) {
        String kind = link.map(json -> json.at("linkinfo").at("info_kind"))
                .flatMap(Json::text)
                .orElse("");
        Map<String, String> sysfs = kind.equals(VIRTUAL_CABLE) ? Map.of() : hardware;
        boolean device = !sysfs.isEmpty() && !sysfs.containsKey("vf");
        Optional<Set<String>> flags = link.map(Interface::flags);
        return new Interface(
                name,
                device,
                Optional.ofNullable(sysfs.get("pci")).flatMap(PciSlot::of),
                carrier(sysfs.getOrDefault("carrier", ""), flags),
                flags.map(set -> set.contains("UP")),
                Optional.ofNullable(sysfs.get("speed"))
                        .flatMap(Names::number)
                        .filter(megabits -> megabits > 0 && megabits < 100_000_000)
                        .map(megabits -> megabits * MEGABIT),
                Optional.ofNullable(sysfs.get("driver")).filter(Names::plain),
                kind,
                link.flatMap(json -> name(json.at("master"))),
                link.flatMap(json -> name(json.at("link"))));
    }

    private static Optional<String> name(Json json) {
        return json.text().filter(Names::plain);
    }

    private static Set<String> flags(Json link) {
        Set<String> flags = new HashSet<>();
        link.at("flags").items().forEach(flag -> flag.text().ifPresent(flags::add));
        return flags;
    }

    private static Optional<Boolean> carrier(String sysfs, Optional<Set<String>> flags) {
        return switch (sysfs) {
            case "1" -> Optional.of(true);
            case "0" -> Optional.of(false);
            default ->
                flags.filter(set -> set.contains("UP") || set.contains("LOWER_UP"))
                        .map(set -> set.contains("LOWER_UP"));
        };
    }

    /** Whether it carries others and is no port itself. */
    boolean carriesOthers() {
        return switch (kind) {
            case "bond", "team", "bridge", "vlan", "openvswitch" -> true;
            default -> false;
        };
    }
}
