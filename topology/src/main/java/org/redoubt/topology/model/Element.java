package org.redoubt.topology.model;

import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import java.util.Optional;

/** Something of the site: an identity and everything that is claimed about it, read through typed questions. */
public sealed interface Element {

    ElementId id();

    Claims claims();

    /** The same element with other claims. */
    Element with(Claims claims);

    default ElementKind kind() {
        return id().kind();
    }

    /**
     * Its label: what the site file calls it, else what was heard last, else its key. Hostile text until shown as text.
     */
    default String name() {
        List<Claim<String>> said = claims().about(NAME);
        for (Claim<String> claim : said) {
            if (claim.source().standing()) {
                return claim.value();
            }
        }
        return said.isEmpty() ? id().key() : said.getFirst().value();
    }

    default <T> Belief<T> believe(Attribute<T> attribute) {
        return claims().believe(attribute);
    }

    default <T> Optional<T> value(Attribute<T> attribute) {
        return believe(attribute).value();
    }

    /** What a list attribute names; empty when nobody says. */
    default List<ElementId> refs(Attribute<List<ElementId>> attribute) {
        return believe(attribute).or(List.of());
    }

    /** A hypervisor's machine. */
    record Host(ElementId id, Claims claims) implements Element {
        /** How this desk's link to it stands; {@link LinkState#CONNECTING} until it was first tried. */
        public LinkState link() {
            return believe(LINK).or(LinkState.CONNECTING);
        }

        @Override
        public Host with(Claims changed) {
            return new Host(id, changed);
        }
    }

    /** A virtual machine (libvirt: a domain). */
    record Vm(ElementId id, Claims claims) implements Element {
        /** Where it is: one place, several at once (a contradiction), or unknown. */
        public Whereabouts whereabouts() {
            return Whereabouts.of(claims);
        }

        @Override
        public Vm with(Claims changed) {
            return new Vm(id, changed);
        }
    }

    /** Anything else: what is to be said of it, its claims say. */
    record Part(ElementId id, Claims claims) implements Element {
        @Override
        public Part with(Claims changed) {
            return new Part(id, changed);
        }
    }

    /** The element that {@code id} names, with {@code claims}. */
    static Element of(ElementId id, Claims claims) {
        return switch (id.kind()) {
            case HOST -> new Host(id, claims);
            case VM -> new Vm(id, claims);
            default -> new Part(id, claims);
        };
    }
}
