package org.redoubt.topology.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.redoubt.topology.model.Change.Passed;
import org.redoubt.topology.model.Change.Put;
import org.redoubt.topology.model.Change.Remove;

/**
 * The immutable snapshot of all that is claimed, and of the moment it is read at. Two snapshots share what did not
 * change: a fact about one host copies a path of O(log n), not the other 2,499.
 */
public final class Site {

    private static final PMap<ElementId, Element> NOTHING = HashTreePMap.empty();

    private final String name;
    private final long now;
    private final PMap<ElementId, Element>[] byKind;

    private Site(String name, long now, PMap<ElementId, Element>[] byKind) {
        this.name = name;
        this.now = now;
        this.byKind = byKind;
    }

    public static Site empty(String name) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
        PMap<ElementId, Element>[] none = new PMap[ElementKind.values().length];
        Arrays.fill(none, NOTHING);
        return new Site(name, 0, none);
    }

    public String name() {
        return name;
    }

    /** The moment it is read at: desk milliseconds, monotonic. Ages are counted from here. */
    public long now() {
        return now;
    }

    /** The element, when any source says anything of it. */
    public Optional<Element> find(ElementId id) {
        return Optional.ofNullable(byKind[id.kind().ordinal()].get(id))
                .filter(element -> element.claims().present());
    }

    public Optional<Element.Host> host(ElementId id) {
        return find(id).map(Element.Host.class::cast);
    }

    public Optional<Element.Vm> vm(ElementId id) {
        return find(id).map(Element.Vm.class::cast);
    }

    /** The label of {@code id}, or its key where nothing is known of it. */
    public String nameOf(ElementId id) {
        return find(id).map(Element::name).orElse(id.key());
    }

    /** Every element of a kind that is there, in no order. */
    public Stream<Element> all(ElementKind kind) {
        return byKind[kind.ordinal()].values().stream()
                .filter(element -> element.claims().present());
    }

    public Stream<Element.Host> hosts() {
        return all(ElementKind.HOST).map(Element.Host.class::cast);
    }

    public Stream<Element.Vm> vms() {
        return all(ElementKind.VM).map(Element.Vm.class::cast);
    }

    /** Every element that is there, kind by kind. */
    public Stream<Element> elements() {
        return Arrays.stream(ElementKind.values()).flatMap(this::all);
    }

    /** Everything of a kind that is stored, tombstones too: what folding and differences work on. In no order. */
    public Stream<Element> stored(ElementKind kind) {
        return byKind[kind.ordinal()].values().stream();
    }

    /** What is stored under {@code id}, tombstones too. */
    public Optional<Element> storedAt(ElementId id) {
        return Optional.ofNullable(byKind[id.kind().ordinal()].get(id));
    }

    /** Whether {@code other} stores the very same elements of this kind: then none of them changed. */
    public boolean shares(Site other, ElementKind kind) {
        return byKind[kind.ordinal()] == other.byKind[kind.ordinal()];
    }

    /** This site with the change made; the same object when it changes nothing. */
    public Site apply(Change change) {
        return switch (change) {
            case Put(Element element) -> {
                PMap<ElementId, Element> before = byKind[element.kind().ordinal()];
                yield before.get(element.id()) == element
                        ? this
                        : with(element.kind(), before.plus(element.id(), element));
            }
            case Remove(ElementId id) -> {
                PMap<ElementId, Element> before = byKind[id.kind().ordinal()];
                yield before.containsKey(id) ? with(id.kind(), before.minus(id)) : this;
            }
            case Passed(long moment) -> moment == now ? this : new Site(name, moment, byKind);
        };
    }

    public Site apply(Iterable<? extends Change> changes) {
        Site site = this;
        for (Change change : changes) {
            site = site.apply(change);
        }
        return site;
    }

    private Site with(ElementKind kind, PMap<ElementId, Element> elements) {
        PMap<ElementId, Element>[] changed = byKind.clone();
        changed[kind.ordinal()] = elements;
        return new Site(name, now, changed);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Site site
                        && now == site.now
                        && name.equals(site.name)
                        && Arrays.equals(byKind, site.byKind);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Long.hashCode(now)) + Arrays.hashCode(byKind);
    }

    @Override
    public String toString() {
        return "Site[" + name + ", now " + now + ", "
                + Arrays.stream(byKind).mapToInt(PMap::size).sum() + " elements]";
    }
}
