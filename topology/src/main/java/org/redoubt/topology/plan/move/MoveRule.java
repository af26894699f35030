package org.redoubt.topology.plan.move;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.plan.Objection;

/** One reason why a VM should not go to a host. Each rule looks for itself alone: all of them are always asked. */
sealed interface MoveRule
        permits Arch,
                Busy,
                CannotMigrate,
                Cpu,
                HostNotConnected,
                Identity,
                Memory,
                NetworkMissing,
                NotRunning,
                OtherCluster,
                Owned,
                RunningTwice,
                SameHost,
                Stale,
                StorageUnreachable {

    /** Every rule, in the order in which their objections are shown. */
    List<MoveRule> ALL = List.of(
            new SameHost(),
            new RunningTwice(),
            new NotRunning(),
            new Busy(),
            new HostNotConnected(),
            new Stale(),
            new Identity(),
            new CannotMigrate(),
            new Owned(),
            new OtherCluster(),
            new Arch(),
            new Cpu(),
            new Memory(),
            new NetworkMissing(),
            new StorageUnreachable());

    /** What it objects to this move; empty when it does not. */
    Optional<Objection> against(Move move);

    /** An objection that nothing but its fix removes. */
    static Optional<Objection> blocks(String rule, String says, String fix) {
        return Optional.of(new Objection(rule, says, fix, false));
    }

    /** An objection that an operator may accept by its rule's name. */
    static Optional<Objection> asks(String rule, String says, String fix) {
        return Optional.of(new Objection(rule, says, fix, true));
    }
}
