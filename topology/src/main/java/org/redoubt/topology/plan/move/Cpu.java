package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.CPU_FEATURES;
import static org.redoubt.topology.model.Attributes.CPU_MODEL;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.plan.Objection;

/**
 * A guest goes on only where every CPU feature is that it was started with. What it uses is not always said; then its
 * host's features stand for it, and the operator, who may know better, is asked.
 */
record Cpu() implements MoveRule {

    private static final int NAMED = 3;
    private static final String FIX = "give the VM a CPU model that both hosts have";

    @Override
    public Optional<Objection> against(Move move) {
        if (move.sameHost()) {
            return Optional.empty();
        }
        Ground ground = move.ground();
        Optional<List<String>> offered = move.target().value(CPU_FEATURES);
        if (offered.isPresent() && ground.features().isPresent()) {
            String lacks = lacks(ground.features().get(), offered.get());
            return lacks.isEmpty() ? Optional.empty() : MoveRule.blocks("cpu", "CPU lacks " + lacks, FIX);
        }
        if (offered.isPresent() && ground.sourceFeatures().isPresent()) {
            String lacks = lacks(ground.sourceFeatures().get(), offered.get());
            return lacks.isEmpty()
                    ? Optional.empty()
                    : MoveRule.asks("cpu", "CPU lacks " + lacks + ", which its host has", FIX);
        }
        return byModel(move.source(), move.target());
    }

    private static Optional<Objection> byModel(Optional<Element.Host> source, Element.Host target) {
        Optional<String> here = source.flatMap(host -> host.value(CPU_MODEL));
        Optional<String> there = target.value(CPU_MODEL);
        if (here.isEmpty() || there.isEmpty()) {
            return MoveRule.asks("cpu", "whether its CPU can run this VM is not known", "");
        }
        return here.equals(there)
                ? Optional.empty()
                : MoveRule.asks("cpu", "CPU is " + there.get() + ", not " + here.get(), FIX);
    }

    private static String lacks(Set<String> needed, List<String> offered) {
        if (needed.size() == offered.size() && needed.containsAll(offered)) {
            return "";
        }
        Set<String> there = Set.copyOf(offered);
        List<String> missing = needed.stream()
                .filter(feature -> !there.contains(feature))
                .sorted()
                .toList();
        String named = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
        return missing.size() > NAMED ? named + " and " + (missing.size() - NAMED) + " more" : named;
    }
}
