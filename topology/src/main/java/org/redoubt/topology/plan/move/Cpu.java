package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.CPU_FEATURES;
import static org.redoubt.topology.model.Attributes.CPU_MODEL;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.plan.Objection;

/**
 * A guest goes on only where every CPU feature is that it was started with. libvirt names a CPU by a model and what it
 * has beyond that: between different models a feature that is not named may still be there, and what a guest uses is
 * not always said. Then the operator, who may know better, is asked, and libvirt has the last word.
 */
record Cpu() implements MoveRule {

    private static final String RULE = "cpu";
    private static final int NAMED = 3;
    private static final String FIX = "give the VM a CPU model that both hosts have";

    /** What every x86 CPU has: a list that names it does not leave out what goes without saying. */
    private static final String BASIC = "fpu";

    @Override
    public Optional<Objection> against(Move move) {
        if (move.source().isEmpty() || move.sameHost()) {
            return Optional.empty();
        }
        Optional<List<String>> there = move.target().value(CPU_FEATURES);
        Optional<List<String>> here = move.ground().sourceFeatures();
        Optional<String> model = move.target().value(CPU_MODEL);
        boolean sameModel = model.isPresent() && model.equals(move.source().flatMap(host -> host.value(CPU_MODEL)));
        if (there.isEmpty() || here.isEmpty()) {
            return sameModel ? Optional.empty() : byModel(move.source(), model);
        }
        if (here.get().equals(there.get())) {
            return Optional.empty();
        }
        // What not even the host names where it runs, no host's list can be expected to name.
        Set<String> missing = new HashSet<>(here.get());
        move.ground().features().ifPresent(missing::retainAll);
        there.get().forEach(missing::remove);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        boolean told = sameModel || here.get().contains(BASIC) && there.get().contains(BASIC);
        boolean used = move.ground().features().isPresent();
        String says = "CPU lacks " + named(missing);
        return told && used
                ? MoveRule.blocks(RULE, says, FIX)
                : MoveRule.asks(RULE, says + (used ? "" : ", which its host has"), FIX);
    }

    private static Optional<Objection> byModel(Optional<Element.Host> source, Optional<String> there) {
        Optional<String> here = source.flatMap(host -> host.value(CPU_MODEL));
        return here.isEmpty() || there.isEmpty()
                ? MoveRule.asks(RULE, "whether its CPU can run this VM is not known", "")
                : MoveRule.asks(RULE, "CPU is " + there.get() + ", not " + here.get(), FIX);
    }

    private static String named(Set<String> missing) {
        List<String> sorted = missing.stream().sorted().toList();
        String named = String.join(", ", sorted.subList(0, Math.min(NAMED, sorted.size())));
        return sorted.size() > NAMED ? named + " and " + (sorted.size() - NAMED) + " more" : named;
    }
}
