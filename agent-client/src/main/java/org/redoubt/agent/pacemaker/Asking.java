package org.redoubt.agent.pacemaker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redoubt.agent.pacemaker.read.Mon;
import org.redoubt.agent.pacemaker.read.QuorumStatus;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.ElementId;

/**
 * Of which hosts a cluster's long answers are asked: they are the same on all nodes of one membership, so two are enough,
 * the coordinator and one to hold it against. A part that has come apart is a membership of its own. Whoever is not known to
 * be in one, or was not heard for a while, is not counted upon. It hears the rounds as a reader that says nothing. Any thread.
 */
public final class Asking implements Reader {

    /** How many nodes of one membership are asked. */
    static final int ENOUGH = 2;

    /** How long a node is counted upon that is not heard, milliseconds: three rounds. */
    static final long PATIENCE = 30_000;

    private static final Set<String> LONG = Set.of(Answers.CRM_MON, Answers.CIB, Answers.HISTORY);

    /**
     * How a host sees its cluster.
     *
     * @param membership those who say the same are together
     * @param coordinator the host that decides, where this one was asked and told
     * @param fails whether it was asked the long questions, and did not answer
     * @param at desk milliseconds of the round
     */
    record View(
            ElementId host,
            String cluster,
            String membership,
            Optional<ElementId> coordinator,
            boolean fails,
            long at) {}

    private final Roster roster;
    private final Map<ElementId, View> views = new HashMap<>();
    private final Map<String, Set<ElementId>> byCluster = new HashMap<>();

    public Asking(Roster roster) {
        this.roster = roster;
    }

    @Override
    public void read(Round round, Reading reading) {
        Answers answers = new Answers(round);
        Optional<View> view = view(answers);
        synchronized (this) {
            View before = views.remove(round.host());
            if (before != null) {
                byCluster.get(before.cluster()).remove(round.host());
            }
            view.ifPresent(now -> {
                views.put(now.host(), now);
                byCluster
                        .computeIfAbsent(now.cluster(), none -> new HashSet<>())
                        .add(now.host());
            });
        }
    }

    private Optional<View> view(Answers answers) {
        Optional<QuorumStatus> quorum =
                answers.raw(Answers.QUORUM).flatMap(answer -> QuorumStatus.parse(answer.text()));
        return quorum.flatMap(status -> Membership.of(answers, roster).map(members -> {
            Optional<Mon.Result> told = answers.raw(Answers.CRM_MON).map(answer -> Mon.parse(answer.text()));
            Optional<Mon> mon =
                    told.filter(Mon.Result.Read.class::isInstance).map(read -> ((Mon.Result.Read) read).mon());
            String together = status.ring() + " "
                    + status.members().stream().map(node -> node.id()).sorted().collect(Collectors.joining(","));
            return new View(
                    answers.round().host(),
                    members.cluster(),
                    together,
                    mon.flatMap(Mon::coordinator).flatMap(members::host),
                    told.isPresent() && mon.isEmpty(),
                    answers.round().at());
        }));
    }

    /** Whether {@code host} is to be asked {@code question} in its next round. */
    public synchronized boolean asks(ElementId host, String question) {
        View view = views.get(host);
        if (view == null || !LONG.contains(question)) {
            return true;
        }
        List<View> together = new ArrayList<>();
        byCluster.get(view.cluster()).forEach(member -> together.add(views.get(member)));
        return chosen(together).contains(host);
    }

    /** Those of one cluster who are asked. */
    static Set<ElementId> chosen(Collection<View> cluster) {
        long newest = cluster.stream().mapToLong(View::at).max().orElse(0);
        Map<String, List<View>> memberships = new HashMap<>();
        Set<ElementId> chosen = new HashSet<>();
        for (View view : cluster) {
            if (newest - view.at() <= PATIENCE) {
                memberships
                        .computeIfAbsent(view.membership(), none -> new ArrayList<>())
                        .add(view);
            } else {
                // when it is heard again, it is heard of everything
                chosen.add(view.host());
            }
        }
        for (List<View> together : memberships.values()) {
            Optional<ElementId> coordinator = together.stream()
                    .filter(view -> view.coordinator().isPresent())
                    .max(Comparator.comparingLong(View::at))
                    .flatMap(View::coordinator);
            together.stream()
                    .sorted(Comparator.comparing(View::fails)
                            .thenComparing(view -> !Optional.of(view.host()).equals(coordinator))
                            .thenComparing(View::host))
                    .limit(ENOUGH)
                    .forEach(view -> chosen.add(view.host()));
        }
        return chosen;
    }
}
