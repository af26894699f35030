package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.HARDWARE_UUID;

import java.util.Optional;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.plan.Objection;

/** Both hosts must be who they are thought to be, and two. */
record Identity() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        String doubted = move.each(
                host -> host.believe(HARDWARE_UUID) instanceof Belief.Contradicted<String>, ", ", Element::name);
        if (!doubted.isEmpty()) {
            return MoveRule.blocks(
                    "identity",
                    "sources disagree on which machine this is: " + doubted,
                    "check its address in the site file");
        }
        Optional<String> uuid = move.target().value(HARDWARE_UUID);
        boolean one = !move.sameHost()
                && uuid.isPresent()
                && uuid.equals(move.source().flatMap(host -> host.value(HARDWARE_UUID)));
        return one
                ? MoveRule.blocks(
                        "identity",
                        "the same machine as " + move.source().get().name() + ", by its hardware UUID",
                        "name it once in the site file")
                : Optional.empty();
    }
}
