package org.redoubt.topology.heartbeat;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/** Whose heart it is that beats, and by what name that way of hearing it goes: pure rules over what elements say. */
public final class Hearts {

    /** A guest agent is a part of a VM, a port a part of a card; deeper nothing is nested. */
    private static final int DEEPEST = 6;

    private Hearts() {}

    /** The host that a heartbeat tells of: the end of a ring's link, or the host that it is a part of. */
    public static Optional<ElementId> host(Site site, Element heart) {
        if (heart.kind() == ElementKind.RING) {
            for (ElementId end : heart.refs(CABLED_TO)) {
                Optional<ElementId> host = above(site, end);
                if (host.isPresent()) {
                    return host;
                }
            }
        }
        return above(site, heart.id());
    }

    private static Optional<ElementId> above(Site site, ElementId from) {
        ElementId at = from;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (at.kind() == ElementKind.HOST) {
                return Optional.of(at);
            }
            Optional<Element> element = site.find(at);
            if (element.isPresent() && element.get() instanceof Element.Vm vm) {
                return vm.whereabouts().host();
            }
            Optional<ElementId> up = element.flatMap(known -> known.value(PART_OF));
            if (up.isEmpty()) {
                return Optional.empty();
            }
            at = up.get();
        }
        return Optional.empty();
    }

    /**
     * What this kind of heartbeat is called, the same for every host: {@code libvirt}, {@code ssh}, {@code ring 0},
     * {@code bmc}, {@code guests}.
     */
    public static String way(Element heart) {
        return switch (heart.kind()) {
            case HOST ->
                heart.claims().about(BEAT).stream()
                        .findFirst()
                        .map(beat -> beat.source().kind())
                        .orElse("libvirt");
            case VM -> "guests";
            case RING -> "ring " + ring(heart);
            case SERVICE -> ofVm(heart) ? "guests" : last(heart.id().key());
            default -> heart.kind().label();
        };
    }

    private static boolean ofVm(Element heart) {
        return heart.value(PART_OF)
                .filter(part -> part.kind() == ElementKind.VM)
                .isPresent();
    }

    /** A ring is called by its number, which is the last part of its key; one of its links is a part of it. */
    private static String ring(Element link) {
        return heartOfRing(link)
                .map(ring -> last(ring.key()))
                .orElseGet(() -> last(link.id().key()));
    }

    private static Optional<ElementId> heartOfRing(Element link) {
        return link.value(PART_OF).filter(part -> part.kind() == ElementKind.RING);
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
