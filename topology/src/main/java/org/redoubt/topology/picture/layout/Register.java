package org.redoubt.topology.picture.layout;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/** What a host's card is drawn from: who is on the host, and what is a part of it. */
interface Register {

    /** An adapter's port is a part of the adapter, that of a host; deeper nothing is nested. */
    int DEEPEST = 5;

    Site site();

    /** The VMs on a host, in an order that facts of state do not disturb. */
    List<Census.Tenant> on(ElementId host);

    /** The elements of a kind that are a part of {@code host}, in natural order. */
    List<Element> parts(ElementKind kind, ElementId host);

    /** A host's links to the rings of its cluster. */
    List<Element> rings(ElementId host);

    /** The element of a kind that {@code part} is, or is a part of; by its key where nobody claims it. */
    default Optional<ElementId> above(Element part, ElementKind kind) {
        return above(site(), part, kind);
    }

    static Optional<ElementId> above(Site site, Element part, ElementKind kind) {
        Element at = part;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (at.kind() == kind) {
                return Optional.of(at.id());
            }
            Optional<ElementId> up = at.value(Attributes.PART_OF);
            if (up.isPresent() && up.get().kind() == kind) {
                return up;
            }
            Optional<Element> next = up.flatMap(site::find);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        int slash = part.id().key().indexOf('/');
        return slash <= 0
                ? Optional.empty()
                : site.find(new ElementId(kind, part.id().key().substring(0, slash)))
                        .map(Element::id);
    }

    /** The host that a link of a ring ends at. */
    static Optional<ElementId> hostOfRing(Site site, Element ring) {
        for (ElementId end : ring.refs(Attributes.CABLED_TO)) {
            Optional<ElementId> host = end.kind() == ElementKind.HOST
                    ? Optional.of(end)
                    : site.find(end).flatMap(part -> above(site, part, ElementKind.HOST));
            if (host.isPresent()) {
                return host;
            }
        }
        return ring.value(Attributes.PART_OF).filter(part -> part.kind() == ElementKind.HOST);
    }
}
