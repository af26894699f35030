package org.redoubt.topology.plan.move;

import java.util.Locale;
import java.util.Optional;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.plan.Objection;

/** Only a VM that executes is moved live. */
record NotRunning() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        Whereabouts where = move.ground().where();
        RunState state = where.state();
        boolean somewhere = !(where instanceof Whereabouts.Nowhere);
        if (somewhere && state.executes()) {
            return Optional.empty();
        }
        if (state == RunState.UNKNOWN) {
            return MoveRule.blocks("not-running", "whether it runs is not known", "wait until its host is heard");
        }
        String says = "it is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return MoveRule.blocks("not-running", says, somewhere ? "resume it first" : "start it first");
    }
}
