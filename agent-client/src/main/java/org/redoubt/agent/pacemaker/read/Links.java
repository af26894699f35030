package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code corosync-cfgtool -s} says on one node of its links: rings (corosync 2), or links of knet (3).
 *
 * @param local the number of the node that says so
 */
public record Links(String local, List<Link> links) {

    /** What is said of one end of a link. */
    public enum State {
        /** The end of the one who says so. */
        LOCAL,
        CONNECTED,
        DISCONNECTED,
        /** It is switched off. */
        DISABLED
    }

    /**
     * One link.
     *
     * @param own how the node's own end is, where that alone is told; empty where peers are
     * @param peers each node's end, by the node's number; by {@code #} and its place among all nodes, sorted by their
     *     numbers, where an early corosync 3 tells only that
     * @param words the state in corosync's own words, where it says more than that all is well
     */
    public record Link(int number, String address, Optional<Boolean> own, Map<String, State> peers, String words) {}

    private static final Pattern LOCAL = Pattern.compile("Local node ID ([0-9]{1,10})(?:, transport [a-z0-9]+)?");
    private static final Pattern BEGIN = Pattern.compile("(?:RING|LINK) ID ([0-9]{1,2})(?: [a-z0-9]+)?");
    private static final Pattern ADDRESS = Pattern.compile("\\s+(?:id|addr)\\s*= ?(.*)");
    private static final Pattern STATUS = Pattern.compile("\\s+status\\s*= ?(.*)");
    private static final Pattern STATUSES = Pattern.compile("\\s+status:\\s*");
    private static final Pattern PEER = Pattern.compile("\\s+node(id)?:?\\s*([0-9]{1,10}):\\s*(.*)");
    private static final Pattern FINE = Pattern.compile("OK|ring [0-9]+ active with no faults");

    /** A link that is being read. */
    private static final class Open {
        private final int number;
        private String address = "";
        private Optional<Boolean> own = Optional.empty();
        private String words = "";
        private boolean stated;
        private final Map<String, State> peers = new LinkedHashMap<>();

        private Open(int number) {
            this.number = number;
        }

        private boolean complete() {
            return stated && (own.isPresent() || !peers.isEmpty());
        }

        private Link closed() {
            return new Link(number, address, own, Map.copyOf(peers), words);
        }
    }

    /** Empty when anything in it is not understood, or a link has no state. */
    public static Optional<Links> parse(String text) {
        String local = null;
        List<Open> open = new ArrayList<>();
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        for (String line : text.split("\n")) {
            Matcher begin = BEGIN.matcher(line.strip());
            Matcher here = LOCAL.matcher(line.strip());
            if (begin.matches()) {
                open.add(new Open(Integer.parseInt(begin.group(1))));
            } else if (here.matches()) {
                local = here.group(1);
            } else if (open.isEmpty()) {
                if (!line.isBlank() && !line.matches("Printing (ring|link) status\\.")) {
                    return Optional.empty();
                }
            } else if (!line.isBlank() && !read(open.getLast(), line)) {
                return Optional.empty();
            }
        }
        if (local == null || open.isEmpty() || !open.stream().allMatch(Open::complete)) {
            return Optional.empty();
        }
        return Optional.of(new Links(local, open.stream().map(Open::closed).toList()));
    }

    /** Whether the line is understood. */
    private static boolean read(Open link, String line) {
        Matcher address = ADDRESS.matcher(line);
        Matcher status = STATUS.matcher(line);
        Matcher peer = PEER.matcher(line);
        if (STATUSES.matcher(line).matches()) {
            link.stated = true;
        } else if (status.matches()) {
            link.stated = true;
            link.own = own(status.group(1).strip());
            link.words = link.own.equals(Optional.of(true))
                    ? ""
                    : Limits.sentence(status.group(1).strip());
            return link.own.isPresent();
        } else if (address.matches()) {
            link.address = Limits.name(address.group(1).strip()).orElse("");
        } else if (peer.matches() && link.stated) {
            String who = (peer.group(1) == null ? "#" : "") + peer.group(2);
            Optional<State> state = state(peer.group(3).strip().replaceAll("\\s+", " "));
            state.ifPresent(known -> link.peers.put(who, known));
            return state.isPresent();
        } else {
            return false;
        }
        return true;
    }

    private static Optional<Boolean> own(String status) {
        if (status.contains("FAULTY")) {
            return Optional.of(false);
        }
        return FINE.matcher(status).matches() ? Optional.of(true) : Optional.empty();
    }

    private static Optional<State> state(String words) {
        return switch (words) {
            case "localhost" -> Optional.of(State.LOCAL);
            case "connected", "link enabled:1 link connected:1" -> Optional.of(State.CONNECTED);
            case "disconnected", "link enabled:1 link connected:0" -> Optional.of(State.DISCONNECTED);
            case "disabled", "link enabled:0 link connected:0", "link enabled:0 link connected:1" ->
                Optional.of(State.DISABLED);
            default -> Optional.empty();
        };
    }
}
