package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.OFFERS;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SIDE;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.picture.Words;

/** What is plugged in where: a host's ports, and the equipment at the other end of each. */
final class Cabling {

    /** How a lead is. */
    enum Condition {
        UP,
        /** It works, not well. */
        DEGRADED,
        /** It works, and is the last that does. */
        LAST,
        DOWN,
        /** Nobody says. */
        UNKNOWN
    }

    /**
     * A port of a host and where it leads.
     *
     * @param far the switch, the array or the network at the other end, where it is known
     * @param words what is the matter, empty when nothing is
     */
    record Lead(
            ElementId port,
            String name,
            ElementId host,
            Optional<ElementId> far,
            Optional<Side> side,
            Condition condition,
            String words) {

        private Lead as(Condition changed) {
            return new Lead(port, name, host, far, side, changed, words);
        }
    }

    private final Register register;
    private final Reverse reverse;
    private final Set<ElementId> needed = new HashSet<>();

    Cabling(Register register, Reverse reverse) {
        this.register = register;
        this.reverse = reverse;
    }

    Cabling(Census census) {
        this(census, new Reverse(census.site()));
        census.site().all(ElementKind.VM).forEach(vm -> needed.addAll(vm.refs(NEEDS_NETWORKS)));
    }

    /** The leads from a host's ports of a kind, in the order of its ports. */
    List<Lead> leads(ElementId host, ElementKind portKind, List<ElementKind> farKinds) {
        List<Lead> leads = new ArrayList<>();
        for (Element port : register.parts(portKind, host)) {
            Optional<ElementId> far = far(port, farKinds);
            leads.add(new Lead(port.id(), port.name(), host, far, side(port, far), condition(port), words(port)));
        }
        long working = leads.stream()
                .filter(lead -> lead.condition() != Condition.DOWN)
                .count();
        if (working == 1 && leads.size() > 1) {
            leads.replaceAll(lead -> lead.condition() == Condition.DOWN ? lead : lead.as(Condition.LAST));
        }
        return leads;
    }

    /**
     * Where no port is known: the networks that a host says it can put a VM on. What has no name of its own, such as a card
     * that a NIC could be put on directly, is one of them only when a VM needs it.
     */
    List<Lead> offers(Element.Host host) {
        List<Lead> leads = new ArrayList<>();
        for (ElementId network : host.refs(OFFERS)) {
            boolean named = named(network);
            if (!named && !needs(network)
                    || above(network).filter(host.refs(OFFERS)::contains).isPresent()) {
                continue;
            }
            leads.add(new Lead(
                    network,
                    named
                            ? register.site().nameOf(network)
                            : network.key().substring(network.key().lastIndexOf('/') + 1),
                    host.id(),
                    Optional.of(network),
                    Optional.empty(),
                    Condition.UP,
                    ""));
        }
        leads.sort((one, other) -> NaturalOrder.compare(one.name(), other.name()));
        return leads;
    }

    /** The network that a bridge is another name of. */
    Optional<ElementId> above(ElementId bridge) {
        return register.site()
                .find(bridge)
                .flatMap(known -> known.value(PART_OF))
                .filter(whole -> whole.kind() == ElementKind.NETWORK);
    }

    /** Whether a VM needs this network. */
    boolean needs(ElementId network) {
        return needed.contains(network);
    }

    private boolean named(ElementId network) {
        return register.site().find(network).isPresent();
    }

    /** The equipment of one of these kinds that an element is cabled to, by its own word or the other end's. */
    List<ElementId> ends(Element from, List<ElementKind> kinds) {
        List<ElementId> ends = new ArrayList<>(from.refs(CABLED_TO));
        ends.addAll(reverse.of(from.id()));
        List<ElementId> found = new ArrayList<>();
        for (ElementId end : ends) {
            equipment(end, kinds).filter(id -> !found.contains(id)).ifPresent(found::add);
        }
        return found;
    }

    /** What a port leads to: by its own word first, and only then by the other end's. */
    Optional<ElementId> far(Element port, List<ElementKind> kinds) {
        for (ElementId end : port.refs(CABLED_TO)) {
            Optional<ElementId> far = equipment(end, kinds);
            if (far.isPresent()) {
                return far;
            }
        }
        return ends(port, kinds).stream().findFirst();
    }

    private Optional<ElementId> equipment(ElementId end, List<ElementKind> kinds) {
        if (kinds.contains(end.kind())) {
            return Optional.of(end);
        }
        Optional<Element> element = register.site().find(end);
        for (ElementKind kind : kinds) {
            Optional<ElementId> above = element.flatMap(known -> register.above(known, kind));
            if (above.isPresent()) {
                return above;
            }
        }
        return Optional.empty();
    }

    Optional<Side> side(Element port, Optional<ElementId> far) {
        Optional<Side> own = port.value(SIDE);
        return own.isPresent() ? own : far.flatMap(register.site()::find).flatMap(end -> end.value(SIDE));
    }

    static Condition condition(Element port) {
        Optional<Health> health = port.value(HEALTH);
        Optional<Boolean> up = port.value(UP);
        if (up.filter(works -> !works).isPresent()
                || health.filter(Health.FAILED::equals).isPresent()) {
            return Condition.DOWN;
        }
        if (health.filter(Health.DEGRADED::equals).isPresent()
                || port.believe(UP) instanceof Belief.Contradicted<Boolean>) {
            return Condition.DEGRADED;
        }
        return up.isEmpty() && health.isEmpty() ? Condition.UNKNOWN : Condition.UP;
    }

    private String words(Element port) {
        for (Claim<Boolean> claim : port.claims().about(UP)) {
            if (!claim.value()) {
                return "link down " + Words.age(register.site().now() - claim.since());
            }
        }
        return "";
    }
}
