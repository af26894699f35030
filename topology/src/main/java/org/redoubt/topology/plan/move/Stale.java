package org.redoubt.topology.plan.move;

import java.util.Optional;
import java.util.stream.Collectors;
import org.redoubt.topology.heartbeat.Hearing;
import org.redoubt.topology.heartbeat.Hearing.Level;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.plan.Objection;

/** What a connected host said long ago is not what is true there now. */
record Stale() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        String says = move.hosts()
                .filter(host -> host.link().connected())
                .filter(host -> silent(move, host))
                .map(host -> host.name() + " "
                        + Hearing.of(host, move.ground().site()).words())
                .collect(Collectors.joining("; "));
        return says.isEmpty() ? Optional.empty() : MoveRule.blocks("stale", says, "wait until it is heard again");
    }

    private static boolean silent(Move move, Element.Host host) {
        Level level = Hearing.of(host, move.ground().site()).level();
        return level == Level.SILENT || level == Level.NOT_HEARD;
    }
}
