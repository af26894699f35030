package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Words;
import org.redoubt.topology.plan.Durations;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.views.words.Shown;

/**
 * A host that a VM may go to, in the words of the list beside the pointer.
 *
 * @param cluster empty where it belongs to none
 * @param predicted how long it would take, and what would be left there
 * @param costs what it would cost, or what has to be accepted; none where it simply fits
 */
record Target(ElementId host, Fit.Verdict verdict, String name, String cluster, String predicted, List<String> costs) {

    private static final int NAME = 40;

    Target {
        costs = List.copyOf(costs);
    }

    static Target of(Site site, ElementId vm, Fit fit) {
        Optional<Element.Host> host = site.host(fit.host());
        List<String> words = new ArrayList<>();
        fit.prediction()
                .ifPresentOrElse(
                        known -> {
                            words.add(known.converges() ? Durations.of(known.total()) : "may not end by itself");
                            words.add("pause " + Durations.of(known.pause()));
                        },
                        () -> words.add("time not predicted"));
        left(site, vm, host).ifPresent(words::add);
        return new Target(
                fit.host(),
                fit.verdict(),
                Shown.text(site.nameOf(fit.host()), NAME),
                host.flatMap(known -> cluster(site, known)).orElse(""),
                String.join(" · ", words),
                costs(fit));
    }

    private static List<String> costs(Fit fit) {
        List<String> costs = new ArrayList<>();
        for (Objection objection : fit.objections()) {
            String fix = objection.fix().isEmpty() ? "" : ": " + objection.fix();
            costs.add(Shown.text((objection.acceptable() ? "to be accepted: " : "") + objection.says() + fix));
        }
        fit.costs().forEach(cost -> costs.add(Shown.text(cost)));
        return costs;
    }

    private static Optional<String> left(Site site, ElementId vm, Optional<Element.Host> host) {
        Optional<Long> free = host.flatMap(known -> known.value(MEMORY_FREE));
        Optional<Long> needed = site.vm(vm).flatMap(known -> known.value(MEMORY));
        return free.isPresent() && needed.isPresent() && free.get() >= needed.get()
                ? Optional.of(Words.bytes(free.get() - needed.get()) + " left")
                : Optional.empty();
    }

    private static Optional<String> cluster(Site site, Element.Host host) {
        return host.refs(MEMBER_OF).stream()
                .filter(id -> id.kind() == ElementKind.CLUSTER)
                .findFirst()
                .map(id -> Shown.text(site.nameOf(id), NAME));
    }
}
