package org.redoubt.agent.pacemaker;

import java.util.ArrayList;
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
record Cib(
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
     */
    record Primitive(String id, String agent, Map<String, String> parameters, Map<String, String> meta) {

        boolean fences() {
            return agent.startsWith("stonith:");
        }

        /** The VM that it is: what its configuration file is called by, which is its name or its UUID. */
        Optional<String> domain() {
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
        List<String> targets() {
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

    /** Parameters that tell which VM or which host a resource is about, and where its device is. */
    private static final List<String> KEPT = List.of(
            "config",
            "xmfile",
            "name",
            "hypervisor",
            "pcmk_host_list",
            "pcmk_host_map",
            "pcmk_host_check",
            "ip",
            "ipaddr",
            "ipport",
            "devices");

    private static final int DEEPEST = 4;

    /** Empty when it is no CIB, or has no configuration. */
    static Optional<Cib> parse(String text) {
        return Xml.parse(text).flatMap(Cib::of);
    }

    static Optional<Cib> of(Xml root) {
        Optional<Xml> configuration = root.name().equals("cib") ? root.child("configuration") : Optional.empty();
        return configuration
                .filter(one ->
                        one.child("resources").isPresent() && one.child("nodes").isPresent())
                .map(Cib::read);
    }

    private static Cib read(Xml configuration) {
        Map<String, String> properties = configuration.child("crm_config").map(Xml::children).orElse(List.of()).stream()
                .filter(set -> set.name().equals("cluster_property_set"))
                .map(Cib::pairs)
                .reduce(new LinkedHashMap<>(), Cib::earlier);
        List<Primitive> primitives = new ArrayList<>();
        List<Xml> sets = new ArrayList<>();
        Map<String, Xml> templates = new LinkedHashMap<>();
        Xml resources = configuration.child("resources").orElseThrow();
        resources.all("template").forEach(one -> one.attribute("id").ifPresent(id -> templates.put(id, one)));
        int[] odd = {0};
        collect(resources, Map.of(), primitives, sets, templates, odd);
        Map<String, List<String>> rules = Constraints.read(configuration.child("constraints"), sets);
        List<Xml> all = configuration.child("nodes").orElseThrow().all("node");
        List<ClusterNode> nodes = all.stream()
                .map(Cib::node)
                .flatMap(Optional::stream)
                .filter(node -> node.name().isPresent())
                .toList();
        return new Cib(
                properties,
                nodes,
                List.copyOf(primitives),
                rules,
                levels(configuration.child("fencing-topology")),
                odd[0] + all.size() - nodes.size());
    }

    /** Of what several sets say, what was said first holds. */
    private static Map<String, String> earlier(Map<String, String> first, Map<String, String> then) {
        then.forEach(first::putIfAbsent);
        return first;
    }

    private static Optional<ClusterNode> node(Xml node) {
        return node.attribute("uname")
                .map(name -> ClusterNode.named(
                        node.attribute("id").flatMap(Limits::name).orElse(""), name));
    }

    private static void collect(
            Xml list,
            Map<String, String> meta,
            List<Primitive> found,
            List<Xml> sets,
            Map<String, Xml> templates,
            int[] odd) {
        for (Xml child : list.children()) {
            switch (child.name()) {
                case "primitive" -> primitive(child, meta, templates).ifPresentOrElse(found::add, () -> odd[0]++);
                case "group", "clone", "master", "bundle" -> {
                    sets.add(child);
                    if (sets.size() < 100_000 && depth(child) <= DEEPEST) {
                        collect(
                                child,
                                earlier(attributes(child, "meta_attributes"), meta),
                                found,
                                sets,
                                templates,
                                odd);
                    }
                }
                default -> {}
            }
        }
    }

    private static int depth(Xml set) {
        return 1
                + set.children().stream()
                        .filter(child ->
                                List.of("group", "clone", "master", "bundle").contains(child.name()))
                        .mapToInt(Cib::depth)
                        .max()
                        .orElse(0);
    }

    private static Optional<Primitive> primitive(Xml one, Map<String, String> outer, Map<String, Xml> templates) {
        Optional<Xml> template = one.attribute("template").map(templates::get);
        Map<String, String> parameters = attributes(one, "instance_attributes");
        Map<String, String> meta = attributes(one, "meta_attributes");
        template.ifPresent(base -> {
            earlier(parameters, attributes(base, "instance_attributes"));
            earlier(meta, attributes(base, "meta_attributes"));
        });
        earlier(meta, outer);
        parameters.keySet().retainAll(KEPT);
        Optional<String> agent = agent(one).or(() -> template.flatMap(Cib::agent));
        return one.attribute("id")
                .flatMap(Limits::name)
                .flatMap(id -> agent.map(acts -> new Primitive(id, acts, parameters, meta)));
    }

    private static Optional<String> agent(Xml one) {
        return one.attribute("class")
                .flatMap(standard -> one.attribute("type")
                        .map(type -> standard
                                + one.attribute("provider").map(by -> ":" + by).orElse("") + ":" + type)
                        .flatMap(Limits::name));
    }

    private static Map<String, String> attributes(Xml one, String set) {
        return one.all(set).stream().map(Cib::pairs).reduce(new LinkedHashMap<>(), Cib::earlier);
    }

    private static Map<String, String> pairs(Xml set) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Xml pair : set.all("nvpair")) {
            pair.attribute("name")
                    .filter(name -> pair.attributes().containsKey("value"))
                    .ifPresent(name -> pairs.putIfAbsent(name, pair.attributes().get("value")));
        }
        return pairs;
    }

    private static Map<String, List<String>> levels(Optional<Xml> topology) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        List<Xml> all =
                new ArrayList<>(topology.map(one -> one.all("fencing-level")).orElse(List.of()));
        all.sort(java.util.Comparator.comparing(level ->
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
