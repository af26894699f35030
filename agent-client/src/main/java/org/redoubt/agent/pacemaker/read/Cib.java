package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.xml.Xml;

/**
 * What a cluster's configuration says (the CIB's {@code configuration}). Of a resource's parameters only those are kept
 * that tell which VM or which host it is about: others may be passwords.
 *
 * @param properties the cluster's own properties
 * @param primitives every resource that is no mere set of others
 * @param rules by the resource that they speak of
 * @param levels by the node that they are about: which devices shoot it, level by level
 * @param odd how many nodes or resources lack what is needed to say anything of them
 */
public record Cib(
        Map<String, String> properties,
        List<ClusterNode> nodes,
        List<Primitive> primitives,
        Map<String, List<String>> rules,
        Map<String, List<String>> levels,
        int odd) {

    /**
     * A resource.
     *
     * @param agent such as {@code ocf:heartbeat:VirtualDomain}, {@code stonith:fence_ipmilan}
     * @param parameters those that are kept
     * @param cloned whether several of it may be active at once
     */
    public record Primitive(
            String id, String agent, Map<String, String> parameters, Map<String, String> meta, boolean cloned) {

        public boolean fences() {
            return agent.startsWith("stonith:");
        }

        /** The VM that it is: what its configuration file is called by, which is its name or its UUID. */
        public Optional<String> domain() {
            String type = agent.substring(agent.lastIndexOf(':') + 1);
            return switch (type) {
                case "VirtualDomain" -> file("config");
                case "Xen" -> Optional.ofNullable(parameters.get("name")).or(() -> file("xmfile"));
                default -> Optional.empty();
            };
        }

        private Optional<String> file(String parameter) {
            return Optional.ofNullable(parameters.get(parameter))
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .map(name -> name.replaceFirst("\\.(xml|cfg)$", ""))
                    .flatMap(Limits::name);
        }

        /** The nodes that a fence device can shoot, as far as its configuration names them. */
        public List<String> targets() {
            List<String> named = new ArrayList<>();
            for (String one : parameters.getOrDefault("pcmk_host_list", "").split("[\\s,;]+")) {
                Limits.name(one).ifPresent(named::add);
            }
            for (String pair : parameters.getOrDefault("pcmk_host_map", "").split("[\\s;]+")) {
                int colon = pair.indexOf(':');
                Limits.name(colon < 0 ? pair : pair.substring(0, colon))
                        .filter(name -> !named.contains(name))
                        .ifPresent(named::add);
            }
            return List.copyOf(named);
        }
    }

    /** Empty when it is no CIB, or has no configuration. */
    public static Optional<Cib> parse(String text) {
        return Xml.parse(text).flatMap(Cib::of);
    }

    public static Optional<Cib> of(Xml root) {
        Optional<Xml> configuration = root.name().equals("cib") ? root.child("configuration") : Optional.empty();
        return configuration
                .filter(one ->
                        one.child("resources").isPresent() && one.child("nodes").isPresent())
                .map(Cib::read);
    }

    private static Cib read(Xml configuration) {
        Map<String, String> properties = configuration.child("crm_config").map(Xml::children).orElse(List.of()).stream()
                .filter(set -> set.name().equals("cluster_property_set"))
                .map(CibTree::pairs)
                .reduce(new LinkedHashMap<>(), CibTree::earlier);
        CibTree tree = CibTree.of(configuration.child("resources").orElseThrow());
        Map<String, List<String>> rules = Constraints.read(configuration.child("constraints"), tree.sets());
        List<Xml> all = configuration.child("nodes").orElseThrow().all("node");
        List<ClusterNode> nodes = all.stream()
                .map(Cib::node)
                .flatMap(Optional::stream)
                .filter(node -> node.name().isPresent())
                .toList();
        return new Cib(
                properties,
                nodes,
                tree.primitives(),
                rules,
                levels(configuration.child("fencing-topology")),
                tree.odd() + all.size() - nodes.size());
    }

    private static Optional<ClusterNode> node(Xml node) {
        return node.attribute("uname")
                .map(name -> ClusterNode.named(
                        node.attribute("id").flatMap(Limits::name).orElse(""), name));
    }

    private static Map<String, List<String>> levels(Optional<Xml> topology) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        List<Xml> all =
                new ArrayList<>(topology.map(one -> one.all("fencing-level")).orElse(List.of()));
        all.sort(Comparator.comparing(level ->
                Limits.number(level.attributes().getOrDefault("index", "")).orElse(Long.MAX_VALUE)));
        for (Xml level : all) {
            String devices = level.attributes().getOrDefault("devices", "").replace(",", ", ");
            level.attribute("target")
                    .or(() -> level.attribute("target-pattern"))
                    .or(() -> level.attribute("target-attribute"))
                    .flatMap(Limits::name)
                    .ifPresent(target -> levels.computeIfAbsent(target, none -> new ArrayList<>())
                            .add(Limits.sentence(level.attributes().getOrDefault("index", "?") + ": " + devices)));
        }
        return levels;
    }
}
