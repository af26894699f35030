package org.redoubt.agent.pacemaker.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What corosync.conf says of a cluster.
 *
 * @param cluster its name; empty where the file gives it none
 * @param nodes its members; none where they are found by multicast
 * @param token milliseconds that the token may take, with what is added for each node; where the file says
 */
public record CorosyncConf(Optional<String> cluster, List<ClusterNode> nodes, Optional<Long> token) {

    private static final int DEEPEST = 8;
    private static final int MOST_LINKS = 8;
    /** What corosync adds for each node from the third on, where the file does not say how much. */
    private static final long COEFFICIENT = 650;

    public CorosyncConf {
        nodes = List.copyOf(nodes);
    }

    /** A section with what stands in it; of a key that stands twice, the last is meant, as corosync means it. */
    private record Section(String name, Map<String, String> values, List<Section> sections) {
        public Optional<Section> section(String wanted) {
            return sections.stream().filter(one -> one.name.equals(wanted)).findFirst();
        }

        public String value(String key) {
            return values.getOrDefault(key, "");
        }
    }

    /** Empty when it is no such file, or ends within a section. */
    public static Optional<CorosyncConf> parse(String text) {
        Section root = new Section("", new HashMap<>(), new ArrayList<>());
        Deque<Section> open = new ArrayDeque<>(List.of(root));
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.endsWith("{") && open.size() < DEEPEST) {
                Section inner =
                        new Section(line.substring(0, line.length() - 1).strip(), new HashMap<>(), new ArrayList<>());
                open.peek().sections.add(inner);
                open.push(inner);
            } else if (line.equals("}") && open.size() > 1) {
                open.pop();
            } else if (line.indexOf(':') > 0) {
                int colon = line.indexOf(':');
                open.peek()
                        .values
                        .put(
                                line.substring(0, colon).strip(),
                                line.substring(colon + 1).strip());
            } else {
                return Optional.empty();
            }
        }
        return open.size() == 1 ? root.section("totem").map(totem -> of(root, totem)) : Optional.empty();
    }

    private static CorosyncConf of(Section root, Section totem) {
        List<ClusterNode> nodes = root.section("nodelist").map(Section::sections).orElse(List.of()).stream()
                .filter(section -> section.name.equals("node"))
                .map(CorosyncConf::node)
                .toList();
        Optional<Long> token = Limits.number(totem.value("token"));
        long each = Limits.number(totem.value("token_coefficient")).orElse(COEFFICIENT);
        long more = Math.max(0, nodes.size() - 2) * Math.min(each, 3_600_000);
        return new CorosyncConf(Limits.name(totem.value("cluster_name")), nodes, token.map(millis -> millis + more));
    }

    private static ClusterNode node(Section section) {
        List<String> addresses = new ArrayList<>();
        for (int link = 0; link < MOST_LINKS; link++) {
            addresses.add(Limits.name(section.value("ring" + link + "_addr")).orElse(""));
        }
        while (!addresses.isEmpty() && addresses.getLast().isEmpty()) {
            addresses.removeLast();
        }
        return new ClusterNode(
                Limits.number(section.value("nodeid")).map(String::valueOf).orElse(""),
                Limits.name(section.value("name")),
                addresses);
    }
}
