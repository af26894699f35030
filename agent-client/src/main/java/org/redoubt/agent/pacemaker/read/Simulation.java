package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.redoubt.agent.xml.Xml;

/**
 * What {@code crm_simulate -S --output-as=xml} says would happen.
 *
 * @param actions what would be done to resources, in its order
 * @param fenced the nodes that would be shot
 * @param after where each resource would be then: the names of the nodes
 */
public record Simulation(List<Action> actions, List<String> fenced, Map<String, List<String>> after) {

    /**
     * Something that would be done to a resource.
     *
     * @param what in the cluster's word: {@code migrate} is live, {@code move} a stop and a start elsewhere
     */
    public record Action(String what, String resource, Optional<String> from, Optional<String> to) {

        public boolean live() {
            return what.equals("migrate");
        }

        /** For people. */
        public String words() {
            String how = live() ? "migrates live" : what.equals("move") ? "stops, and starts elsewhere" : what;
            return Limits.sentence(resource + ": " + how
                    + from.map(node -> " from " + node).orElse("")
                    + to.map(node -> " to " + node).orElse(""));
        }
    }

    /** Empty when it is none, or does not tell how it would end. */
    public static Optional<Simulation> parse(String text) {
        return Xml.parse(text)
                .filter(root -> root.name().equals("pacemaker-result"))
                .filter(root -> root.at("status")
                        .flatMap(status -> status.attribute("code"))
                        .filter("0"::equals)
                        .isPresent())
                .filter(root -> root.at("revised_cluster_status", "resources").isPresent())
                .flatMap(Simulation::of);
    }

    private static Optional<Simulation> of(Xml root) {
        List<Xml> told = root.child("actions").map(Xml::children).orElse(List.of());
        List<Action> actions = new ArrayList<>();
        TreeSet<String> fenced = new TreeSet<>();
        for (Xml one : told) {
            switch (one.name()) {
                case "rsc_action" -> {
                    Optional<Action> action = action(one);
                    if (action.isEmpty()) {
                        return Optional.empty();
                    }
                    actions.add(action.get());
                }
                case "node_action" -> fenced.add(one.attribute("node").orElse("?"));
                default -> {
                    // what is not known cannot be told to be harmless
                    return Optional.empty();
                }
            }
        }
        root.child("transition")
                .map(list -> list.all("fencing_action"))
                .orElse(List.of())
                .forEach(one -> fenced.add(one.attribute("target").orElse("?")));
        Map<String, List<String>> after = new TreeMap<>();
        places(root.at("revised_cluster_status", "resources").orElseThrow(), after);
        return Optional.of(new Simulation(List.copyOf(actions), List.copyOf(fenced), after));
    }

    private static Optional<Action> action(Xml one) {
        Optional<String> what = one.attribute("action").map(Limits::sentence);
        Optional<String> resource = one.attribute("resource").flatMap(Limits::name);
        Optional<String> node = one.attribute("node");
        return what.flatMap(is -> resource.map(id -> new Action(
                is,
                id.replaceFirst(":[0-9]+$", ""),
                one.attribute("source").or(() -> is.equals("stop") ? node : Optional.empty()),
                one.attribute("dest").or(() -> is.equals("stop") ? Optional.empty() : node))));
    }

    private static void places(Xml list, Map<String, List<String>> after) {
        for (Xml child : list.children()) {
            if (child.name().equals("resource")) {
                List<String> nodes = after.computeIfAbsent(
                        child.attribute("id").orElse("?").replaceFirst(":[0-9]+$", ""), none -> new ArrayList<>());
                child.all("node").forEach(node -> node.attribute("name").ifPresent(nodes::add));
            } else {
                places(child, after);
            }
        }
    }
}
