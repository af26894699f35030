package org.redoubt.topology.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.redoubt.topology.model.Change.Passed;
import org.redoubt.topology.model.Change.Put;
import org.redoubt.topology.model.Change.Remove;

/**
 * The immutable snapshot of all that is claimed, and of the moment it is read at. Two snapshots share what did not
 * change: a fact about one host copies a path of O(log n), not the other 2,499.
 */
public final class Site {

    private final String name;
    private final long now;
    private final Elements[] byKind;

    private Site(String name, long now, Elements[] byKind) {
        this.name = name;
        this.now = now;
        this.byKind = byKind;
    }

    public static Site empty(String name) {
        Elements[] none = new Elements[ElementKind.values().length];
        Arrays.fill(none, Elements.NONE);
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
        return byKind[kind.ordinal()].stream()
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

    /** How many elements are stored, tombstones too; takes no time. */
    public int size() {
        int size = 0;
        for (Elements elements : byKind) {
            size += elements.size();
        }
        return size;
    }

    /** Everything of a kind that is stored, tombstones too: what folding and differences work on. In no order. */
    public Stream<Element> stored(ElementKind kind) {
        return byKind[kind.ordinal()].stream();
    }

    /** What is stored under {@code id}, tombstones too. */
    public Optional<Element> storedAt(ElementId id) {
        return Optional.ofNullable(byKind[id.kind().ordinal()].get(id));
    }

    /** Whether {@code other} stores the very same elements of this kind: then none of them changed. */
    public boolean shares(Site other, ElementKind kind) {
        return byKind[kind.ordinal()] == other.byKind[kind.ordinal()];
    }

    /**
     * Tells what is stored differently in {@code after}, kind by kind and in no order: what was and what is, null where
     * one of them is nothing. Takes time in what was changed between the two, not in what they hold.
     */
    public void eachDifference(Site after, BiConsumer<Element, Element> told) {
        for (int kind = 0; kind < byKind.length; kind++) {
            byKind[kind].between(after.byKind[kind], (was, is) -> {
                if (was == null || !was.equals(is)) {
                    told.accept(was, is);
                }
            });
        }
    }

    /** This site with the change made; the same object when it changes nothing. */
    public Site apply(Change change) {
        return edit().make(change).done();
    }

    public Site apply(Iterable<? extends Change> changes) {
        Edit edit = edit();
        changes.forEach(edit::make);
        return edit.done();
    }

    /** Many changes made at once; this site stays as it is. */
    public Edit edit() {
        return new Edit(this);
    }

    /** Changes that are being made to a site. Confined to one thread, and of no use once it is {@link #done}. */
    public static final class Edit {
        private final Site from;
        private final Elements.Edit[] kinds = new Elements.Edit[ElementKind.values().length];
        private long now;

        private Edit(Site from) {
            this.from = from;
            this.now = from.now;
        }

        public Edit make(Change change) {
            switch (change) {
                case Put(Element element) -> of(element.kind()).put(element);
                case Remove(ElementId id) -> of(id.kind()).remove(id);
                case Passed(long moment) -> now = moment;
            }
            return this;
        }

        private Elements.Edit of(ElementKind kind) {
            Elements.Edit edit = kinds[kind.ordinal()];
            if (edit == null) {
                edit = new Elements.Edit(from.byKind[kind.ordinal()]);
                kinds[kind.ordinal()] = edit;
            }
            return edit;
        }

        /** The site with all of it made; the same object when nothing was. */
        public Site done() {
            Elements[] changed = from.byKind;
            for (int kind = 0; kind < kinds.length; kind++) {
                Elements made = kinds[kind] == null ? from.byKind[kind] : kinds[kind].done();
                if (made != from.byKind[kind]) {
                    changed = changed == from.byKind ? changed.clone() : changed;
                    changed[kind] = made;
                }
            }
            return changed == from.byKind && now == from.now ? from : new Site(from.name, now, changed);
        }
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
        return "Site[" + name + ", now " + now + ", " + size() + " elements]";
    }
}
