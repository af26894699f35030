package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.OWNER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.plan.Objection;

/** Who owns a VM moves it: behind the back of a cluster manager it would be started twice. */
record Ownership() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        Element.Vm vm = move.ground().vm();
        if (claims(vm, Owner.PACEMAKER) || move.hosts().anyMatch(host -> claims(host, Owner.PACEMAKER))) {
            return MoveRule.blocks(
                    "owned-by-cluster",
                    "Pacemaker owns it: moved behind its back it would start twice",
                    "move it with Pacemaker");
        }
        if (claims(vm, Owner.NONE)) {
            return Optional.empty();
        }
        List<String> unknown = move.hosts()
                .filter(host -> !claims(host, Owner.NONE))
                .map(Element::name)
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : MoveRule.asks(
                        "owner-unknown",
                        "who starts and stops VMs is not known on " + String.join(" and ", unknown),
                        unknown.stream()
                                        .map(host -> "write owner: none for " + host)
                                        .collect(Collectors.joining(" and "))
                                + " in the site file");
    }

    private static boolean claims(Element element, Owner owner) {
        return element.claims().about(OWNER).stream().anyMatch(claim -> claim.value() == owner);
    }
}
