package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CABLED_TO;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * What lies inside what on a large site: parts and VMs by host, ports by switch, volumes by array. The next snapshot's is
 * made from this one in time in what changed; VMs find their hosts when they are first asked for, for from far away
 * nobody asks. May be asked from several threads.
 */
final class Contents implements Register {

    /** Where VMs are that run nowhere and are defined nowhere that is known. */
    static final ElementId STRAYS = new ElementId(ElementKind.VM_GROUP, "on no known host");

    /** Where volumes are of which no array is known. */
    static final ElementId LOOSE = new ElementId(ElementKind.STORAGE_ARRAY, "of no known array");

    private static final Set<ElementKind> HOLDERS =
            EnumSet.of(ElementKind.HOST, ElementKind.SWITCH, ElementKind.FABRIC_SWITCH, ElementKind.STORAGE_ARRAY);
    private static final Set<ElementKind> PARTS = EnumSet.of(
            ElementKind.NETWORK_PORT,
            ElementKind.HBA_PORT,
            ElementKind.POWER_SUPPLY,
            ElementKind.BMC,
            ElementKind.FENCE_DEVICE,
            ElementKind.RING,
            ElementKind.SWITCH_PORT,
            ElementKind.STORAGE_CONTROLLER,
            ElementKind.VOLUME);
    private static final Set<ElementKind> ENDS =
            EnumSet.of(ElementKind.SWITCH_PORT, ElementKind.SWITCH, ElementKind.FABRIC_SWITCH);

    private final Site site;
    private final Map<ElementId, Integer> slots;
    private final Map<ElementId, List<ElementId>> reverse;
    private final List<List<ElementId>> parts;
    private volatile List<List<ElementId>> vms;

    private Contents(
            Site site,
            Map<ElementId, Integer> slots,
            Map<ElementId, List<ElementId>> reverse,
            List<List<ElementId>> parts,
            List<List<ElementId>> vms) {
        this.site = site;
        this.slots = slots;
        this.reverse = reverse;
        this.parts = parts;
        this.vms = vms;
    }

    static Contents of(Site site) {
        Map<ElementId, Integer> slots = new HashMap<>();
        for (ElementKind kind : HOLDERS) {
            site.all(kind).forEach(holder -> slots.put(holder.id(), slots.size()));
        }
        slots.put(LOOSE, slots.size());
        slots.put(STRAYS, slots.size());
        Map<ElementId, List<ElementId>> reverse = new HashMap<>();
        for (ElementKind kind : ENDS) {
            site.all(kind)
                    .forEach(end -> end.refs(CABLED_TO)
                            .forEach(to -> reverse.computeIfAbsent(to, id -> new ArrayList<>(1))
                                    .add(end.id())));
        }
        List<List<ElementId>> parts = lists(slots.size());
        for (ElementKind kind : PARTS) {
            site.all(kind).forEach(part -> {
                Integer slot = slots.get(holder(site, part));
                if (slot != null) {
                    parts.get(slot).add(part.id());
                }
            });
        }
        return new Contents(site, slots, reverse, parts, null);
    }

