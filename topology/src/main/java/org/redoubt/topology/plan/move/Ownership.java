package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.OWNER;

import java.util.Optional;
import java.util.function.Predicate;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.plan.Objection;

/** Who owns a VM moves it: behind the back of a cluster manager it would be started twice. */
record Ownership() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        Element.Vm vm = move.ground().vm();
        if (claims(vm, Owner.PACEMAKER) || move.any(host -> claims(host, Owner.PACEMAKER))) {
            return MoveRule.blocks(
                    "owned-by-cluster",
                    "Pacemaker owns it: moved behind its back it would start twice",
                    "move it with Pacemaker");
        }
        if (claims(vm, Owner.NONE)) {
            return Optional.empty();
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

    private static boolean claims(Element element, Owner owner) {
        for (Claim<Owner> claim : element.claims().about(OWNER)) {
            if (claim.value() == owner) {
                return true;
            }
        }
        return false;
    }
}
