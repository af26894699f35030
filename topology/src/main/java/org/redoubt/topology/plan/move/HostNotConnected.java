package org.redoubt.topology.plan.move;

import java.util.Optional;
import org.redoubt.topology.heartbeat.Hearing;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Objection;

/** Both hosts must be connected: the one that sends, and the one that takes. */
record HostNotConnected() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        if (move.source().isEmpty() && move.ground().where().state() == RunState.UNKNOWN) {
            return MoveRule.blocks("host-not-connected", "its host is not known", "wait until its host is heard");
        }
        String says = move.each(
                host -> !host.link().connected(), "; ", host -> host.name() + ": " + Hearing.words(host.link()));
        return says.isEmpty()
                ? Optional.empty()
                : MoveRule.blocks("host-not-connected", says, "see the host's link for what to do");
    }
}
