package org.redoubt.agent.ssh.read.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.ssh.read.text.Lines;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.agent.ssh.read.text.PciSlot;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/**
 * A SCSI host of the kernel: an HBA's port, a virtual or software one.
 *
 * @param name as the kernel calls it: {@code host1}
 * @param driver empty where it is not told
 * @param state the kernel's own of it: {@code running}; empty where it is not told
 * @param link what is said of its Fibre Channel link; nothing where it has none
 */
record Adapter(String name, String driver, Optional<PciSlot> slot, String state, Map<String, String> link) {

    static final String QUESTION = "scsi";
    static final Pattern HOST = Pattern.compile("host[0-9]{1,9}");
    private static final Pattern WORLD_WIDE = Pattern.compile("0x([0-9a-f]{16})");
    private static final Pattern PAIR = Pattern.compile("(?<=\\G..)(?=.)");
    private static final Set<String> NO_NAME = Set.of("0000000000000000", "ffffffffffffffff");

    /** Drivers of what is in the host itself: SATA ports, RAID controllers, USB sticks. */
    private static final Pattern LOCAL = Pattern.compile(
            "ahci|ata_.*|pata_.*|sata_.*|usb-storage|uas|megaraid.*|aacraid|hpsa|smartpqi|arcmsr|3w-.*|isci");

    static Map<String, Adapter> all(Lines lines) {
        Map<String, Map<String, String>> fibreChannel = lines.in("fc_host");
        Map<String, Adapter> all = new LinkedHashMap<>();
        lines.in("scsi_host").forEach((name, facts) -> {
            if (HOST.matcher(name).matches()) {
                String driver = facts.getOrDefault("proc_name", "");
                Map<String, String> link = fibreChannel.getOrDefault(name, Map.of());
                all.put(
                        name,
                        new Adapter(
                                name,
                                Names.plain(driver) ? driver : "",
                                Optional.ofNullable(facts.getOrDefault("pci", link.get("pci")))
                                        .flatMap(PciSlot::of),
                                facts.getOrDefault("state", ""),
                                link));
            }
        });
        return all;
    }

    /** Whether what hangs on it is in the host itself, and no cable leads away. */
    boolean local() {
        return LOCAL.matcher(driver).matches();
    }

    boolean fibreChannel() {
        return !link.isEmpty();
    }

    static ElementId id(ElementId host, String name) {
        return host.part(ElementKind.HBA_PORT, name);
    }

    /** A world wide name as people write it; empty where there is none. */
    static Optional<String> worldWide(String hex) {
        Matcher name = WORLD_WIDE.matcher(hex);
        return name.matches() && !NO_NAME.contains(name.group(1))
                ? Optional.of(PAIR.matcher(name.group(1)).replaceAll(":"))
                : Optional.empty();
    }

    /** The fabric that it is on, named after its principal switch. */
    Optional<ElementId> fabric() {
        boolean switched = link.getOrDefault("port_type", "").contains("fabric");
        return worldWide(link.getOrDefault("fabric_name", ""))
                .filter(name -> switched)
                .map(name -> new ElementId(ElementKind.FABRIC_SWITCH, name));
    }

    static ElementId array(String identity) {
        return new ElementId(ElementKind.STORAGE_ARRAY, identity);
    }

    static ElementId controller(ElementId array, String port) {
        return array.part(ElementKind.STORAGE_CONTROLLER, port);
    }
}
