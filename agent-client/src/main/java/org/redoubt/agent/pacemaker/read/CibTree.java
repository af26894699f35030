package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.pacemaker.read.Cib.Primitive;
import org.redoubt.agent.xml.Xml;

/** The tree of a CIB's resources: its leaves, and the groups, clones and bundles that they are in. */
final class CibTree {

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

    private static final List<String> SETS = List.of("group", "clone", "master", "bundle");
    private static final int DEEPEST = 4;

    private final Map<String, Xml> templates = new LinkedHashMap<>();
    private final List<Primitive> primitives = new ArrayList<>();
    private final List<Xml> sets = new ArrayList<>();
    private int odd;

    private CibTree() {}

    static CibTree of(Xml resources) {
        CibTree tree = new CibTree();
        resources.all("template").forEach(one -> one.attribute("id").ifPresent(id -> tree.templates.put(id, one)));
        tree.collect(resources, Map.of(), false, 0);
        return tree;
    }

    List<Primitive> primitives() {
        return List.copyOf(primitives);
    }

    List<Xml> sets() {
        return List.copyOf(sets);
    }

    /** How many resources lack an id or an agent, or lie deeper than anything does. */
    int odd() {
        return odd;
    }

    private void collect(Xml list, Map<String, String> meta, boolean cloned, int depth) {
        for (Xml child : list.children()) {
            if (child.name().equals("primitive")) {
                primitive(child, meta, cloned).ifPresentOrElse(primitives::add, () -> odd++);
            } else if (SETS.contains(child.name()) && depth < DEEPEST) {
                sets.add(child);
                Map<String, String> inner = earlier(attributes(child, "meta_attributes"), meta);
                collect(child, inner, cloned || !child.name().equals("group"), depth + 1);
            } else if (SETS.contains(child.name())) {
                odd++;
            }
        }
    }

    private Optional<Primitive> primitive(Xml one, Map<String, String> outer, boolean cloned) {
        Optional<Xml> template = one.attribute("template").map(templates::get);
        Map<String, String> parameters = attributes(one, "instance_attributes");
        Map<String, String> meta = attributes(one, "meta_attributes");
        template.ifPresent(base -> {
            earlier(parameters, attributes(base, "instance_attributes"));
            earlier(meta, attributes(base, "meta_attributes"));
        });
        earlier(meta, outer);
        parameters.keySet().retainAll(KEPT);
        Optional<String> agent = agent(one).or(() -> template.flatMap(CibTree::agent));
        return one.attribute("id")
                .flatMap(Limits::name)
                .flatMap(id -> agent.map(acts -> new Primitive(id, acts, parameters, meta, cloned)));
    }

    private static Optional<String> agent(Xml one) {
        return one.attribute("class")
                .flatMap(standard -> one.attribute("type")
                        .map(type -> standard
                                + one.attribute("provider").map(by -> ":" + by).orElse("") + ":" + type)
                        .flatMap(Limits::name));
    }

    private static Map<String, String> attributes(Xml one, String set) {
        return one.all(set).stream().map(CibTree::pairs).reduce(new LinkedHashMap<>(), CibTree::earlier);
    }

    /** Of what several sets say, what was said first holds. */
    static Map<String, String> earlier(Map<String, String> first, Map<String, String> then) {
        then.forEach(first::putIfAbsent);
        return first;
    }

    static Map<String, String> pairs(Xml set) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Xml pair : set.all("nvpair")) {
            pair.attribute("name")
                    .filter(name -> pair.attributes().containsKey("value"))
                    .ifPresent(name -> pairs.putIfAbsent(name, pair.attributes().get("value")));
        }
        return pairs;
    }
}
