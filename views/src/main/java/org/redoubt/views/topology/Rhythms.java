package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.LINK;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * Remembers when each host's heart beat, which a snapshot does not. A source that counts beats says how far apart the
 * last two were; those since the last report are set that far apart. A host without a heartbeat of its own beats with
 * every answer to this desk.
 */
final class Rhythms {

    private static final int KEPT = 16;

    private final Map<ElementId, List<Long>> beats = new ConcurrentHashMap<>();
    private final Map<ElementId, Set<ElementId>> rings = new HashMap<>();
    private Site heard = Site.empty("");

    /** Takes in what is new; in time in how much that is. */
    void hear(Site site) {
        Set<ElementId> hosts = new HashSet<>();
        heard.eachDifference(site, (was, is) -> {
            Element any = is == null ? was : is;
            if (any.kind() == ElementKind.HOST) {
                hosts.add(any.id());
            } else if (any.kind() == ElementKind.RING && is != null) {
                hostOf(site, is).ifPresent(host -> {
                    rings.computeIfAbsent(host, id -> new HashSet<>(2)).add(is.id());
                    hosts.add(host);
                });
            }
        });
        heard = site;
        for (ElementId id : hosts) {
            site.host(id).ifPresentOrElse(host -> hear(site, host), () -> {
                beats.remove(id);
                rings.remove(id);
            });
        }
    }

    private void hear(Site site, Element.Host host) {
        Claim<Long> beat = newest(host).orElse(null);
        if (beat == null) {
            for (ElementId id : rings.getOrDefault(host.id(), Set.of())) {
                Claim<Long> other = site.find(id).flatMap(Rhythms::newest).orElse(null);
                beat = beat == null || other != null && other.value() > beat.value() ? other : beat;
            }
        }
        if (beat != null) {
            add(host.id(), beat.heard(), Math.max(1, beat.value()));
            return;
        }
        host.claims().about(LINK).stream()
                .findFirst()
                .filter(link -> link.value().connected())
                .ifPresent(link -> answered(host.id(), link.heard()));
    }

    private static Optional<Claim<Long>> newest(Element heart) {
        return heart.claims().about(BEAT).stream().findFirst();
    }

    private static Optional<ElementId> hostOf(Site site, Element ring) {
        ElementId last = null;
        for (ElementId end : ring.refs(CABLED_TO)) {
            ElementId host = end.kind() == ElementKind.HOST
                    ? end
                    : site.find(end).flatMap(port -> up(site, port)).orElse(null);
            last = host == null ? last : host;
        }
        return Optional.ofNullable(last);
    }

    /** The host that a port is in, by way of its card. */
    private static Optional<ElementId> up(Site site, Element port) {
        Optional<ElementId> above = port.value(Attributes.PART_OF);
        return above.filter(id -> id.kind() == ElementKind.HOST)
                .or(() -> above.flatMap(site::find).flatMap(card -> card.value(Attributes.PART_OF)))
                .filter(id -> id.kind() == ElementKind.HOST);
    }

    private void add(ElementId host, long moment, long apart) {
        List<Long> known = beats.getOrDefault(host, List.of());
        long last = known.isEmpty() ? Long.MIN_VALUE : known.getLast();
        if (moment <= last) {
            return;
        }
        List<Long> since = new ArrayList<>();
        long earliest = known.isEmpty() ? moment - apart : last + apart / 2;
        for (long beat = moment; beat >= earliest && since.size() < KEPT; beat -= apart) {
            since.addFirst(beat);
        }
        keep(host, known, since);
    }

    private void answered(ElementId host, long moment) {
        List<Long> known = beats.getOrDefault(host, List.of());
        if (known.isEmpty() || moment > known.getLast()) {
            keep(host, known, List.of(moment));
        }
    }

    private void keep(ElementId host, List<Long> known, List<Long> since) {
        List<Long> all = new ArrayList<>(known);
        all.addAll(since);
        beats.put(host, List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
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
