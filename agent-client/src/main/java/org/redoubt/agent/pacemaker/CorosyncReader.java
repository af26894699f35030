package org.redoubt.agent.pacemaker;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.QUORATE;
import static org.redoubt.topology.model.Attributes.TOKEN_TIMEOUT;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.redoubt.agent.pacemaker.read.ClusterNode;
import org.redoubt.agent.pacemaker.read.CorosyncConf;
import org.redoubt.agent.pacemaker.read.Limits;
import org.redoubt.agent.pacemaker.read.Links;
import org.redoubt.agent.pacemaker.read.Links.Link;
import org.redoubt.agent.pacemaker.read.Links.State;
import org.redoubt.agent.pacemaker.read.QuorumStatus;
import org.redoubt.agent.pacemaker.read.Reached;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/**
 * What corosync on one node says of the cluster's rings, to be said as {@code corosync@HOST}. A node that hears at least
 * one other over a link says of each whether it hears it, and that its own end works. One that hears nobody says that its
 * own end does not, and nothing of the others: through a dead end nobody can be judged. So a cut cable is told alike by
 * all, and where two nodes cannot hear each other though both hear a third, their words contradict each other.
 */
public final class CorosyncReader implements Reader {

    /** How its claims are called: the kind of their source. */
    public static final String SOURCE = "corosync";

    /** How cfgtool ends where a link is faulty, and also where corosync does not answer. */
    private static final int FAULTY = 1;

    private final Roster roster;

    public CorosyncReader(Roster roster) {
        this.roster = roster;
    }

    @Override
    public void read(Round round, Reading reading) {
        Answers answers = new Answers(round);
        if (!answers.any(Answers.COROSYNC)) {
            return;
        }
        Optional<CorosyncConf> conf = answers.read(Answers.CONF, reading, CorosyncConf::parse);
        Optional<QuorumStatus> quorum = quorum(answers, reading);
        Optional<Links> links = links(answers, reading);
        boolean perNode = links.filter(
                        one -> one.links().stream().anyMatch(link -> link.own().isEmpty()))
                .isPresent();
        Optional<Reached> reached = perNode
                ? answers.read(Answers.NODES, reading, Reached::parse)
                : answers.quietly(Answers.NODES, Reached::parse);
        running(answers, reading, links, quorum);
        Membership.of(answers, roster).ifPresent(members -> {
            reading.say(members.id(), NAME, members.cluster())
                    .say(round.host(), MEMBER_OF, List.of(members.id()))
                    .say(members.id(), TOKEN_TIMEOUT, conf.flatMap(CorosyncConf::token))
                    .say(members.id(), QUORATE, quorum.map(QuorumStatus::quorate));
            links.ifPresent(told -> new Rings(members, told, reached, conf, reading).say());
        });
    }

    private static Optional<QuorumStatus> quorum(Answers answers, Reading reading) {
        Optional<Answer> answer = answers.raw(Answers.QUORUM);
        // where there is no quorum it ends with a failure, and tells all the same
        boolean without = answer.filter(one -> one.exit() == QuorumStatus.NO_QUORUM || one.exit() == FAULTY)
                .isPresent();
        if (!without) {
            return answers.read(Answers.QUORUM, reading, QuorumStatus::parse);
        }
        Optional<QuorumStatus> status =
                QuorumStatus.parse(answer.orElseThrow().text()).filter(told -> !told.quorate());
        if (status.isEmpty()) {
            answers.missed(Answers.QUORUM, reading);
        }
        return status;
    }

    private static Optional<Links> links(Answers answers, Reading reading) {
        Optional<Answer> answer = answers.raw(Answers.LINKS);
        if (answer.filter(one -> one.exit() == FAULTY).isEmpty()) {
            return answers.read(Answers.LINKS, reading, Links::parse);
        }
        Optional<Links> links = Links.parse(answer.orElseThrow().text()).filter(CorosyncReader::faulty);
        if (links.isEmpty()) {
            answers.missed(Answers.LINKS, reading);
        }
        return links;
    }

    private static boolean faulty(Links links) {
        return links.links().stream()
                .anyMatch(link -> link.own().filter(fine -> !fine).isPresent()
                        || link.peers().containsValue(State.DISCONNECTED)
                        || link.peers().containsValue(State.DISABLED));
    }

    /** Whether corosync itself runs there: it answers, or two tools of its own could not reach it. */
    private static void running(
            Answers answers, Reading reading, Optional<Links> links, Optional<QuorumStatus> quorum) {
        boolean answered = links.isPresent() || quorum.isPresent();
        boolean away = answers.raw(Answers.CONF).filter(Answer::succeeded).isPresent()
                && refused(answers.raw(Answers.LINKS))
                && refused(answers.raw(Answers.QUORUM));
        if (answered || away) {
            ElementId host = answers.round().host();
            ElementId service = host.part(ElementKind.SERVICE, "corosync");
            reading.say(service, NAME, "corosync").say(service, PART_OF, host).say(service, UP, answered);
            condition(reading, service, answered, "corosync does not answer its own tools");
        }
    }

