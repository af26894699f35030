package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.LINK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<ElementId, List<Long>> beats = new HashMap<>();

    void hear(Site site) {
        Map<ElementId, Claim<Long>> slowest = new HashMap<>();
        site.all(ElementKind.RING)
                .forEach(ring -> ring.claims().about(BEAT).stream()
                        .findFirst()
                        .ifPresent(beat -> hostOf(site, ring, slowest, beat)));
        site.hosts().forEach(host -> {
            Claim<Long> beat = host.claims().about(BEAT).stream().findFirst().orElse(slowest.get(host.id()));
            if (beat != null) {
                add(host.id(), beat.heard(), Math.max(1, beat.value()));
            } else {
                host.claims().about(LINK).stream()
                        .findFirst()
                        .filter(link -> link.value().connected())
                        .ifPresent(link -> answered(host.id(), link.heard()));
            }
        });
        beats.keySet().removeIf(id -> site.host(id).isEmpty());
    }

    private static void hostOf(Site site, Element ring, Map<ElementId, Claim<Long>> slowest, Claim<Long> beat) {
        for (ElementId end : ring.refs(CABLED_TO)) {
            ElementId host = end.kind() == ElementKind.HOST
                    ? end
                    : site.find(end).flatMap(port -> up(site, port)).orElse(null);
            if (host != null) {
                slowest.merge(host, beat, (one, other) -> one.value() >= other.value() ? one : other);
            }
        }
    }

    /** The host that a port is in, by way of its card. */
    private static Optional<ElementId> up(Site site, Element port) {
        Optional<ElementId> above = port.value(Attributes.PART_OF);
        return above.filter(id -> id.kind() == ElementKind.HOST)
                .or(() -> above.flatMap(site::find).flatMap(card -> card.value(Attributes.PART_OF)))
                .filter(id -> id.kind() == ElementKind.HOST);
    }

    private void add(ElementId host, long heard, long apart) {
        List<Long> known = beats.computeIfAbsent(host, id -> new ArrayList<>());
        long last = known.isEmpty() ? Long.MIN_VALUE : known.getLast();
        if (heard <= last) {
            return;
        }
        List<Long> since = new ArrayList<>();
        long earliest = known.isEmpty() ? heard - apart : last + apart / 2;
        for (long beat = heard; beat >= earliest && since.size() < KEPT; beat -= apart) {
            since.addFirst(beat);
        }
        known.addAll(since);
        trim(known);
    }

    private void answered(ElementId host, long heard) {
        List<Long> known = beats.computeIfAbsent(host, id -> new ArrayList<>());
        if (known.isEmpty() || heard > known.getLast()) {
            known.add(heard);
            trim(known);
        }
    }

    private static void trim(List<Long> known) {
        while (known.size() > KEPT) {
            known.removeFirst();
        }
    }

    /** When a host's heart was last heard to beat, desk milliseconds. */
    Optional<Long> last(ElementId host) {
        List<Long> known = beats.getOrDefault(host, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    /** The moments, desk milliseconds, oldest first. */
    Map<ElementId, List<Long>> beats() {
        Map<ElementId, List<Long>> now = new HashMap<>();
        beats.forEach((host, moments) -> now.put(host, List.copyOf(moments)));
        return now;
    }
}
