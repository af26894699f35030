package org.redoubt.topology.plan.move;

import java.util.Optional;
import java.util.stream.Collectors;
import org.redoubt.topology.heartbeat.Hearing;
import org.redoubt.topology.plan.Objection;

/** Both hosts must be connected: the one that sends, and the one that takes. */
record HostNotConnected() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        if (move.source().isEmpty()) {
            return MoveRule.blocks("host-not-connected", "where it is is not known", "wait until its host is heard");
        }
        String says = move.hosts()
                .filter(host -> !host.link().connected())
                .map(host -> host.name() + ": " + Hearing.words(host.link()))
                .collect(Collectors.joining("; "));
        return says.isEmpty()
                ? Optional.empty()
                : MoveRule.blocks("host-not-connected", says, "see the host's link for what to do");
    }
}
