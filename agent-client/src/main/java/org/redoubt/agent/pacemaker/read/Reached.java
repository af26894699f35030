package org.redoubt.agent.pacemaker.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code corosync-cfgtool -n} says on one node of the others: by which addresses it reaches them.
 *
 * @param addresses of each node, by its number and then the link's
 */
public record Reached(Map<String, Map<Integer, String>> addresses) {

    private static final Pattern LOCAL = Pattern.compile("Local node ID [0-9]{1,10}(, transport [a-z0-9]+)?");
    private static final Pattern NODE = Pattern.compile("nodeid: ([0-9]{1,10}) .*reachable.*");
    private static final Pattern LINK =
            Pattern.compile("\\s+LINK: ([0-9]{1,2}) [a-z0-9]+ \\(([^()]{1,255})->([^()]{1,255})\\) .*");

    /** Empty when a line in it is not understood. */
    public static Optional<Reached> parse(String text) {
        Map<String, Map<Integer, String>> addresses = new HashMap<>();
        String node = null;
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        for (String line : text.split("\n")) {
            Matcher begin = NODE.matcher(line);
            Matcher link = LINK.matcher(line);
            if (begin.matches()) {
                node = begin.group(1);
            } else if (link.matches() && node != null) {
                addresses
                        .computeIfAbsent(node, none -> new HashMap<>())
                        .put(Integer.parseInt(link.group(1)), link.group(3));
            } else if (!line.isBlank() && !LOCAL.matcher(line).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Reached(addresses));
    }
}
