package org.redoubt.views.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.heartbeat.Hearing;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Units;

/**
 * The figures of the bar at the top, each of them counted from what was heard.
 *
 * @param agents hosts that this desk is connected to
 * @param connecting hosts to which the first connection is under way
 * @param beating heartbeats heard in the time in which their rhythm lets them be expected
 * @param learning heartbeats that began too short a time ago to be judged
 * @param linksUp ports and storage paths that their host says are up
 * @param linkMicros the median answer time of the connected hosts, or -1
 */
record Figures(
        int agents,
        int connecting,
        int hosts,
        int beating,
        int learning,
        int heartbeats,
        int linksUp,
        int links,
        long linkMicros) {

    private static final int FEW = 2;

    /** One figure as it is shown. */
    record Figure(String what, String value, Level level, String explained) {}

    static Figures of(Site site) {
        return of(Survey.of(site));
    }

    static Figures of(Survey survey) {
        int agents = 0;
        int connecting = 0;
        long[] latencies = new long[survey.hosts().size()];
        int measured = 0;
        for (Element.Host host : survey.hosts()) {
            connecting += firstTried(host, survey.site()) ? 1 : 0;
            if (host.link().connected()) {
                agents++;
                long latency = host.value(Attributes.LATENCY).orElse(-1L);
                if (latency >= 0) {
                    latencies[measured++] = latency;
                }
            }
        }
        Arrays.sort(latencies, 0, measured);
        Count beats = new Count();
        countBeats(survey, beats);
        return new Figures(
                agents,
                connecting,
                survey.hosts().size(),
                beats.good,
                beats.early,
                beats.all,
                survey.endsUp(),
                survey.ends(),
                measured == 0 ? -1 : latencies[measured / 2]);
    }

    /** One that is tried again after it was heard is not new: it is missing. */
    private static boolean firstTried(Element.Host host, Site site) {
        return host.link() == LinkState.CONNECTING && Hearing.of(host, site).level() == Beat.Level.NOT_HEARD;
    }

    /** A ring that consists of the nodes' own heartbeats is not counted besides them. */
    private static void countBeats(Survey survey, Count beats) {
        Set<ElementId> wholes = survey.beating().stream()
                .filter(element -> element.kind() == ElementKind.RING)
                .flatMap(element -> element.value(Attributes.PART_OF).stream())
                .collect(Collectors.toSet());
        for (Element element : survey.beating()) {
            if (!wholes.contains(element.id())) {
                Beat.Level level = survey.beat(element).level();
                beats.add(level == Beat.Level.HEARD);
                beats.early += level == Beat.Level.LEARNING ? 1 : 0;
            }
        }
    }

    /** All that can be said now, in the order of the bar; what nobody reports is left out. */
    List<Figure> shown(boolean live) {
        List<Figure> figures = new ArrayList<>();
        figures.add(share("agents", agents, connecting, hosts, "Hosts whose agent this desk is connected to."));
        if (heartbeats > 0) {
            figures.add(beats());
        }
        if (links > 0) {
            figures.add(
                    share("links up", linksUp, 0, links, "Network ports, HBA ports and storage paths that are up."));
        }
        figures.add(
                live
                        ? link()
                        : new Figure("this desk's link", "none", Level.UNKNOWN, "A stored site: nothing is heard."));
        return List.copyOf(figures);
    }

    private Figure beats() {
        String what = "heartbeats";
        String explained = "Heartbeats that are neither late nor silent, each by its own rhythm.";
        if (learning == 0) {
            return share(what, beating, 0, heartbeats, explained);
        }
        String few = "It takes two beats to know a rhythm: " + learning + " of " + heartbeats + " are not judged yet.";
        Figure share = share(what, beating, learning, heartbeats, few + " " + explained);
        String value = learning == heartbeats ? "learning" : share.value() + ", " + learning + " learning";
        return new Figure(what, value, share.level(), share.explained());
    }

    /** Those that cannot be judged yet, {@code early}, are neither fine nor wrong. */
    private static Figure share(String what, int good, int early, int all, String explained) {
        Level judged = early == 0 ? Level.NORMAL : Level.UNKNOWN;
        Level level = good + early == all ? judged : Level.WARNING;
        return new Figure(what, all == 0 ? "none yet" : good + " of " + all, level, explained);
    }

    private Figure link() {
        String what = "this desk's link";
        if (hosts == 0) {
            return new Figure(what, "no host yet", Level.UNKNOWN, "No host is known yet.");
        }
        if (connecting == hosts) {
            return new Figure(what, "connecting", Level.UNKNOWN, "The first connections are under way.");
        }
        if (agents == 0) {
            return new Figure(
                    what, "no host answers", Level.CRITICAL, "When nobody answers, doubt this desk's own link first.");
        }
        if (hosts > FEW && (agents + connecting) * 2 < hosts) {
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
        private int early;
        private int all;

        private void add(boolean ok) {
            all++;
            good += ok ? 1 : 0;
        }
    }
}
