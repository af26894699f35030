package org.redoubt.agent.libvirt.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.xml.Xml;

/** What a host's own XML texts say: capabilities, networks, interfaces, pools, volumes. Pure; what is missing is empty. */
public final class HostXml {

    private HostXml() {}

    /**
     * A host's capabilities.
     *
     * @param migrates whether it lists live migration; false says nothing, an old driver may just not list it
     */
    public record Capabilities(
            Optional<String> uuid,
            Optional<String> arch,
            Optional<String> cpuModel,
            List<String> cpuFeatures,
            boolean migrates) {
        public static final Capabilities NONE =
                new Capabilities(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);
    }

    public static Capabilities capabilities(String text) {
        return Xml.parse(text)
                .flatMap(root -> root.child("host"))
                .map(host -> new Capabilities(
                        host.contentOf("uuid"),
                        host.contentOf("cpu", "arch"),
                        host.contentOf("cpu", "model"),
                        features(host),
                        host.at("migration_features", "live").isPresent()))
                .orElse(Capabilities.NONE);
    }

    private static List<String> features(Xml host) {
        return host.child("cpu").map(cpu -> cpu.all("feature")).orElse(List.of()).stream()
                .flatMap(feature -> feature.attribute("name").stream())
                .sorted()
                .toList();
    }

    /** A libvirt network and the host's bridge behind it, where it has one. */
    public record Network(String name, Optional<String> bridge) {}

    public static Optional<Network> network(String text) {
        return Xml.parse(text)
                .filter(root -> root.name().equals("network"))
                .flatMap(root -> root.contentOf("name")
                        .map(name ->
                                new Network(name, root.child("bridge").flatMap(bridge -> bridge.attribute("name")))));
    }

    /** The name of a host interface that is a bridge. */
    public static Optional<String> bridge(String text) {
        return Xml.parse(text)
                .filter(root -> root.name().equals("interface")
                        && "bridge".equals(root.attributes().get("type")))
                .flatMap(root -> root.attribute("name"));
    }

    /** The host's network card that a node device stands for. */
    public static Optional<String> card(String text) {
        return Xml.parse(text)
                .flatMap(root -> root.all("capability").stream()
                        .filter(capability ->
                                "net".equals(capability.attributes().get("type")))
                        .findFirst()
                        .flatMap(capability -> capability.contentOf("interface")));
    }

    public record Pool(String uuid, String name) {}

    public static Optional<Pool> pool(String text) {
        return Xml.parse(text)
                .filter(root -> root.name().equals("pool"))
                .flatMap(root -> root.contentOf("uuid")
                        .map(uuid -> new Pool(uuid, root.contentOf("name").orElse(""))));
    }

    /**
     * A volume.
     *
     * @param capacity bytes; -1 when it does not say
     */
    public record Volume(String name, String path, long capacity) {}

    public static Optional<Volume> volume(String text) {
        return Xml.parse(text)
                .filter(root -> root.name().equals("volume"))
                .flatMap(root -> root.contentOf("target", "path")
                        .or(() -> root.contentOf("key"))
                        .map(path -> new Volume(
                                root.contentOf("name").orElse(path),
                                path,
                                root.child("capacity").flatMap(Xml::bytes).orElse(-1L))));
    }

    /** {@code parse} of each text; what does not parse is left out. */
    public static <T> List<T> each(List<String> texts, java.util.function.Function<String, Optional<T>> parse) {
        List<T> found = new ArrayList<>(texts.size());
        for (String text : texts) {
            parse.apply(text).ifPresent(found::add);
        }
        return found;
    }
}