    private static List<List<ElementId>> lists(int count) {
        List<List<ElementId>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>(8));
        }
        return lists;
    }

    /**
     * The contents of the next snapshot, in which all that holds something is the same.
     *
     * @param touched gets whatever unit something is different in, or of
     */
    Contents after(Site next, List<Changes.One> changes, Set<ElementId> touched) {
        Moves partMoves = new Moves(parts);
        List<List<ElementId>> settled = vms;
        Moves vmMoves = new Moves(settled);
        for (Changes.One change : changes) {
            ElementId id = change.id();
            if (id.kind() == ElementKind.VM) {
                if (settled != null) {
                    Set<ElementId> old = change.was() == null ? Set.of() : hosts(site, (Element.Vm) change.was());
                    Set<ElementId> now = change.is() == null ? Set.of() : hosts(next, (Element.Vm) change.is());
                    vmMoves.move(id, old, now);
                    touched.addAll(old);
                    touched.addAll(now);
                }
            } else if (PARTS.contains(id.kind())) {
                ElementId old = change.was() == null ? null : holder(site, change.was());
                ElementId now = change.is() == null ? null : holder(next, change.is());
                partMoves.move(id, old == null ? Set.of() : Set.of(old), now == null ? Set.of() : Set.of(now));
                touched.add(old);
                touched.add(now);
            } else {
                touched.add(id);
            }
        }
        return new Contents(next, slots, reverse, partMoves.done(), vmMoves.done());
    }

    /** Lists that change their places in a few of which something comes or goes. */
    private final class Moves {
        private final BitSet own = new BitSet();
        private List<List<ElementId>> lists;
        private boolean copied;

        Moves(List<List<ElementId>> lists) {
            this.lists = lists;
        }

        void move(ElementId id, Set<ElementId> old, Set<ElementId> now) {
            if (old.equals(now)) {
                return;
            }
            for (ElementId unit : old) {
                if (!now.contains(unit) && slots.containsKey(unit)) {
                    own(slots.get(unit)).remove(id);
                }
            }
            for (ElementId unit : now) {
                if (!old.contains(unit) && slots.containsKey(unit)) {
                    own(slots.get(unit)).add(id);
                }
            }
        }

        private List<ElementId> own(int slot) {
            if (!copied) {
                lists = new ArrayList<>(lists);
                copied = true;
            }
            if (!own.get(slot)) {
                own.set(slot);
                lists.set(slot, new ArrayList<>(lists.get(slot)));
            }
            return lists.get(slot);
        }

        List<List<ElementId>> done() {
            return lists;
        }
    }

    /** The unit in which a part is drawn, null where nobody says. */
    static ElementId holder(Site site, Element part) {
        return switch (part.kind()) {
            case RING -> Register.hostOfRing(site, part).orElse(null);
            case SWITCH_PORT ->
                Register.above(site, part, ElementKind.SWITCH)
                        .or(() -> Register.above(site, part, ElementKind.FABRIC_SWITCH))
                        .orElse(null);
            case STORAGE_CONTROLLER ->
                Register.above(site, part, ElementKind.STORAGE_ARRAY).orElse(null);
            case VOLUME -> Register.above(site, part, ElementKind.STORAGE_ARRAY).orElse(LOOSE);
            default -> Register.above(site, part, ElementKind.HOST).orElse(null);
        };
    }

    /** The units on which a VM is shown. */
    private static Set<ElementId> hosts(Site site, Element.Vm vm) {
        Set<ElementId> hosts = new HashSet<>(2);
        Census.settle(site, vm, (host, tenant) -> hosts.add(known(site, host)));
        return hosts;
    }

    private static ElementId known(Site site, ElementId host) {
        return host == null || site.host(host).isEmpty() ? STRAYS : host;
    }

    private List<List<ElementId>> vms() {
        List<List<ElementId>> known = vms;
        if (known == null) {
            synchronized (this) {
                known = vms;
                if (known == null) {
                    List<List<ElementId>> all = lists(slots.size());
                    site.vms()
                            .forEach(vm -> hosts(site, vm)
                                    .forEach(host -> all.get(slots.get(host)).add(vm.id())));
                    known = all;
                    vms = all;
                }
            }
        }
        return known;
    }

    @Override
    public Site site() {
        return site;
    }

    /** What ends are cabled to by the word of their other ends. */
    Map<ElementId, List<ElementId>> reverse() {
        return reverse;
    }

    @Override
    public List<Census.Tenant> on(ElementId unit) {
        Integer slot = slots.get(unit);
        List<Census.Tenant> tenants = new ArrayList<>();
        for (ElementId id : slot == null ? List.<ElementId>of() : vms().get(slot)) {
            site.vm(id)
                    .ifPresent(vm -> Census.settle(site, vm, (host, tenant) -> {
                        if (known(site, host).equals(unit)) {
                            tenants.add(tenant);
                        }
                    }));
        }
        Census.inOrder(tenants);
        return tenants;
    }

    @Override
    public List<Element> parts(ElementKind kind, ElementId unit) {
        List<Element> found = new ArrayList<>();
        for (ElementId id : parts(unit)) {
            if (id.kind() == kind) {
                site.find(id).ifPresent(found::add);
            }
        }
        found.sort(NaturalOrder.OF_ELEMENTS);
        return found;
    }

    /** Every part of a unit, in no order. */
    List<ElementId> parts(ElementId unit) {
        Integer slot = slots.get(unit);
        return slot == null ? List.of() : parts.get(slot);
    }

    @Override
    public List<Element> rings(ElementId host) {
        return parts(ElementKind.RING, host);
    }

    /** The units in which an element is drawn, or which it is. */
    Set<ElementId> unitsOf(ElementId id) {
        Optional<Element> element = site.find(id);
        if (element.isEmpty()) {
            return slots.containsKey(id) ? Set.of(id) : Set.of();
        }
        if (element.get() instanceof Element.Vm vm) {
            return hosts(site, vm);
        }
        if (!PARTS.contains(id.kind())) {
            return Set.of(id);
        }
        ElementId holder = holder(site, element.get());
        return holder == null ? Set.of() : Set.of(holder);
    }
}
