package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code corosync-quorumtool -s} says on one node.
 *
 * @param local the number of the node that says so
 * @param ring the membership that it is in: those who say the same are together
 * @param members the nodes that it is together with, itself too
 * @param words votes and flags, for people
 */
public record QuorumStatus(boolean quorate, String local, String ring, List<ClusterNode> members, String words) {

    /** How the tool ends where there is no quorum: it tells all the same. */
    public static final int NO_QUORUM = 2;

    private static final Pattern VALUE = Pattern.compile("([A-Za-z][A-Za-z ]*):\\s*(.*)");
    private static final Pattern MEMBER = Pattern.compile(
            "\\s*(0x[0-9a-fA-F]{1,8}|[0-9]{1,10})\\s+[0-9]+\\s+(?:[A-Z,]+\\s+)?(\\S+)( \\(local\\))?\\s*");

    /** What has been read so far. */
    private static final class Page {
        private String quorate = "";
        private String local = "";
        private String ring = "";
        private String nodes = "";
        private String expected = "?";
        private String total = "?";
        private String flags = "";
        private boolean membership;
        private boolean whole = true;
        private final List<ClusterNode> members = new ArrayList<>();

        private void value(String name, String value) {
            switch (name) {
                case "Quorate" -> quorate = value;
                case "Node ID" ->
                    local = Limits.number(value).map(String::valueOf).orElse("");
                case "Ring ID" -> ring = Limits.name(value).orElse("");
                case "Nodes" -> nodes = value;
                case "Expected votes" -> expected = value;
                case "Total votes" -> total = value;
                case "Flags" -> flags = value;
                default -> {}
            }
        }

        private void member(String line) {
            Matcher member = MEMBER.matcher(line);
            if (member.matches()) {
                String id = member.group(1);
                long number = id.startsWith("0x") ? Long.parseLong(id.substring(2), 16) : Long.parseLong(id);
                // a device that votes is no node
                if (number > 0) {
                    members.add(node(Long.toString(number), member.group(2)));
                }
            } else if (!line.isBlank()
                    && !line.startsWith("---")
                    && !line.strip().startsWith("Nodeid")) {
                whole = false;
            }
        }

        /** The tool prints an address where it finds no name for it, and a number where it was asked not to look. */
        private static ClusterNode node(String id, String name) {
            boolean address = name.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
            return address
                    ? new ClusterNode(id, Optional.empty(), List.of(name))
                    : new ClusterNode(id, Limits.name(name), List.of());
        }
    }

    /** Empty when it does not say whether there is quorum, on whom it was asked, and who is a member. */
    public static Optional<QuorumStatus> parse(String text) {
        Page page = new Page();
        for (String line : text.split("\n")) {
            Matcher value = VALUE.matcher(line);
            if (line.startsWith("Membership information")) {
                page.membership = true;
            } else if (page.membership) {
                page.member(line);
            } else if (value.matches()) {
                page.value(value.group(1), value.group(2).strip());
            }
        }
        boolean told = page.quorate.equals("Yes") || page.quorate.equals("No");
        boolean among = page.members.stream().anyMatch(node -> node.id().equals(page.local));
        boolean all = page.nodes.equals(Integer.toString(page.members.size()));
        if (!text.endsWith("\n") || !told || !page.whole || !among || !all) {
            return Optional.empty();
        }
        String words = page.total + " of " + page.expected + " votes" + (page.flags.isEmpty() ? "" : ", " + page.flags);
        return Optional.of(new QuorumStatus(
                page.quorate.equals("Yes"), page.local, page.ring, List.copyOf(page.members), Limits.sentence(words)));
    }
}
