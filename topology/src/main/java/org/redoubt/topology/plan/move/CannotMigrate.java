package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.CANNOT;
import static org.redoubt.topology.model.Attributes.DRIVER;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.plan.Objection;

/** A hypervisor that said it cannot migrate is not asked to. */
record CannotMigrate() implements MoveRule {

    /** How a driver's inability is written in {@code cannot}. */
    static final String MIGRATE = "migrate";

    @Override
    public Optional<Objection> against(Move move) {
        String says = move.each(
                host -> host.value(CANNOT).orElse(List.of()).contains(MIGRATE),
                "; ",
                host -> "the " + host.value(DRIVER).orElse("hypervisor") + " driver of " + host.name()
                        + " cannot migrate");
        return says.isEmpty() ? Optional.empty() : MoveRule.blocks("cannot-migrate", says, "");
    }
}
