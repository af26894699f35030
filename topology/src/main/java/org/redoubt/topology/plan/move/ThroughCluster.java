package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.ALLOW_MIGRATE;
import static org.redoubt.topology.model.Attributes.RESOURCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.cluster.Ownership;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Objection;

/** Moving a VM through the cluster that owns it: by which resource, and what its foresight objects to. */
public final class ThroughCluster {

    private ThroughCluster() {}

    /** The id of the resource that this VM is; empty where no cluster that was heard owns it. */
    public static Optional<String> resource(Site site, Element.Vm vm) {
        return resource(Ownership.of(site, vm));
    }

    static Optional<String> resource(Ownership ownership) {
        return ownership instanceof Ownership.Owned(Element resource) ? resource.value(RESOURCE) : Optional.empty();
    }

    /** Whether its cluster says that it would not move it live. */
    static boolean stops(Ownership ownership) {
        return ownership instanceof Ownership.Owned(Element resource)
                && resource.claims().about(ALLOW_MIGRATE).stream().anyMatch(live -> !live.value());
    }

    /** What is against it, as far as the cluster itself tells. */
    public static List<Objection> objections(Foresight foresight) {
        return switch (foresight) {
            case Foresight.Asking _ ->
                List.of(new Objection("cluster-asked", "Pacemaker is being asked what else would move", "", false));
            case Foresight.Untold(String why) ->
                List.of(new Objection(
                        "cluster-not-asked",
                        "what else would move is not known: " + why,
                        "let one node that takes it be asked over SSH",
                        false));
            case Foresight.Told(Foretold foretold) -> objections(foretold);
        };
    }

    private static List<Objection> objections(Foretold foretold) {
        List<Objection> objections = new ArrayList<>();
        switch (foretold.way()) {
            case STAYS ->
                objections.add(new Objection(
                        "cluster-keeps-it",
                        "Pacemaker would not bring it there, whatever it is told",
                        "look at its rules, its maintenance and the node's standby",
                        false));
            case STOP_AND_START ->
                objections.add(new Objection(
                        "stop-and-start",
                        "not live: Pacemaker stops it here and starts it there, the guest is shut down",
                        "allow-migrate=true on the resource",
                        true));
            case LIVE -> {}
        }
        if (!foretold.others().isEmpty()) {
            objections.add(new Objection("others-move", "besides: " + foretold.besides(), "", true));
        }
        return objections;
    }
}
