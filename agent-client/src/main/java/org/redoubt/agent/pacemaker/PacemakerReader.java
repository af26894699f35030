package org.redoubt.agent.pacemaker;

import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.DOMAINS;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.OPTIONS;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SELF_FENCE_SLOTS;
import static org.redoubt.topology.model.Attributes.SELF_FENCE_TIMEOUT;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.List;
import java.util.Optional;
import org.redoubt.agent.pacemaker.read.Cib;
import org.redoubt.agent.pacemaker.read.FenceEvent;
import org.redoubt.agent.pacemaker.read.Limits;
import org.redoubt.agent.pacemaker.read.Mon;
import org.redoubt.agent.pacemaker.read.Sbd;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/**
 * What Pacemaker on one node says of the cluster: to be said as {@code pacemaker@HOST}, so that the words of nodes that
 * disagree are kept beside each other. It makes up no host: a node that is none of the site's is named as unmatched.
 */
public final class PacemakerReader implements Reader {

    /** How its claims are called: the kind of their source. */
    public static final String SOURCE = "pacemaker";

    /** Those of a CIB's properties that tell how the cluster behaves. */
    private static final List<String> PROPERTIES = List.of(
            "cluster-infrastructure",
            "concurrent-fencing",
            "dc-version",
            "fence-reaction",
            "have-watchdog",
            "maintenance-mode",
            "no-quorum-policy",
            "node-health-strategy",
            "placement-strategy",
            "priority-fencing-delay",
            "startup-fencing",
            "stonith-action",
            "stonith-enabled",
            "stonith-timeout",
            "stonith-watchdog-timeout",
            "stop-all-resources",
            "symmetric-cluster");

    private final Roster roster;

    public PacemakerReader(Roster roster) {
        this.roster = roster;
    }

    @Override
    public void read(Round round, Reading reading) {
        Answers answers = new Answers(round);
        if (!answers.any(Answers.PACEMAKER)) {
            return;
        }
        Optional<Mon> mon = mon(answers, reading);
        Optional<Cib> cib = answers.read(Answers.CIB, reading, Cib::parse);
        Optional<List<FenceEvent>> events = answers.read(Answers.HISTORY, reading, FenceEvent::parse);
        sbd(answers, reading);
        Membership.of(answers, roster).ifPresent(members -> {
            reading.say(members.id(), NAME, members.cluster());
            ClusterState state = new ClusterState(members, reading);
            mon.ifPresent(state::state);
            // the configuration has more options than crm_mon shows: said later, it is meant
            cib.ifPresent(known -> configuration(members, state, known, reading));
            events.or(() -> mon.map(Mon::events)).ifPresent(state::history);
            new Resources(members, reading, cib, mon).say();
        });
    }

    private static Optional<Mon> mon(Answers answers, Reading reading) {
        Optional<Answer> answer = answers.raw(Answers.CRM_MON);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Mon.Result result = Mon.parse(answer.get().text());
        if (!(result instanceof Mon.Result.Disconnected) && !answer.get().succeeded()) {
            answers.missed(Answers.CRM_MON, reading);
            return Optional.empty();
        }
        return switch (result) {
            case Mon.Result.Read(Mon mon) -> {
                service(answers, reading, true, "");
                if (mon.odd() > 0) {
                    reading.unreadable(Answers.CRM_MON, mon.odd() + " nodes or resources that make no sense");
                }
                yield Optional.of(mon);
            }
            case Mon.Result.Disconnected(String words) -> {
                service(answers, reading, false, words);
                reading.unreadable(Answers.CRM_MON, words);
                yield Optional.empty();
            }
            case Mon.Result.Unreadable(String why) -> {
                reading.unreadable(Answers.CRM_MON, why);
                yield Optional.empty();
            }
        };
    }

    /** Whether Pacemaker itself runs on the host that was asked. */
    private static void service(Answers answers, Reading reading, boolean runs, String matter) {
        ElementId host = answers.round().host();
        ElementId service = host.part(ElementKind.SERVICE, "pacemaker");
        reading.say(service, NAME, "pacemaker")
                .say(service, PART_OF, host)
                .say(service, UP, runs)
                .say(service, HEALTH, runs ? Health.OK : Health.FAILED);
        if (!runs) {
            reading.say(service, DETAIL, matter);
        }
    }

    /** What a configuration says of the whole cluster. */
    static void configuration(Members members, ClusterState state, Cib cib, Reading reading) {
        List<String> options = PROPERTIES.stream()
                .filter(cib.properties()::containsKey)
                .map(name -> name + "=" + cib.properties().get(name))
                .toList();
        if (!options.isEmpty()) {
            reading.say(members.id(), OPTIONS, Limits.lines(options));
        }
        state.levels(cib);
        if (cib.odd() > 0) {
            // one of them might be a VM
            reading.unreadable(Answers.CIB, cib.odd() + " nodes or resources that make no sense");
            return;
        }
        long domains =
                cib.primitives().stream().flatMap(one -> one.domain().stream()).count();
        reading.say(members.id(), DOMAINS, domains);
    }

    /** What the host does to itself when it loses its cluster; most have no such thing. */
    private static void sbd(Answers answers, Reading reading) {
        boolean none = answers.raw(Answers.SBD)
                .filter(answer -> answer.exit() == Answer.NO_SUCH_COMMAND)
                .isPresent();
        if (none) {
            return;
        }
        ElementId host = answers.round().host();
        answers.read(Answers.SBD, reading, Sbd::parse).ifPresent(sbd -> {
            reading.say(host, SELF_FENCE_TIMEOUT, sbd.timeout());
            if (!sbd.slots().isEmpty()) {
                reading.say(host, SELF_FENCE_SLOTS, sbd.slots());
            }
        });
    }
}
