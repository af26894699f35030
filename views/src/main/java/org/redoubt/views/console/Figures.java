package org.redoubt.views.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Units;

/**
 * The figures of the bar at the top, each of them counted from what was heard.
 *
 * @param agents hosts that this desk is connected to
 * @param beating heartbeats heard within twice the time in which they are expected
 * @param linksUp ports and storage paths that their host says are up
 * @param linkMicros the median answer time of the connected hosts, or -1
 */
record Figures(int agents, int hosts, int beating, int heartbeats, int linksUp, int links, long linkMicros) {

    private static final List<ElementKind> LINKS =
            List.of(ElementKind.NETWORK_PORT, ElementKind.HBA_PORT, ElementKind.STORAGE_PATH);
    private static final int FEW = 2;

    /** One figure as it is shown. */
    record Figure(String what, String value, Level level, String explained) {}

    static Figures of(Site site) {
        int hosts = 0;
        int agents = 0;
        long[] latencies = new long[16];
        int measured = 0;
        for (Element.Host host : (Iterable<Element.Host>) site.hosts()::iterator) {
            hosts++;
            if (host.link().connected()) {
                agents++;
                long latency = host.value(Attributes.LATENCY).orElse(-1L);
                if (latency >= 0) {
                    latencies = measured == latencies.length ? Arrays.copyOf(latencies, measured * 2) : latencies;
                    latencies[measured++] = latency;
                }
            }
        }
        Arrays.sort(latencies, 0, measured);
        Count beats = new Count();
        countBeats(site, beats);
        Count links = new Count();
        LINKS.forEach(
                kind -> site.all(kind).forEach(end -> end.value(Attributes.UP).ifPresent(links::add)));
        return new Figures(
                agents,
                hosts,
                beats.good,
                beats.all,
                links.good,
                links.all,
                measured == 0 ? -1 : latencies[measured / 2]);
    }

    /** A ring that consists of the nodes' own heartbeats is not counted besides them. */
    private static void countBeats(Site site, Count beats) {
        List<Element> expected = site.elements()
                .filter(element -> Beat.of(element, site.now()).isPresent())
                .toList();
        Set<ElementId> wholes = expected.stream()
                .flatMap(element -> element.value(Attributes.PART_OF).stream())
                .collect(Collectors.toSet());
        for (Element element : expected) {
            if (!wholes.contains(element.id())) {
                beats.add(Beat.of(element, site.now()).orElseThrow().level() == Beat.Level.HEARD);
            }
        }
    }

    /** All that can be said now, in the order of the bar; what nobody reports is left out. */
    List<Figure> shown(boolean live) {
        List<Figure> figures = new ArrayList<>();
        figures.add(share("agents", agents, hosts, "Hosts whose agent this desk is connected to."));
        if (heartbeats > 0) {
            figures.add(share(
                    "heartbeats",
                    beating,
                    heartbeats,
                    "Heartbeats heard within twice the time in which each is expected."));
        }
        if (links > 0) {
            figures.add(share("links up", linksUp, links, "Network ports, HBA ports and storage paths that are up."));
        }
        figures.add(
                live
                        ? link()
                        : new Figure("this desk's link", "none", Level.UNKNOWN, "A stored site: nothing is heard."));
        return List.copyOf(figures);
    }

    private static Figure share(String what, int good, int all, String explained) {
        Level level = good == all ? Level.NORMAL : Level.WARNING;
        return new Figure(what, all == 0 ? "none yet" : good + " of " + all, level, explained);
    }

    private Figure link() {
        String what = "this desk's link";
        if (hosts == 0) {
            return new Figure(what, "no host yet", Level.UNKNOWN, "No host is known yet.");
        }
        if (agents == 0) {
            return new Figure(
                    what, "no host answers", Level.CRITICAL, "When nobody answers, doubt this desk's own link first.");
        }
        if (hosts > FEW && agents * 2 < hosts) {
            return new Figure(
                    what,
                    "in doubt",
                    Level.WARNING,
                    "Most hosts do not answer at once: doubt this desk's own link first.");
        }
        String time = linkMicros < 0 ? "ok" : "ok · " + Units.micros(linkMicros);
        return new Figure(what, time, Level.NORMAL, "Median answer time of the connected hosts.");
    }

    private static final class Count {
        private int good;
        private int all;

        private void add(boolean ok) {
            all++;
            good += ok ? 1 : 0;
        }
    }
}
