package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.xml.Xml;

/**
 * Says in a line each what a CIB's constraints, and the groups and clones that a resource is in, mean for a resource.
 * What an operator's move left behind is called so.
 */
public final class Constraints {

    /** Of those that stand in a set together. */
    private static final int MOST_NAMED = 10;

    private final Map<String, List<String>> rules = new LinkedHashMap<>();

    private Constraints() {}

    /**
     * The rules by the id of the resource that they speak of.
     *
     * @param sets every group, clone and bundle
     */
    public static Map<String, List<String>> read(Optional<Xml> constraints, List<Xml> sets) {
        Constraints reading = new Constraints();
        sets.forEach(reading::set);
        for (Xml one : constraints.map(Xml::children).orElse(List.of())) {
            switch (one.name()) {
                case "rsc_location" -> reading.location(one);
                case "rsc_colocation" -> reading.colocation(one);
                case "rsc_order" -> reading.order(one);
                case "rsc_ticket" -> {
                    String ticket = "needs ticket " + value(one, "ticket");
                    one.attribute("rsc").ifPresent(resource -> reading.say(resource, ticket));
                    members(one).forEach(resource -> reading.say(resource, ticket));
                }
                default -> {}
            }
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        reading.rules.forEach((resource, lines) -> all.put(resource, Limits.lines(lines)));
        return all;
    }

    private void say(String resource, String rule) {
        rules.computeIfAbsent(resource, none -> new ArrayList<>()).add(rule);
    }

    private void set(Xml set) {
        List<Xml> inside = set.children().stream()
                .filter(child ->
                        child.name().equals("primitive") || child.name().equals("group"))
                .toList();
        for (int i = 0; i < inside.size(); i++) {
            String id = value(inside.get(i), "id");
            if (set.name().equals("group")) {
                String after = i == 0 ? "" : ", after " + value(inside.get(i - 1), "id");
                say(id, "in group " + value(set, "id") + ": with the others on one node" + after);
            } else {
                say(id, "in " + set.name() + " " + value(set, "id"));
            }
        }
    }

    private void location(Xml one) {
        String left = value(one, "id").matches("cli-(prefer|ban|standby)-.*")
                ? " (left by an operator's move: " + value(one, "id") + ")"
                : "";
        String where = one.attribute("node")
                .map(node -> placed(value(one, "score"), node) + left)
                .orElseGet(() -> ruled(one) + left);
        one.attribute("rsc").ifPresent(resource -> say(resource, where));
        one.attribute("rsc-pattern").ifPresent(pattern -> say(pattern, where));
        members(one).forEach(resource -> say(resource, where));
    }

    private static String placed(String score, String node) {
        return switch (score) {
            case "INFINITY", "+INFINITY" -> "only on " + node + " while it is there";
            case "-INFINITY" -> "never on " + node;
            default ->
                score.startsWith("-")
                        ? "rather not on " + node + " (" + score + ")"
                        : "prefers " + node + " (" + score + ")";
        };
    }

    /** A rule with expressions: what they are, as they are written. */
    private static String ruled(Xml location) {
        List<String> rules = new ArrayList<>();
        for (Xml rule : location.all("rule")) {
            List<String> parts = new ArrayList<>();
            expressions(rule, parts, 0);
            String joined = String.join(" " + rule.attribute("boolean-op").orElse("and") + " ", parts);
            String score = rule.attribute("score")
                    .or(() -> rule.attribute("score-attribute").map(name -> "by " + name))
                    .orElse("0");
            rules.add("score " + score + " where " + joined);
        }
        return rules.isEmpty() ? "a location rule that is not understood" : String.join("; ", rules);
    }

    private static void expressions(Xml rule, List<String> parts, int depth) {
        for (Xml child : rule.children()) {
            switch (child.name()) {
                case "expression" ->
                    parts.add((value(child, "attribute") + " " + value(child, "operation") + " "
                                    + child.attribute("value").orElse(""))
                            .strip());
                case "date_expression" ->
                    parts.add(child.attribute("end")
                            .filter(end -> value(child, "operation").equals("lt"))
                            .map(end -> "it is before " + end)
                            .orElse("a time"));
                case "rsc_expression", "op_expression" -> parts.add("what it is");
                case "rule" -> {
                    if (depth < 4) {
                        expressions(child, parts, depth + 1);
                    }
                }
                default -> {}
            }
        }
    }

    private void colocation(Xml one) {
        String score = value(one, "score");
        Optional<String> resource = one.attribute("rsc");
        Optional<String> with = one.attribute("with-rsc");
        if (resource.isPresent() && with.isPresent()) {
            say(resource.get(), together(score, with.get()));
            say(with.get(), together(score, resource.get()));
        }
        List<String> members = members(one);
        if (members.size() > MOST_NAMED) {
            members.forEach(member -> say(member, "in a colocation set of " + members.size() + " (" + score + ")"));
            return;
        }
        for (String member : members) {
            List<String> others =
                    members.stream().filter(other -> !other.equals(member)).toList();
            say(member, together(score, String.join(", ", others)));
        }
    }

    private static String together(String score, String with) {
        return switch (score) {
            case "INFINITY", "+INFINITY" -> "only with " + with;
            case "-INFINITY" -> "never with " + with;
            default ->
                score.startsWith("-")
                        ? "rather not with " + with + " (" + score + ")"
                        : "rather with " + with + " (" + score + ")";
        };
    }

    private void order(Xml one) {
        Optional<String> first = one.attribute("first");
        Optional<String> then = one.attribute("then");
        String kind = one.attribute("kind")
                .filter(is -> !is.equals("Mandatory"))
                .map(is -> " (" + is + ")")
                .orElse("");
        if (first.isPresent() && then.isPresent()) {
            say(then.get(), "after " + first.get() + kind);
            say(first.get(), "before " + then.get() + kind);
        }
        List<String> members = members(one);
        for (int i = 1; i < members.size(); i++) {
            say(members.get(i), "in one order with " + members.get(i - 1) + kind);
            say(members.get(i - 1), "in one order with " + members.get(i) + kind);
        }
    }

    private static List<String> members(Xml constraint) {
        return constraint.all("resource_set").stream()
                .flatMap(set -> set.all("resource_ref").stream())
                .flatMap(ref -> ref.attribute("id").stream())
                .toList();
    }

    private static String value(Xml element, String name) {
        return element.attribute(name).orElse("?");
    }
}
