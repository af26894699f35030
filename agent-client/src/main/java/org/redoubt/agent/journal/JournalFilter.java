package org.redoubt.agent.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.plan.Step;

/**
 * Which entries are asked for; what is left empty lets everything through.
 *
 * @param vm the VM's UUID, or a part of the title of what was intended (titles name the VM)
 * @param host the key of a host that takes part
 * @param desk the desk that wrote it
 * @param from not before this moment
 * @param to before this moment
 */
public record JournalFilter(
        Optional<String> vm,
        Optional<String> host,
        Optional<String> desk,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** Lets everything through. */
    public static final JournalFilter ALL =
            new JournalFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** As a test of entries that are given to it in their order: an outcome belongs to what its intent belonged to. */
    public Predicate<Entry> inOrder() {
        Set<UUID> fitting = new HashSet<>();
        return entry -> {
            boolean about = switch (entry) {
                case Entry.Intended intended -> about(intended.intent()) && remember(fitting, intended.intent());
                case Entry.Concluded concluded -> fitting.contains(concluded.intent()) || anything();
                case Entry.Scored scored -> fitting.contains(scored.intent()) || anything();
                case Entry.Opened _, Entry.Noted _ -> anything();
            };
            return about && written(entry);
        };
    }

    private static boolean remember(Set<UUID> fitting, Intent intent) {
        fitting.add(intent.id());
        return true;
    }

    /** Whether it asks for no VM and no host. */
    boolean anything() {
        return vm.isEmpty() && host.isEmpty();
    }

    private boolean written(Entry entry) {
        return desk.map(entry.desk()::equals).orElse(true)
                && from.map(moment -> !entry.at().isBefore(moment)).orElse(true)
                && to.map(moment -> entry.at().isBefore(moment)).orElse(true);
    }

    private boolean about(Intent intent) {
        Step.Move step = (Step.Move) intent.step();
        return vm.map(asked -> step.vm().key().equals(asked) || intent.title().contains(asked))
                        .orElse(true)
                && host.map(asked -> step.from().key().equals(asked)
                                || step.to().key().equals(asked))
                        .orElse(true);
    }
}
