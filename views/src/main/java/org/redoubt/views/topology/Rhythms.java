package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.LINK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.heartbeat.Hearts;
import org.redoubt.topology.heartbeat.Rhythm;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * Each host's heart as it is drawn and spoken of: of all ways in which it is heard the one that is worst just now, by
 * the rhythm that was learned of it. A host without a heartbeat of its own beats with every answer to this desk.
 */
final class Rhythms {

    private static final int KEPT = 16;

    private final Map<ElementId, List<Long>> beats = new ConcurrentHashMap<>();
    private final Map<ElementId, Set<ElementId>> hearts = new HashMap<>();
    private Site heard = Site.empty("");
    private Heartbeats learned = Heartbeats.NONE;

    /** How a host is heard in one way. */
    record Heart(String way, Beat beat, Rhythm rhythm) {}

    /** Takes in what is new; in time in how much that is. */
    void hear(Site site, Heartbeats newest) {
        learned = newest;
        Set<ElementId> hosts = new HashSet<>();
        heard.eachDifference(site, (was, is) -> {
            Element any = is == null ? was : is;
            if (any.kind() == ElementKind.HOST) {
                hosts.add(any.id());
            }
            if (is != null && is.value(BEAT_EXPECTED).isPresent()) {
                Hearts.host(site, is).ifPresent(host -> {
                    hearts.computeIfAbsent(host, id -> new HashSet<>(4)).add(is.id());
                    hosts.add(host);
                });
            }
        });
        heard = site;
        for (ElementId id : hosts) {
            site.host(id).ifPresentOrElse(this::hear, () -> {
                beats.remove(id);
                hearts.remove(id);
            });
        }
    }

    private void hear(Element.Host host) {
        List<Long> last = worst(host.id()).map(Rhythms::last).orElse(List.of());
        if (!last.isEmpty()) {
            beats.put(host.id(), last);
            return;
        }
        host.claims().about(LINK).stream()
                .findFirst()
                .filter(link -> link.value().connected())
                .ifPresent(link -> answered(host.id(), link.heard()));
    }

    /** The first that is heard tells how long ago the one before it was. */
    private static List<Long> last(Heart heart) {
        List<Long> beats = Arrays.stream(heart.rhythm().beats(KEPT)).boxed().toList();
        long apart = heart.beat().last();
        return beats.size() == 1 && apart > 0 ? List.of(beats.getFirst() - apart, beats.getFirst()) : beats;
    }

    /** Of all ways in which a host is heard the one whose silence is the most surprising. */
    Optional<Heart> worst(ElementId host) {
        Heart worst = null;
        for (ElementId id : hearts.getOrDefault(host, Set.of())) {
            Element heart = heard.find(id).orElse(null);
            Beat beat = heart == null ? null : learned.beat(heart, heard.now()).orElse(null);
            if (beat != null
                    && beat.millis() >= 0
                    && (worst == null || beat.phi() > worst.beat().phi())) {
                worst = new Heart(Hearts.way(heart), beat, learned.rhythm(heart).orElseThrow());
            }
        }
        return Optional.ofNullable(worst);
    }

    private void answered(ElementId host, long moment) {
        List<Long> known = beats.getOrDefault(host, List.of());
        if (known.isEmpty() || moment > known.getLast()) {
            List<Long> all = new ArrayList<>(known);
            all.add(moment);
            beats.put(host, List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
        }
    }

    /** When a host's heart was last heard to beat, desk milliseconds. */
    Optional<Long> last(ElementId host) {
        List<Long> known = beats.getOrDefault(host, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    /** When each host's heart was heard to beat, desk milliseconds, oldest first; goes on being filled. */
    Map<ElementId, List<Long>> beats() {
        return Collections.unmodifiableMap(beats);
    }
}
