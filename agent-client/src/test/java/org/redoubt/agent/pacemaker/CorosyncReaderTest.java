package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.agent.pacemaker.Samples.ONE;
import static org.redoubt.agent.pacemaker.Samples.TWO;
import static org.redoubt.agent.pacemaker.Samples.answers;
import static org.redoubt.agent.pacemaker.Samples.lines;
import static org.redoubt.agent.pacemaker.Samples.read;
import static org.redoubt.agent.pacemaker.Samples.roster;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Speaker;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class CorosyncReaderTest {

    private static Reading with(Map<String, Answer> answers) {
        return read(new CorosyncReader(roster()), ONE, answers);
    }

    private static Map<String, Answer> but(Map<String, Answer> answers, String question, int exit, String text) {
        answers.put(question, new Answer(question, exit, text));
        return answers;
    }

    @Test
    void corosync3TellsOfEveryNodeOnEveryLink() {
        Reading reading = with(answers());
        assertThat(reading.unreadable()).isEmpty();
        assertThat(lines(reading)).containsExactly("""
                cluster:lab name=lab
                cluster:lab quorate=true
                cluster:lab token-timeout=3650
                host:one member-of=[cluster:lab]
                ring:lab/0 health=OK
                ring:lab/0 name=lab ring 0
                ring:lab/0 part-of=cluster:lab
                ring:lab/0/one address=10.0.0.1
                ring:lab/0/one cabled-to=[host:one]
                ring:lab/0/one health=OK
                ring:lab/0/one name=node-1 ring 0
                ring:lab/0/one part-of=ring:lab/0
                ring:lab/0/one up=true
                ring:lab/0/three address=10.0.0.3
                ring:lab/0/three cabled-to=[host:three]
                ring:lab/0/three health=OK
                ring:lab/0/three name=node-3 ring 0
                ring:lab/0/three part-of=ring:lab/0
                ring:lab/0/three up=true
                ring:lab/0/two address=10.0.0.2
                ring:lab/0/two cabled-to=[host:two]
                ring:lab/0/two health=OK
                ring:lab/0/two name=node-2 ring 0
                ring:lab/0/two part-of=ring:lab/0
                ring:lab/0/two up=true
                ring:lab/1 detail=1 of 3 ends that it tells of down
                ring:lab/1 health=DEGRADED
                ring:lab/1 name=lab ring 1
                ring:lab/1 part-of=cluster:lab
                ring:lab/1/one address=10.0.1.1
                ring:lab/1/one cabled-to=[host:one]
                ring:lab/1/one health=OK
                ring:lab/1/one name=node-1 ring 1
                ring:lab/1/one part-of=ring:lab/1
                ring:lab/1/one up=true
                ring:lab/1/three address=10.0.1.3
                ring:lab/1/three cabled-to=[host:three]
                ring:lab/1/three detail=not heard over this link
                ring:lab/1/three health=FAILED
                ring:lab/1/three name=node-3 ring 1
                ring:lab/1/three part-of=ring:lab/1
                ring:lab/1/three up=false
                ring:lab/1/two address=10.0.1.2
                ring:lab/1/two cabled-to=[host:two]
                ring:lab/1/two health=OK
                ring:lab/1/two name=node-2 ring 1
                ring:lab/1/two part-of=ring:lab/1
                ring:lab/1/two up=true
                service:one/corosync health=OK
                service:one/corosync name=corosync
                service:one/corosync part-of=host:one
                service:one/corosync up=true
                """.split("\n"));
    }

    @Test
    void corosync2TellsOfItsOwnEndAlone() {
        Reading reading = with(but(
                but(answers(), Answers.LINKS, 1, Samples.RINGS_2), Answers.NODES, 1, "usage: corosync-cfgtool [-s]\n"));
        assertThat(reading.unreadable()).isEmpty();
        assertThat(lines(reading).stream().filter(line -> line.startsWith("ring:")))
                .containsExactly("""
                        ring:lab/0 health=OK
                        ring:lab/0 name=lab ring 0
                        ring:lab/0 part-of=cluster:lab
                        ring:lab/0/one address=10.0.0.1
                        ring:lab/0/one cabled-to=[host:one]
                        ring:lab/0/one health=OK
                        ring:lab/0/one name=node-1 ring 0
                        ring:lab/0/one part-of=ring:lab/0
                        ring:lab/0/one up=true
                        ring:lab/1 detail=1 of 1 ends that it tells of down
                        ring:lab/1 health=DEGRADED
                        ring:lab/1 name=lab ring 1
                        ring:lab/1 part-of=cluster:lab
                        ring:lab/1/one address=10.0.1.1
                        ring:lab/1/one cabled-to=[host:one]
                        ring:lab/1/one detail=Marking ringid 1 interface 10.0.1.1 FAULTY
                        ring:lab/1/one health=FAILED
                        ring:lab/1/one name=node-1 ring 1
                        ring:lab/1/one part-of=ring:lab/1
                        ring:lab/1/one up=false
                        """.split("\n"));
    }

    @Test
    void anEarlyCorosync3TellsPlacesInsteadOfNumbers() {
        Reading reading = with(but(answers(), Answers.LINKS, 1, Samples.LINKS_3_0));
        // the sample has one link, its file two
        assertThat(reading.unreadable()).containsExactly("corosync-links: it tells of fewer links than corosync.conf");
        assertThat(lines(reading))
                .contains(
                        "ring:lab/0/one up=true",
                        "ring:lab/0/two up=true",
                        "ring:lab/0/three up=false",
                        "ring:lab/0 health=DEGRADED");
    }

    @Test
    void aLinkOfUdpuIsFineOrNot() {
        String udpu = "Local node ID 1, transport udpu\nLINK ID 0 udpu\n\taddr\t= 10.0.0.1\n\tstatus\t= OK\n";
        Reading reading = with(but(answers(), Answers.LINKS, 0, udpu));
        assertThat(lines(reading).stream().filter(line -> line.contains(" up=")))
                .containsExactly("ring:lab/0/one up=true", "service:one/corosync up=true");
    }

    @Test
    void whoHearsNobodyOverALinkSaysNothingOfTheOthers() {
        String deaf = Samples.LINKS.replace("connected", "disconnected").replace("disdis", "dis");
        Reading reading = with(but(answers(), Answers.LINKS, 1, deaf));
        assertThat(lines(reading).stream().filter(line -> line.startsWith("ring:") && line.contains(" up=")))
                .containsExactly("ring:lab/0/one up=false", "ring:lab/1/one up=false");
    }

    @Test
    void whoMayHaveMissedANodeDoesNotSayThatItsOwnEndIsDown() {
        String cut = "Local node ID 1, transport knet\nLINK ID 0 udp\n\taddr\t= 10.0.0.1\n\tstatus:\n"
                + "\t\tnodeid:          1:\tlocalhost\n\t\tnodeid:          2:\tdisconnected\n";
        Reading reading = with(but(answers(), Answers.LINKS, 1, cut));
        assertThat(lines(reading)).noneMatch(line -> line.startsWith("ring:") && line.contains(" up="));
        assertThat(reading.unreadable()).contains("corosync-links: it tells of other nodes than corosync.conf");
    }

    @Test
    void withoutQuorumTheToolFailsAndTellsAllTheSame() {
        assertThat(lines(with(but(answers(), Answers.QUORUM, 2, Samples.NO_QUORUM))))
                .contains("cluster:lab quorate=false");
        Reading contradiction = with(but(answers(), Answers.QUORUM, 2, Samples.QUORUM));
        assertThat(lines(contradiction)).noneMatch(line -> line.contains("quorate"));
        assertThat(contradiction.unreadable()).containsExactly("quorum: ended with 2");
    }

    @Test
    void twoToolsThatCannotReachCorosyncSayThatItIsAway() {
        Reading reading =
                with(but(but(answers(), Answers.LINKS, 1, ""), Answers.QUORUM, 1, "Cannot initialize CMAP\n"));
        assertThat(lines(reading))
                .contains("service:one/corosync up=false", "service:one/corosync health=FAILED")
                .contains("host:one member-of=[cluster:lab]")
                .noneMatch(line -> line.startsWith("ring:"));
        assertThat(reading.unreadable()).containsExactly("quorum: ended with 1", "corosync-links: ended with 1");
    }

    @Test
    void aHostWithoutCorosyncHasNothingToSay() {
        Map<String, Answer> none = answers();
        none.replaceAll((question, answer) -> new Answer(question, Answer.NO_SUCH_COMMAND, ""));
        Reading reading = with(none);
        assertThat(reading.lines()).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
        assertThat(with(Map.of()).lines()).isEmpty();
    }

    @Test
    void twoNodesThatCannotHearEachOtherContradict() {
        // both hear node 3
        String one =
                Samples.LINKS.replace("2:\tconnected", "2:\tdisconnected").replace("3:\tdisconnected", "3:\tconnected");
        String two = one.replace("Local node ID 1", "Local node ID 2")
                .replace("1:\tlocalhost", "1:\tdisconnected")
                .replace("2:\tdisconnected", "2:\tlocalhost");
        String third = Samples.LINKS
                .replace("disconnected", "connected")
                .replace("Local node ID 1", "Local node ID 3")
                .replace("1:\tlocalhost", "1:\tconnected")
                .replace("3:\tconnected", "3:\tlocalhost");
        Roster roster = roster();
        Site site = Site.empty("lab");
        Map<ElementId, String> told = Map.of(ONE, one, TWO, two, Samples.THREE, third);
        for (ElementId host : List.of(ONE, TWO, Samples.THREE)) {
            Reading reading = read(new CorosyncReader(roster), host, but(answers(), Answers.LINKS, 1, told.get(host)));
            Source source = new Source(CorosyncReader.SOURCE, host.key());
            site = Folding.fold(site, new Speaker(source).round(host, 1_000, reading));
        }
        ElementId ring = new ElementId(ElementKind.CLUSTER, "lab").part(ElementKind.RING, "0");
        Element end = site.find(ring.part(ElementKind.RING, "one")).orElseThrow();
        assertThat(end.believe(Attributes.UP)).isInstanceOf(Belief.Contradicted.class);
        Element third1 = site.find(ring.part(ElementKind.RING, "three")).orElseThrow();
        assertThat(third1.value(Attributes.UP)).contains(true);
    }
}
