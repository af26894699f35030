package org.redoubt.topology.plan.move;

import java.util.Optional;
import java.util.stream.Collectors;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.plan.Objection;

/** A VM that executes on several hosts at once is not moved: first all but one must be stopped. */
record RunningTwice() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        if (!(move.ground().where() instanceof Whereabouts.Twice twice)) {
            return Optional.empty();
        }
        String hosts = twice.places().stream()
                .map(place -> move.ground().name(place.host()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
        return MoveRule.blocks("running-twice", "it runs on " + hosts + " at once", "stop all but one of them first");
    }
}
