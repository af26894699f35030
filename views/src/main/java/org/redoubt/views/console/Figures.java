package org.redoubt.views.console;

import java.util.Arrays;
import java.util.List;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Units;

/**
 * The figures of the bar at the top, each of them counted from what was heard.
 *
 * @param agents hosts that this desk is connected to
 * @param beating heartbeats last heard within three of their intervals
 * @param pathsUp storage paths that their host says work
 * @param linkMicros the median answer time of the connected hosts, or -1
 */
record Figures(int agents, int hosts, int beating, int heartbeats, int pathsUp, int paths, long linkMicros) {

    private static final int LATE_AFTER = 3;
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
        site.elements().forEach(element -> countBeat(element, site.now(), beats));
        Count paths = new Count();
        site.all(ElementKind.STORAGE_PATH)
                .forEach(path -> path.value(Attributes.UP).ifPresent(paths::add));
        return new Figures(
                agents,
                hosts,
                beats.good,
                beats.all,
                paths.good,
                paths.all,
                measured == 0 ? -1 : latencies[measured / 2]);
    }

    private static void countBeat(Element element, long now, Count beats) {
        List<Claim<Long>> heard = element.claims().about(Attributes.BEAT);
        long expected = element.value(Attributes.BEAT_EXPECTED).orElse(0L);
        if (expected > 0) {
            beats.add(!heard.isEmpty()
                    && heard.getFirst().age(now) <= LATE_AFTER * expected
                    && heard.getFirst().value() <= LATE_AFTER * expected);
        }
    }

    /** All that can be said now, in the order of the bar; what nobody reports is left out. */
    List<Figure> shown(boolean live) {
        java.util.ArrayList<Figure> figures = new java.util.ArrayList<>();
        figures.add(share("agents", agents, hosts, "Hosts whose agent this desk is connected to."));
        if (heartbeats > 0) {
            figures.add(share(
                    "heartbeats", beating, heartbeats, "Heartbeats last heard within three of their own intervals."));
        }
        if (paths > 0) {
            figures.add(share("storage paths", pathsUp, paths, "Storage paths that their host says work."));
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