    private static boolean refused(Optional<Answer> answer) {
        return answer.filter(one -> one.exit() == FAULTY
                        && (one.text().isBlank()
                                || one.text().contains("Could not init")
                                || one.text().contains("Cannot init")))
                .isPresent();
    }

    private static void condition(Reading reading, ElementId part, boolean well, String matter) {
        reading.say(part, HEALTH, well ? Health.OK : Health.FAILED);
        if (!well) {
            reading.say(part, DETAIL, matter);
        }
    }

    /** Says the rings of one round. */
    private record Rings(
            Membership members, Links links, Optional<Reached> reached, Optional<CorosyncConf> conf, Reading reading) {

        /** One end of a link, as the node that was asked tells of it. */
        private record End(ClusterNode node, boolean up, String words) {}

        void say() {
            int configured = conf.map(CorosyncConf::nodes).orElse(List.of()).stream()
                    .mapToInt(node -> node.addresses().size())
                    .max()
                    .orElse(0);
            if (links.links().size() < configured) {
                reading.unreadable(Answers.LINKS, "it tells of fewer links than corosync.conf");
            }
            for (Link link : links.links()) {
                ElementId ring = members.id().part(ElementKind.RING, Integer.toString(link.number()));
                List<End> ends = new ArrayList<>();
                if (link.own().isPresent()) {
                    ends.add(new End(node(links.local()), link.own().get(), link.words()));
                } else {
                    peers(link, ends);
                }
                if (ends.isEmpty()) {
                    continue;
                }
                String name = members.cluster() + " ring " + link.number();
                reading.say(ring, NAME, name).say(ring, PART_OF, members.id());
                long down = ends.stream().filter(end -> !end.up()).count();
                reading.say(ring, HEALTH, down == 0 ? Health.OK : Health.DEGRADED);
                if (down > 0) {
                    reading.say(ring, DETAIL, down + " of " + ends.size() + " ends that it tells of down");
                }
                ends.forEach(end -> end(ring, link, end));
            }
        }

        private ClusterNode node(String id) {
            ClusterNode known = members.nodes().getOrDefault(id, new ClusterNode(id, Optional.empty(), List.of()));
            return known;
        }

        /** What is said of each end, judged by whom the node hears over this link at all. */
        private void peers(Link link, List<End> ends) {
            Map<String, State> states = new TreeMap<>(Comparator.comparing(Rings::number));
            for (Map.Entry<String, State> peer : link.peers().entrySet()) {
                Optional<String> id = numbered(peer.getKey());
                if (id.isEmpty()) {
                    reading.unreadable(Answers.LINKS, "it tells of nodes that corosync.conf does not name");
                    return;
                }
                states.put(id.get(), peer.getValue());
            }
            states.remove(links.local());
            boolean hears = states.containsValue(State.CONNECTED);
            boolean all = conf.filter(
                            file -> !file.nodes().isEmpty() && file.nodes().size() == states.size() + 1)
                    .isPresent();
            boolean deaf = all && !states.isEmpty() && !hears && states.containsValue(State.DISCONNECTED);
            if (hears || deaf) {
                ends.add(new End(node(links.local()), hears, "hears nobody over this link"));
            }
            if (hears) {
                states.forEach((id, state) -> ends.add(new End(
                        node(id),
                        state == State.CONNECTED,
                        state == State.DISABLED ? "switched off" : "not heard over this link")));
            }
            if (!all && conf.filter(file -> !file.nodes().isEmpty()).isPresent()) {
                reading.unreadable(Answers.LINKS, "it tells of other nodes than corosync.conf");
            }
        }

        private static long number(String id) {
            return Limits.number(id).orElse(Long.MAX_VALUE);
        }

        /** An early corosync 3 tells only the place of a node among all, sorted by their numbers. */
        private Optional<String> numbered(String peer) {
            if (!peer.startsWith("#")) {
                return Optional.of(peer);
            }
            List<String> sorted = conf.map(CorosyncConf::nodes).orElse(List.of()).stream()
                    .map(ClusterNode::id)
                    .sorted(Comparator.comparing(Rings::number))
                    .toList();
            int place = Integer.parseInt(peer.substring(1));
            return place < sorted.size()
                    ? Optional.of(sorted.get(place)).filter(id -> !id.isEmpty())
                    : Optional.empty();
        }

        private void end(ElementId ring, Link link, End end) {
            Optional<ElementId> found = members.host(end.node());
            if (found.isEmpty()) {
                return;
            }
            ElementId host = found.get();
            ElementId id = ring.part(ElementKind.RING, host.key());
            reading.say(id, NAME, end.node().label() + " ring " + link.number())
                    .say(id, PART_OF, ring)
                    .say(id, CABLED_TO, List.of(host))
                    .say(id, UP, end.up());
            address(link, end).ifPresent(address -> reading.say(id, ADDRESS, address));
            condition(reading, id, end.up(), end.words());
        }

        private Optional<String> address(Link link, End end) {
            if (end.node().id().equals(links.local()) && !link.address().isEmpty()) {
                return Optional.of(link.address());
            }
            return reached.map(told -> told.addresses().getOrDefault(end.node().id(), Map.of()))
                    .map(byLink -> byLink.get(link.number()))
                    .or(() -> end.node().address(link.number()));
        }
    }
}
