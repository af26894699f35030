package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.MAINTENANCE;
import static org.redoubt.topology.model.Attributes.NODE_STATE;
import static org.redoubt.topology.model.Attributes.OWNER;
import static org.redoubt.topology.model.Attributes.RESOURCE;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.redoubt.topology.cluster.Ownership;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.NodeState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.plan.Objection;

/**
 * Who owns a VM moves it: behind the back of a cluster manager it would be started twice. Where the resource is known that
 * it is, the cluster is told to move it; this objects only where the cluster would not.
 */
record Owned() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        Element.Vm vm = move.ground().vm();
        if (move.ground().owned() instanceof Ownership.Owned(Element resource)) {
            return byCluster(move, resource);
        }
        if (claims(vm, Owner.PACEMAKER) || move.any(host -> claims(host, Owner.PACEMAKER))) {
            return MoveRule.blocks(
                    "owned-by-cluster",
                    "Pacemaker owns it: moved behind its back it would start twice",
                    "move it with Pacemaker");
        }
        if (claims(vm, Owner.NONE)) {
            return Optional.empty();
        }
        // what the file says of a whole host does not answer for a VM that its cluster may well run
        if (move.ground().owned() instanceof Ownership.Doubtful(String why)) {
            return MoveRule.asks("owner-unknown", why, "make the cluster tell, or look there whose VM it is");
        }
        Predicate<Element.Host> unknown = host -> !claims(host, Owner.NONE);
        String hosts = move.each(unknown, " and ", Element::name);
        return hosts.isEmpty()
                ? Optional.empty()
                : MoveRule.asks(
                        "owner-unknown",
                        "who starts and stops VMs is not known on " + hosts,
                        move.each(unknown, " and ", host -> "write owner: none for " + host.name())
                                + " in the site file");
    }

    private static Optional<Objection> byCluster(Move move, Element resource) {
        if (move.sameHost()) {
            return Optional.empty();
        }
        if (resource.value(RESOURCE).isEmpty()) {
            return MoveRule.blocks(
                    "owned-by-cluster",
                    "Pacemaker owns it as " + resource.name() + ": moved behind its back it would start twice",
                    "move it with Pacemaker");
        }
        if (resource.claims().about(MAINTENANCE).stream().anyMatch(Claim::value)) {
            return MoveRule.blocks(
                    "not-managed",
                    "Pacemaker owns it as " + resource.value(RESOURCE).get()
                            + " and leaves it alone now: maintenance, or not managed",
                    "end the maintenance first");
        }
        return move.target().claims().about(NODE_STATE).stream()
                .map(Claim::value)
                .filter(state -> state != NodeState.ONLINE)
                .findFirst()
                .flatMap(state -> MoveRule.blocks(
                        "node-takes-nothing",
                        "Pacemaker starts nothing on " + move.target().name() + ": "
                                + state.name().toLowerCase(Locale.ROOT),
                        "bring the node back into its cluster first"));
    }

    private static boolean claims(Element element, Owner owner) {
        for (Claim<Owner> claim : element.claims().about(OWNER)) {
            if (claim.value() == owner) {
                return true;
            }
        }
        return false;
    }
}
