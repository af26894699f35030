package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.plan.Objection;

/** The target must have the VM's memory free, and keep a reserve for itself. */
record Memory() implements MoveRule {

    private static final long MOST_RESERVED = 1L << 30;
    private static final int RESERVED_PERCENT = 2;

    @Override
    public Optional<Objection> against(Move move) {
        if (move.sameHost()) {
            return Optional.empty();
        }
        Optional<Long> free = move.target().value(MEMORY_FREE);
        long needed = move.ground().memory();
        if (free.isEmpty() || needed < 0) {
            String says = free.isEmpty() ? "its free memory is not known" : "the VM's memory is not known";
            return MoveRule.asks("memory", says, "wait until it is heard");
        }
        long missing = needed + reserve(move.target()) - free.get();
        return missing <= 0
                ? Optional.empty()
                : MoveRule.blocks(
                        "memory",
                        Amounts.bytes(missing) + " short",
                        "free " + Amounts.bytes(missing) + " on "
                                + move.target().name());
    }

    /** What a host is left for itself: 2 % of its memory, at most 1 GiB. */
    static long reserve(Element.Host host) {
        return Math.min(MOST_RESERVED, host.value(MEMORY).orElse(0L) / 100 * RESERVED_PERCENT);
    }
}
