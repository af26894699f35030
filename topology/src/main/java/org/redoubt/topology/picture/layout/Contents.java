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
    /** What tells how a host is: known from the first moment. */
    private static final Set<ElementKind> VITAL =
            EnumSet.of(ElementKind.NETWORK_PORT, ElementKind.HBA_PORT, ElementKind.POWER_SUPPLY, ElementKind.RING);

    private static final List<ElementKind> NETWORK = List.of(ElementKind.SWITCH);
    private static final List<ElementKind> STORAGE = List.of(ElementKind.FABRIC_SWITCH);

    private static final Set<ElementKind> INNER = EnumSet.of(
            ElementKind.BMC,
            ElementKind.FENCE_DEVICE,
            ElementKind.SWITCH_PORT,
            ElementKind.STORAGE_CONTROLLER,
            ElementKind.VOLUME);

    private final Site site;
    private final Map<ElementId, Integer> slots;
    private final Reverse reverse;
    private final Map<ElementId, List<ElementId>> served;
    private final List<List<ElementId>> vital;
    private final BitSet amiss;
    private volatile List<List<ElementId>> inner;
    private volatile List<List<ElementId>> vms;

    private Contents(
            Site site,
            Map<ElementId, Integer> slots,
            Reverse reverse,
            Map<ElementId, List<ElementId>> served,
            List<List<ElementId>> vital,
            BitSet amiss,
            List<List<ElementId>> inner,
            List<List<ElementId>> vms) {
        this.site = site;
        this.slots = slots;
        this.reverse = reverse;
        this.served = served;
        this.vital = vital;
        this.amiss = amiss;
        this.inner = inner;
        this.vms = vms;
    }

    static Contents of(Site site) {
        Map<ElementId, Integer> slots = new HashMap<>();
        for (ElementKind kind : HOLDERS) {
            site.all(kind).forEach(holder -> slots.put(holder.id(), slots.size()));
        }
        slots.put(LOOSE, slots.size());
        slots.put(STRAYS, slots.size());
        Contents contents = new Contents(
                site, slots, new Reverse(site), new HashMap<>(), lists(slots.size()), new BitSet(), null, null);
        contents.fill();
        return contents;
    }

    /** What is vital, and all that is told by it while it is at hand. */
    private void fill() {
        Cabling cabling = new Cabling(this, reverse);
        Map<ElementId, ElementId> hostOfPort = new HashMap<>();
        for (ElementKind kind : VITAL) {
            site.all(kind).forEach(part -> {
                ElementId host = kind == ElementKind.RING ? ofRing(site, part, hostOfPort) : holder(site, part);
                Integer slot = host == null ? null : slots.get(host);
                if (slot == null) {
                    return;
                }
                vital.get(slot).add(part.id());
                if (amiss(part)) {
                    amiss.set(slot);
                }
                if (kind == ElementKind.NETWORK_PORT) {
                    hostOfPort.put(part.id(), host);
                    serve(host, cabling.far(part, NETWORK));
                } else if (kind == ElementKind.HBA_PORT) {
                    serve(host, cabling.far(part, STORAGE));
                }
            });
        }
    }

    private void serve(ElementId host, Optional<ElementId> end) {
        end.ifPresent(
                far -> served.computeIfAbsent(far, id -> new ArrayList<>()).add(host));
    }

    private static boolean amiss(Element part) {
        return part.kind() != ElementKind.RING
                && switch (Cabling.condition(part)) {
                    case DOWN, DEGRADED -> true;
                    case UP, LAST, UNKNOWN -> false;
                };
    }

    /** The same as {@link #holder}; whose a port is has mostly been found already. */
    private static ElementId ofRing(Site site, Element ring, Map<ElementId, ElementId> hostOfPort) {
        List<ElementId> ends = ring.refs(CABLED_TO);
        ElementId known = ends.isEmpty() ? null : hostOfPort.get(ends.getFirst());
        return known == null ? holder(site, ring) : known;
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
        Moves vitalMoves = new Moves(vital);
        Moves innerMoves = new Moves(inner);
        Moves vmMoves = new Moves(vms);
        for (Changes.One change : changes) {
            ElementId id = change.id();
            if (id.kind() == ElementKind.VM) {
                Set<ElementId> old = change.was() == null ? Set.of() : hosts(site, (Element.Vm) change.was());
                Set<ElementId> now = change.is() == null ? Set.of() : hosts(next, (Element.Vm) change.is());
                vmMoves.move(id, old, now);
                touched.addAll(old);
                touched.addAll(now);
            } else if (VITAL.contains(id.kind()) || INNER.contains(id.kind())) {
                Set<ElementId> old = change.was() == null ? Set.of() : one(holder(site, change.was()));
                Set<ElementId> now = change.is() == null ? Set.of() : one(holder(next, change.is()));
                (VITAL.contains(id.kind()) ? vitalMoves : innerMoves).move(id, old, now);
                touched.addAll(old);
                touched.addAll(now);
            } else {
                touched.add(id);
            }
        }
        Contents made = new Contents(
                next,
                slots,
                reverse,
                served,
                vitalMoves.done(),
                (BitSet) amiss.clone(),
                innerMoves.done(),
                vmMoves.done());
        touched.forEach(made::examine);
        return made;
    }

    /**
     * The hosts of which lines look different in the next snapshot; empty where others' may, for something that many lead
     * to is different.
     */
    Optional<Set<ElementId>> recoloured(Contents next, List<Changes.One> changes) {
        Set<ElementId> hosts = new HashSet<>();
        for (Changes.One change : changes) {
            if (change.recolours()) {
                if (!VITAL.contains(change.id().kind()) || change.regroups()) {
                    return Optional.empty();
                }
                hosts.addAll(change.was() == null ? Set.of() : one(holder(site, change.was())));
                hosts.addAll(change.is() == null ? Set.of() : one(holder(next.site, change.is())));
            }
        }
        return Optional.of(hosts);
    }

    private void examine(ElementId unit) {
        Integer slot = slots.get(unit);
        if (slot != null) {
            amiss.set(
                    slot,
                    vital.get(slot).stream()
                            .anyMatch(part ->
                                    site.find(part).filter(Contents::amiss).isPresent()));
        }
    }

    private static Set<ElementId> one(ElementId id) {
        return id == null ? Set.of() : Set.of(id);
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
            if (lists == null || old.equals(now)) {
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
            synchronized (slots) {
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
    Reverse reverse() {
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
        for (ElementId id : VITAL.contains(kind) ? vital(unit) : inner(unit)) {
            if (id.kind() == kind) {
                site.find(id).ifPresent(found::add);
            }
        }
        found.sort(NaturalOrder.OF_ELEMENTS);
        return found;
    }

    /** Whether a port or a supply of a host is not as it should be. */
    boolean amiss(ElementId host) {
        Integer slot = slots.get(host);
        return slot != null && amiss.get(slot);
    }

    /** Which hosts are plugged into which switch, a host for each of its ports. */
    Map<ElementId, List<ElementId>> served() {
        return served;
    }

    /** What tells how a host is: its ports, supplies and ring links, in no order. */
    List<ElementId> vital(ElementId host) {
        Integer slot = slots.get(host);
        return slot == null ? List.of() : vital.get(slot);
    }

    private List<ElementId> inner(ElementId unit) {
        Integer slot = slots.get(unit);
        List<List<ElementId>> known = inner;
        if (known == null) {
            synchronized (slots) {
                known = inner;
                if (known == null) {
                    List<List<ElementId>> all = lists(slots.size());
                    for (ElementKind kind : INNER) {
                        site.all(kind).forEach(part -> {
                            Integer holder = slots.get(holder(site, part));
                            if (holder != null) {
                                all.get(holder).add(part.id());
                            }
                        });
                    }
                    known = all;
                    inner = all;
                }
            }
        }
        return slot == null ? List.of() : known.get(slot);
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
        if (!VITAL.contains(id.kind()) && !INNER.contains(id.kind())) {
            return Set.of(id);
        }
        ElementId holder = holder(site, element.get());
        return holder == null ? Set.of() : Set.of(holder);
    }
}
