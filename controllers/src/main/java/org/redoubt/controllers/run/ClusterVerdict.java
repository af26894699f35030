package org.redoubt.controllers.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Residence;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;

/** What became of a move through a cluster: it is done when the cluster and both hypervisors say so, and nobody is at it. */
final class ClusterVerdict {

    private ClusterVerdict() {}

    /**
     * @param residence what the cluster says, asked on the host to which it was to go
     * @param answer what the cluster had answered to the order
     * @param cancelled whether it was to be given up
     */
    static Outcome judge(
            Step.ClusterMove move,
            Sighting from,
            Sighting to,
            Residence residence,
            Answer answer,
            boolean cancelled,
            Names names) {
        String read = names.read(from) + "; " + names.read(to);
        return switch (residence) {
            case Residence.Untold(String why) ->
                new Outcome.Unknown("its cluster could not be asked: " + why + "; " + read);
            case Residence.Told told -> {
                String all = read + "; its cluster says: " + where(told.of(move.resource()));
                if (!told.settled()) {
                    yield new Outcome.Unknown("its cluster is at it: " + all);
                }
                boolean there = told.of(move.resource()).equals(List.of(told.node()));
                yield switch (Verdict.judge(from, to, answer, names)) {
                    case Outcome.Done _ when there -> new Outcome.Done(all);
                    case Outcome.Unchanged _
                    when !told.of(move.resource()).contains(told.node()) ->
                        new Outcome.Unchanged(cause(answer, cancelled) + "; read back: " + all);
                    case Outcome.Unknown(String why) ->
                        new Outcome.Unknown(why + "; its cluster says: " + where(told.of(move.resource())));
                    case Outcome.Done _, Outcome.Unchanged _, Outcome.Refused _ ->
                        new Outcome.Unknown("the hosts and their cluster do not agree: " + all);
                };
            }
        };
    }

    private static String cause(Answer answer, boolean cancelled) {
        if (cancelled) {
            return "cancelled";
        }
        return switch (answer) {
            case Answer.Accepted _ -> "the cluster was told, and it is not there";
            case Answer.Failed(String why) -> why;
            case Answer.Cancelled _ -> "cancelled";
            case Answer.Silent(String why) -> why;
        };
    }

    private static String where(List<String> nodes) {
        return nodes.isEmpty() ? "active nowhere" : "on " + String.join(" and ", nodes);
    }

    /** What else moved meanwhile, against what was foretold; empty when nothing did. */
    static String besides(Step.ClusterMove move, Optional<Map<String, List<String>>> before, Residence.Told after) {
        if (before.isEmpty()) {
            return "; what else moved is not known";
        }
        Set<String> foretold =
                move.foretold().others().stream().map(Foretold.Other::name).collect(Collectors.toSet());
        Set<String> all = new TreeSet<>(before.get().keySet());
        all.addAll(after.places().keySet());
        List<String> announced = new ArrayList<>();
        List<String> unannounced = new ArrayList<>();
        for (String name : all) {
            List<String> was = before.get().getOrDefault(name, List.of());
            if (!name.equals(move.resource()) && !was.equals(after.of(name))) {
                (foretold.contains(name) ? announced : unannounced)
                        .add(name + " was " + where(was) + " and is " + where(after.of(name)));
            }
        }
        return (announced.isEmpty() ? "" : "; as foretold, " + String.join(", ", announced))
                + (unannounced.isEmpty() ? "" : "; NOT foretold: " + String.join(", ", unannounced));
    }
}
