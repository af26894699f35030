package org.redoubt.topology.plan.move;

import java.util.Optional;
import org.redoubt.topology.heartbeat.Beat.Level;
import org.redoubt.topology.heartbeat.Hearing;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.plan.Objection;

/** What a connected host said long ago is not what is true there now. */
record Stale() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        String says = move.each(
                host -> host.link().connected() && silent(move, host),
                "; ",
                host -> host.name() + " "
                        + Hearing.of(host, move.ground().site()).words());
        return says.isEmpty() ? Optional.empty() : MoveRule.blocks("stale", says, "wait until it is heard again");
    }

    private static boolean silent(Move move, Element.Host host) {
        Level level = Hearing.of(host, move.ground().site()).level();
        return level == Level.SILENT || level == Level.NOT_HEARD;
    }
}
