package org.redoubt.controllers.run;

import java.util.HashMap;
import java.util.Map;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Step;

/** How many migrations each host takes part in now. Guarded by its owner. */
final class Berths {

    private final Pace pace;
    private final Map<ElementId, Integer> taken = new HashMap<>();
    private int all;

    Berths(Pace pace) {
        this.pace = pace;
    }

    boolean take(Step.Move step) {
        if (all >= pace.most() || full(step.from()) || full(step.to())) {
            return false;
        }
        taken.merge(step.from(), 1, Integer::sum);
        taken.merge(step.to(), 1, Integer::sum);
        all++;
        return true;
    }

    void give(Step.Move step) {
        taken.computeIfPresent(step.from(), (host, many) -> many > 1 ? many - 1 : null);
        taken.computeIfPresent(step.to(), (host, many) -> many > 1 ? many - 1 : null);
        all--;
    }

    private boolean full(ElementId host) {
        return taken.getOrDefault(host, 0) >= pace.perHost();
    }
}
