package org.redoubt.agent.ssh.read.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.agent.ssh.read.text.Sections;

/**
 * Says which ports the kernel binds together, which one is active and which are down, from {@code /proc/net/bonding}. A
 * port is called a slave by most kernels and a member by some.
 */
public final class Bonds implements Reader {

    private static final String QUESTION = "bond";
    private static final String INCOMPLETE = "what is told of one bond is incomplete";
    private static final Pattern PORT = Pattern.compile("(?:Slave|Member|Port) Interface");
    private static final Pattern ACTIVE = Pattern.compile("Currently Active (?:Slave|Member|Port)");
    private static final Pattern MODE = Pattern.compile("Bonding Mode: (.*)");
    private static final Pattern SPEED = Pattern.compile("([0-9]{1,8}) Mbps");
    private static final String LINK = "MII Status";
    private static final String AGGREGATOR = "Aggregator ID";
    private static final String AGGREGATED = "Number of ports";

    /** What the kernel writes of a mode, and what it is called where it is set. */
    private static final Map<String, String> MODES = Map.of(
            "load balancing (round-robin)", "balance-rr",
            "fault-tolerance (active-backup)", Bundle.ACTIVE_BACKUP,
            "load balancing (xor)", "balance-xor",
            "fault-tolerance (broadcast)", "broadcast",
            "IEEE 802.3ad Dynamic link aggregation", "802.3ad",
            "transmit load balancing", "balance-tlb",
            "adaptive load balancing", "balance-alb");

    @Override
    public void read(Round round, Reading reading) {
        Asked asked = new Asked(round, reading);
        for (Bundle bond : read(asked)) {
            if (bond.legNames().containsAll(Interfaces.namesIn(bond.name(), asked.quietly()))) {
                bond.say(round.host(), reading);
            } else {
                reading.unreadable(QUESTION, INCOMPLETE);
            }
        }
    }

    static List<Bundle> read(Asked asked) {
        List<Bundle> bonds = new ArrayList<>();
        Map<String, String> sections =
                asked.sections(QUESTION).map(Sections::byName).orElse(Map.of());
        sections.forEach((name, text) -> {
            Optional<Bundle> bond = Names.plain(name) ? parse(name, text) : Optional.empty();
            bond.ifPresentOrElse(bonds::add, () -> asked.reading().unreadable(QUESTION, INCOMPLETE));
        });
        return bonds;
    }

    /** The first paragraph tells of the bond, each other one that begins so of a port. */
    private static Optional<Bundle> parse(String name, String text) {
        Map<String, String> bond = new LinkedHashMap<>();
        List<Map<String, String>> ports = new ArrayList<>();
        Map<String, String> at = bond;
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon).strip();
            if (PORT.matcher(key).matches()) {
                at = new LinkedHashMap<>();
                ports.add(at);
                key = "port";
            }
            // the first counts: those that follow are of LACP's partners
            at.putIfAbsent(key, line.substring(colon + 2).strip());
        }
        Matcher mode = MODE.matcher(text);
        String aggregator = bond.get(AGGREGATOR);
        long aggregated = ports.stream()
                .filter(port -> aggregator != null && aggregator.equals(port.get(AGGREGATOR)))
                .count();
        if (!mode.find()
                || !bond.containsKey(LINK)
                || !ports.stream().allMatch(Bonds::complete)
                || !bond.getOrDefault(AGGREGATED, Long.toString(aggregated)).equals(Long.toString(aggregated))) {
            return Optional.empty();
        }
        return Optional.of(new Bundle(
                name,
                mode(mode.group(1)),
                bond.get(LINK).equals("up"),
                active(bond),
                ports.stream().map(port -> leg(port, aggregator)).toList()));
    }

    private static boolean complete(Map<String, String> port) {
        return Names.plain(port.get("port")) && port.containsKey(LINK);
    }

    private static Optional<String> active(Map<String, String> bond) {
        return bond.entrySet().stream()
                .filter(entry -> ACTIVE.matcher(entry.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(port -> Names.plain(port) && !port.equals("None"))
                .findFirst();
    }

    private static String mode(String text) {
        String stripped = text.strip();
        return MODES.entrySet().stream()
                .filter(known -> stripped.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Names.label(stripped))
                .orElse("unknown");
    }

    private static Bundle.Leg leg(Map<String, String> port, String aggregator) {
        String link = port.get(LINK);
        String own = port.get(AGGREGATOR);
        String matter = "";
        if (!link.equals("up")) {
            matter = "its link is " + Names.label(link).orElse("unknown");
        } else if (aggregator != null && own != null && !own.equals(aggregator)) {
            matter = "it is in another aggregator than the one that is active";
        }
        Matcher speed = SPEED.matcher(port.getOrDefault("Speed", ""));
        return new Bundle.Leg(
                port.get("port"),
                matter,
                speed.matches() ? Optional.of(Long.parseLong(speed.group(1)) * Interface.MEGABIT) : Optional.empty());
    }
}
