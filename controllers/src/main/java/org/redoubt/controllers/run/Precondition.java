package org.redoubt.controllers.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.move.Fitting;
import org.redoubt.topology.plan.move.ThroughCluster;

/** Whether what was approved may still be done: the world moves on between the yes and its turn. */
final class Precondition {

    private Precondition() {}

    /** Why not, on this site; empty when it may be done. */
    static List<String> against(Approval approval, Step.Move step, Site site) {
        List<String> reasons = new ArrayList<>();
        Optional<Element.Vm> vm = site.vm(step.vm());
        if (vm.isEmpty()) {
            return List.of("no host knows this VM any more");
        }
        Optional<ElementId> host = vm.get().whereabouts().host();
        if (host.isPresent() && !host.get().equals(step.from())) {
            reasons.add("it is on " + site.nameOf(host.get()) + " now, not on " + site.nameOf(step.from()));
        }
        owner(step, ThroughCluster.resource(site, vm.get())).ifPresent(reasons::add);
        Optional<Fit> fit = Fitting.check(site, step.vm(), step.to());
        if (fit.isEmpty()) {
            reasons.add("the site knows no host " + step.to().key());
            return reasons;
        }
        for (Objection objection : fit.get().objections()) {
            if (!approval.covers(List.of(objection))) {
                reasons.add(objection.fix().isEmpty() ? objection.says() : objection.says() + ": " + objection.fix());
            }
        }
        return reasons;
    }

    /** Who owns it may have become known, or have changed, since: then this is not the way to move it. */
    private static Optional<String> owner(Step.Move step, Optional<String> resource) {
        String meant = step instanceof Step.ClusterMove move ? move.resource() : "";
        if (meant.equals(resource.orElse(""))) {
            return Optional.empty();
        }
        return Optional.of(
                resource.map(now -> "Pacemaker owns it now, as " + now).orElse("no cluster is known any more to own it")
                        + ": plan it again");
    }
}
