package org.redoubt.controllers.run;

import java.util.List;
import org.redoubt.agent.port.ClusterAgent;
import org.redoubt.agent.port.Residence;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.move.ThroughCluster;

/** Has the cluster rehearse a move once more, just before it is told: what was approved is what it foretold then. */
final class Rehearsing {

    private Rehearsing() {}

    /** Why not, by the cluster's own word; empty when it may be told. What is where is kept for afterwards. */
    static List<String> against(Course course, Step.ClusterMove move, Approval approval, ClusterAgent agent) {
        Foresight foresight = agent.foresee(move);
        return switch (foresight) {
            case Foresight.Asking _ -> List.of("its cluster did not say what else would move");
            case Foresight.Untold(String why) -> List.of("what else would move is not known: " + why);
            case Foresight.Told(Foretold now)
            when !now.equals(move.foretold()) ->
                List.of("its cluster foretells something else now (" + words(now) + "): plan it again");
            case Foresight.Told _
            when !approval.covers(ThroughCluster.objections(foresight)) ->
                ThroughCluster.objections(foresight).stream()
                        .map(objection -> "not accepted: " + objection.says())
                        .toList();
            case Foresight.Told _ -> places(course, agent.residence(move.resource()));
        };
    }

    private static List<String> places(Course course, Residence residence) {
        return switch (residence) {
            case Residence.Untold(String why) -> List.of("what its cluster runs where is not known: " + why);
            case Residence.Told told
            when !told.settled() -> List.of("its cluster is at something else: wait until it has come to rest");
            case Residence.Told told -> {
                course.ruling.before(told.places());
                yield List.of();
            }
        };
    }

    private static String words(Foretold foretold) {
        String way = switch (foretold.way()) {
            case LIVE -> "live";
            case STOP_AND_START -> "a stop and a start";
            case STAYS -> "it stays";
        };
        return foretold.others().isEmpty() ? way : way + "; besides: " + foretold.besides();
    }
}
