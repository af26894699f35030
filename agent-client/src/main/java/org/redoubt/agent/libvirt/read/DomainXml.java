package org.redoubt.agent.libvirt.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.xml.Xml;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/**
 * What a domain's XML says that others need: what it is called and what it needs from a host.
 *
 * @param memory bytes it may hold; -1 when it does not say
 * @param cpus -1 when it does not say
 * @param networks the networks and bridges of its NICs
 * @param volumes the volumes of its disks that are named by what they are (path, device, remote image)
 * @param pooled its disks that are named by pool and volume instead
 * @param cpuModel the guest's CPU: a model, or the mode ({@code host-passthrough}) where it has no model; empty: the default
 */
public record DomainXml(
        String uuid,
        String name,
        long memory,
        long cpus,
        List<ElementId> networks,
        List<ElementId> volumes,
        List<PooledDisk> pooled,
        Optional<String> cpuModel,
        List<String> cpuFeatures) {

    /** A disk named by its place in a storage pool; which volume that is, the host's pools tell. */
    public record PooledDisk(String pool, String volume) {}

    /** Empty when the text is no domain: then nothing is known, which is not the same as nothing being needed. */
    public static Optional<DomainXml> parse(String text) {
        return Xml.parse(text)
                .filter(root -> root.name().equals("domain"))
                .filter(root -> root.contentOf("uuid").isPresent())
                .map(DomainXml::of);
    }

    private static DomainXml of(Xml root) {
        List<Xml> devices = root.child("devices").map(Xml::children).orElse(List.of());
        Set<ElementId> networks = new LinkedHashSet<>();
        Set<ElementId> volumes = new LinkedHashSet<>();
        List<PooledDisk> pooled = new ArrayList<>();
        for (Xml device : devices) {
            switch (device.name()) {
                case "interface" -> network(device).ifPresent(networks::add);
                case "disk" -> {
                    volume(device).ifPresent(volumes::add);
                    pooled(device).ifPresent(pooled::add);
                }
                default -> {}
            }
        }
        return new DomainXml(
                root.contentOf("uuid").orElseThrow(),
                root.child("name").map(Xml::text).orElse(""),
                root.child("memory").flatMap(Xml::bytes).orElse(-1L),
                cpus(root),
                List.copyOf(networks),
                List.copyOf(volumes),
                List.copyOf(pooled),
                cpuModel(root),
                cpuFeatures(root));
    }

    private static long cpus(Xml root) {
        Optional<Xml> vcpu = root.child("vcpu");
        return vcpu.flatMap(element -> element.attribute("current"))
                .flatMap(now -> new Xml("current", java.util.Map.of(), List.of(), now).number())
                .or(() -> vcpu.flatMap(Xml::number))
                .orElse(-1L);
    }

    private static Optional<ElementId> network(Xml nic) {
        Optional<Xml> source = nic.child("source");
        return switch (nic.attributes().getOrDefault("type", "")) {
            case "network" -> source.flatMap(it -> it.attribute("network")).map(DomainXml::networkId);
            case "bridge" -> source.flatMap(it -> it.attribute("bridge")).map(DomainXml::bridgeId);
            case "direct" -> source.flatMap(it -> it.attribute("dev")).map(DomainXml::directId);
            // user-mode networking and the like need nothing of a host
            default -> Optional.empty();
        };
    }

    public static ElementId networkId(String name) {
        return new ElementId(ElementKind.NETWORK, name);
    }

    public static ElementId bridgeId(String name) {
        return new ElementId(ElementKind.NETWORK, "bridge/" + name);
    }

    /** A host's own network card that a NIC is put on directly (macvtap). */
    public static ElementId directId(String device) {
        return new ElementId(ElementKind.NETWORK, "direct/" + device);
    }

    public static ElementId volumeId(String path) {
        return new ElementId(ElementKind.VOLUME, path);
    }

    private static Optional<ElementId> volume(Xml disk) {
        Optional<Xml> source = disk.child("source");
        return switch (disk.attributes().getOrDefault("type", "")) {
            case "file" -> source.flatMap(it -> it.attribute("file")).map(DomainXml::volumeId);
            case "block" -> source.flatMap(it -> it.attribute("dev")).map(DomainXml::volumeId);
            case "dir" -> source.flatMap(it -> it.attribute("dir")).map(DomainXml::volumeId);
            case "network" ->
                source.flatMap(it -> it.attribute("name")
                        .map(name -> volumeId(it.attributes().getOrDefault("protocol", "network") + ":" + name)));
            default -> Optional.empty();
        };
    }

    private static Optional<PooledDisk> pooled(Xml disk) {
        if (!"volume".equals(disk.attributes().get("type"))) {
            return Optional.empty();
        }
        return disk.child("source")
                .filter(it -> it.attribute("pool").isPresent()
                        && it.attribute("volume").isPresent())
                .map(it -> new PooledDisk(
                        it.attributes().get("pool"), it.attributes().get("volume")));
    }

    private static Optional<String> cpuModel(Xml root) {
        Optional<Xml> cpu = root.child("cpu");
        return cpu.flatMap(it -> it.contentOf("model"))
                .or(() -> cpu.flatMap(it -> it.attribute("mode")).filter(mode -> mode.startsWith("host-")));
    }

    private static List<String> cpuFeatures(Xml root) {
        return root.child("cpu").map(cpu -> cpu.all("feature")).orElse(List.of()).stream()
                .filter(feature -> !List.of("disable", "forbid", "optional")
                        .contains(feature.attributes().getOrDefault("policy", "require")))
                .flatMap(feature -> feature.attribute("name").stream())
                .sorted()
                .toList();
    }
}
