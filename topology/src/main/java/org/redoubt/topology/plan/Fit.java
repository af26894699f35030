package org.redoubt.topology.plan;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;

/**
 * Whether a VM may go to a host: every objection, not the first one only, and what it would cost and take.
 *
 * @param costs what the move would take away without being impossible (redundancy, headroom), in words
 * @param prediction empty when too little is known to predict
 */
public record Fit(ElementId host, List<Objection> objections, List<String> costs, Optional<Prediction> prediction) {

    /** The three answers a host gives while a VM is dragged. */
    public enum Verdict {
        FITS,
        /** It goes, but costs something, or an objection has to be accepted by name. */
        FITS_BUT,
        CANNOT
    }

    public Fit {
        objections = List.copyOf(objections);
        costs = List.copyOf(costs);
    }

    public Verdict verdict() {
        if (objections.stream().anyMatch(objection -> !objection.acceptable())) {
            return Verdict.CANNOT;
        }
        return objections.isEmpty() && costs.isEmpty() ? Verdict.FITS : Verdict.FITS_BUT;
    }
}
