package org.redoubt.views.heartbeat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.heartbeat.Hearts;
import org.redoubt.topology.heartbeat.OwnLink;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Countdown;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Values;

/**
 * The lines of the matrix: which heart is whose is kept up to date from what changed, and all are judged each time, for
 * time alone makes a silence. Confined to one thread, which is not the toolkit's; what it hands out is a value.
 */
public final class BeatLines {

    /**
     * What is to be shown.
     *
     * @param filter what a host's or its cluster's name must hold
     * @param worstFirst else by name
     */
    public record Wish(String filter, boolean worstFirst, boolean abnormalOnly) {
        static final Wish ALL = new Wish("", true, false);
    }

    /**
     * The lines as they are shown.
     *
     * @param ways the columns
     * @param hosts all hosts with a heartbeat, shown or not
     * @param abnormal those of them with something abnormal
     */
    public record View(Wish wish, List<String> ways, List<BeatRow> rows, int hosts, int abnormal, OwnLink link) {
        static final View EMPTY = new View(Wish.ALL, List.of(), List.of(), 0, 0, new OwnLink(0, 0));

        public View {
            ways = List.copyOf(ways);
            rows = List.copyOf(rows);
        }
    }

    /** Where a heart belongs. */
    private record Seat(ElementId host, String way) {}

    static final ElementId NOWHERE = new ElementId(ElementKind.CLUSTER, "-");

    private final Map<ElementId, Seat> seats = new HashMap<>();
    private final Map<ElementId, Map<String, Set<ElementId>>> hearts = new HashMap<>();
    private Site site = Site.empty("");

    /** The lines of the newest site. */
    public View follow(Site newest, Heartbeats learned, Wish wish) {
        site.eachDifference(newest, (was, is) -> {
            Element any = is == null ? was : is;
            if (seats.containsKey(any.id())
                    || any.value(Attributes.BEAT_EXPECTED).isPresent()) {
                seat(any.id(), newest);
            }
        });
        site = newest;
        return view(learned, wish);
    }

    private void seat(ElementId id, Site newest) {
        Seat before = seats.remove(id);
        if (before != null) {
            Map<String, Set<ElementId>> ways = hearts.get(before.host);
            Set<ElementId> among = ways.get(before.way);
            among.remove(id);
            if (among.isEmpty()) {
                ways.remove(before.way);
            }
            if (ways.isEmpty()) {
                hearts.remove(before.host);
            }
        }
        Optional<Element> heart =
                newest.find(id).filter(is -> is.value(Attributes.BEAT_EXPECTED).isPresent());
        heart.ifPresent(is -> Hearts.host(newest, is).ifPresent(host -> {
            Seat now = new Seat(host, Hearts.way(is));
            seats.put(id, now);
            hearts.computeIfAbsent(host, none -> new HashMap<>())
                    .computeIfAbsent(now.way, none -> new HashSet<>())
                    .add(id);
        }));
    }

    private View view(Heartbeats learned, Wish wish) {
        Set<String> ways = new TreeSet<>(Way.ORDER);
        hearts.values().forEach(of -> ways.addAll(of.keySet()));
        List<BeatRow> hosts = new ArrayList<>(hearts.size());
        int known = 0;
        int heard = 0;
        for (ElementId host : hearts.keySet()) {
            BeatRow row = row(host, ways, learned);
            known += row.cells().stream().anyMatch(cell -> cell.rank() >= 0 && cell.rank() != NOT_HEARD) ? 1 : 0;
            heard += row.cells().stream().anyMatch(BeatCell::heard) ? 1 : 0;
            hosts.add(row);
        }
        OwnLink link = new OwnLink(known, heard);
        if (link.inDoubt()) {
            hosts.replaceAll(BeatRow::doubted);
        }
        int abnormal = (int) hosts.stream().filter(BeatRow::abnormal).count();
        return new View(wish, List.copyOf(ways), grouped(hosts, wish), hosts.size(), abnormal, link);
    }

    private static final int NOT_HEARD = BeatCell.rank(Beat.Level.NOT_HEARD);

    private BeatRow row(ElementId id, Set<String> ways, Heartbeats learned) {
        Map<String, Set<ElementId>> of = hearts.get(id);
        List<BeatCell> cells = new ArrayList<>(ways.size());
        for (String way : ways) {
            List<BeatCell> each = new ArrayList<>(1);
            for (ElementId heart : of.getOrDefault(way, Set.of())) {
                site.find(heart)
                        .flatMap(element -> BeatCell.of(element, learned, site.now()))
                        .ifPresent(each::add);
            }
            cells.add(each.isEmpty() ? BeatCell.NONE : BeatCell.worst(each));
        }
        String clock = site.find(id)
                .flatMap(host -> Countdown.of(host, site.now()))
                .map(Countdown::words)
                .orElse("");
        return new BeatRow(id, true, Values.name(id, site), clock, cells);
    }

    /** The hosts of each cluster under its name: those with the worst first, where that is wished. */
    private List<BeatRow> grouped(List<BeatRow> hosts, Wish wish) {
        Map<ElementId, List<BeatRow>> clusters = new HashMap<>();
        String words = wish.filter().toLowerCase(Locale.ROOT).strip();
        for (BeatRow row : hosts) {
            ElementId cluster = cluster(row.id());
            boolean fits =
                    row.matches(words) || name(cluster).toLowerCase(Locale.ROOT).contains(words);
            if (fits && (!wish.abnormalOnly() || row.abnormal())) {
                clusters.computeIfAbsent(cluster, none -> new ArrayList<>()).add(row);
            }
        }
        Comparator<BeatRow> byName =
                Comparator.comparing(BeatRow::name, Names.ORDER).thenComparing(BeatRow::id);
        Comparator<BeatRow> byRank =
                Comparator.comparingInt(BeatLines::severity).reversed().thenComparing(byName);
        Comparator<BeatRow> order = wish.worstFirst() ? byRank : byName;
        clusters.values().forEach(rows -> rows.sort(order));
        Comparator<ElementId> named =
                Comparator.comparing(this::name, Names.ORDER).thenComparing(id -> id);
        Comparator<ElementId> worst = Comparator.comparingInt(
                (ElementId id) -> -severity(clusters.get(id).getFirst()));
        List<BeatRow> lines = new ArrayList<>();
        clusters.keySet().stream()
                .sorted(wish.worstFirst() ? worst.thenComparing(named) : named)
                .forEach(id -> {
                    lines.add(heading(id, clusters.get(id)));
                    lines.addAll(clusters.get(id));
                });
        return lines;
    }

    /** What is not abnormal is no worse than what is well: a host that is learned about does not jump about. */
    private static int severity(BeatRow row) {
        return row.abnormal() ? row.rank() : -1;
    }

    private BeatRow heading(ElementId cluster, List<BeatRow> rows) {
        long amiss = rows.stream().filter(BeatRow::abnormal).count();
        String hosts = rows.size() == 1 ? "1 host" : rows.size() + " hosts";
        return new BeatRow(
                cluster,
                false,
                name(cluster) + " · " + hosts + (amiss == 0 ? "" : ", " + amiss + " abnormal"),
                "",
                List.of());
    }

    private ElementId cluster(ElementId host) {
        return site.find(host)
                .flatMap(is -> is.refs(Attributes.MEMBER_OF).stream()
                        .filter(id -> id.kind() == ElementKind.CLUSTER)
                        .findFirst())
                .orElse(NOWHERE);
    }

    private String name(ElementId cluster) {
        return cluster.equals(NOWHERE) ? "in no cluster" : Values.name(cluster, site);
    }
}
