package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.agent.pacemaker.Samples.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.probe.Speaker;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.model.SplitBrain;

/** What the lab's real corosync 3.1 and Pacemaker 2.1 answered, healthy and not. */
class LabRecordingsTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/org/redoubt/agent/lab-recordings");

    private static ElementId host(String node) {
        return ElementId.host("10.77.0.1" + node.charAt(node.length() - 1));
    }

    private static Roster roster() {
        return new Roster(IntStream.rangeClosed(1, 3)
                .mapToObj(node -> new Roster.Entry(host("node-" + node), Set.of(), Optional.empty()))
                .toList());
    }

    /** What {@code node} answered, with what it answered otherwise while something was the matter. */
    private static Map<String, Answer> answers(String node, String matter) throws IOException {
        Map<String, Answer> answers = new HashMap<>();
        for (Path folder :
                List.of(RECORDINGS.resolve(node), RECORDINGS.resolve(matter).resolve(node))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        String question = file.getFileName().toString().replace(".txt", "");
                        String text = Files.readString(file);
                        int exit = question.equals(Answers.LINKS) && text.contains("disconnected") ? 1 : 0;
                        answers.put(question, new Answer(question, exit, text));
                    }
                }
            }
        }
        return answers;
    }

    private static Reading read(Reader reader, String node, String matter) throws IOException {
        Reading reading = new Reading();
        reader.read(new Round(host(node), 0, answers(node, matter)), reading);
        return reading;
    }

    @Test
    void theHealthyClusterIsWell() throws IOException {
        for (String node : List.of("node-1", "node-2", "node-3")) {
            Reading pacemaker = read(new PacemakerReader(roster()), node, "none");
            assertThat(pacemaker.unreadable()).isEmpty();
            assertThat(lines(pacemaker))
                    .contains(
                            "cluster:redoubt-lab health=OK",
                            "cluster:redoubt-lab quorate=true",
                            "cluster:redoubt-lab coordinator=host:10.77.0.12",
                            "cluster:redoubt-lab fencing-enabled=true",
                            "cluster:redoubt-lab domains=3",
                            "host:10.77.0.11 node-state=ONLINE",
                            "host:10.77.0.12 node-state=ONLINE",
                            "host:10.77.0.13 node-state=ONLINE",
                            "service:redoubt-lab/web-01 domain=web-01",
                            "service:redoubt-lab/web-01 allow-migrate=true",
                            "service:redoubt-lab/web-01 runs-on=host:10.77.0.11",
                            "service:redoubt-lab/db-primary runs-on=host:10.77.0.13",
                            "fence-device:redoubt-lab/fence-node-3 part-of=host:10.77.0.13",
                            "fence-device:redoubt-lab/fence-node-3 address=10.77.0.113",
                            "fence-device:redoubt-lab/fence-node-3 up=true")
                    .noneMatch(line -> line.contains("for-the-lab-only"))
                    .noneMatch(line -> line.contains("unmatched") || line.contains("fence-history"));
            Reading corosync = read(new CorosyncReader(roster()), node, "none");
            assertThat(corosync.unreadable()).isEmpty();
            assertThat(lines(corosync).stream().filter(line -> line.startsWith("ring:") && line.contains(" up=")))
                    .containsExactly(
                            "ring:redoubt-lab/0/10.77.0.11 up=true",
                            "ring:redoubt-lab/0/10.77.0.12 up=true",
                            "ring:redoubt-lab/0/10.77.0.13 up=true",
                            "ring:redoubt-lab/1/10.77.0.11 up=true",
                            "ring:redoubt-lab/1/10.77.0.12 up=true",
                            "ring:redoubt-lab/1/10.77.0.13 up=true");
            assertThat(lines(corosync))
                    .contains("ring:redoubt-lab/1/10.77.0.13 address=10.77.2.13")
                    .contains("cluster:redoubt-lab token-timeout=3650");
        }
    }

    @Test
    void aCutCableIsToldAlikeByThoseAtBothItsEnds() throws IOException {
        assertThat(lines(read(new CorosyncReader(roster()), "node-1", "ring-1-cut")))
                .contains("ring:redoubt-lab/1/10.77.0.11 up=false", "ring:redoubt-lab/0/10.77.0.11 up=true")
                .noneMatch(line -> line.startsWith("ring:redoubt-lab/1/10.77.0.12 up"));
        assertThat(lines(read(new CorosyncReader(roster()), "node-2", "ring-1-cut")))
                .contains(
                        "ring:redoubt-lab/1/10.77.0.11 up=false",
                        "ring:redoubt-lab/1/10.77.0.12 up=true",
                        "ring:redoubt-lab/1/10.77.0.13 up=true");
    }

    @Test
    void bothViewsOfAPartitionAreKeptAndItIsASplitBrain() throws IOException {
        Site site = Site.empty("lab");
        for (String node : List.of("node-1", "node-3")) {
            ElementId host = host(node);
            Reading pacemaker = read(new PacemakerReader(roster()), node, "node-3-parted");
            Reading corosync = read(new CorosyncReader(roster()), node, "node-3-parted");
            site = Folding.fold(
                    site,
                    List.of(
                            new Speaker(new Source(PacemakerReader.SOURCE, host.key())).round(host, 1_000, pacemaker),
                            new Speaker(new Source(CorosyncReader.SOURCE, host.key())).round(host, 1_000, corosync)));
        }
        Element cluster =
                site.find(new ElementId(ElementKind.CLUSTER, "redoubt-lab")).orElseThrow();
        assertThat(SplitBrain.of(cluster).orElseThrow().parts())
                .containsEntry(host("node-3"), Set.of(host("node-3")))
                .hasSize(2);
        assertThat(SplitBrain.of(cluster).orElseThrow().quorate()).doesNotContain(host("node-3"));
        assertThat(site.host(host("node-3")).orElseThrow().believe(Attributes.NODE_STATE))
                .isInstanceOf(Belief.Contradicted.class);
        assertThat(cluster.believe(Attributes.QUORATE)).isInstanceOf(Belief.Contradicted.class);
    }

    @Test
    void aNodeOnStandbyInAClusterThatIsLeftAlone() throws IOException {
        assertThat(lines(read(new PacemakerReader(roster()), "node-1", "standby-and-maintenance")))
                .contains(
                        "host:10.77.0.12 node-state=STANDBY",
                        "cluster:redoubt-lab maintenance=true",
                        "cluster:redoubt-lab detail=maintenance: nothing is started or stopped",
                        "service:redoubt-lab/web-01 maintenance=true");
    }

    @Test
    void whatFailedOnceIsToldAndAMoveIsSeen() throws IOException {
        assertThat(lines(read(new PacemakerReader(roster()), "node-1", "web-01-failed")))
                .contains(
                        "service:redoubt-lab/web-01 failures=[monitor on node-1 not running (7) at 2026-11-20 17:17:52Z]",
                        "service:redoubt-lab/web-01 health=OK");
        assertThat(lines(read(new PacemakerReader(roster()), "node-1", "web-02-moving")))
                .contains("service:redoubt-lab/web-02 role=Migrating");
        assertThat(lines(read(new PacemakerReader(roster()), "node-1", "web-02-moved")))
                .contains(
                        "service:redoubt-lab/web-02 role=Started", "service:redoubt-lab/web-02 runs-on=host:10.77.0.12")
                .anyMatch(line -> line.startsWith("service:redoubt-lab/web-02 rules=")
                        && line.contains("where #uname eq node-2 and it is before ")
                        && line.contains("left by an operator's move"));
    }

    @Test
    void aNodeIsUncleanAndThenFenced() throws IOException {
        assertThat(lines(read(new PacemakerReader(roster()), "node-1", "node-3-unclean")))
                .contains("host:10.77.0.13 node-state=UNCLEAN", "cluster:redoubt-lab health=DEGRADED")
                .contains(
                        "service:redoubt-lab/db-primary runs-on=host:10.77.0.13",
                        "service:redoubt-lab/db-primary health=DEGRADED",
                        "service:redoubt-lab/db-primary detail=believed on node-3, which is not known to be well",
                        "fence-device:redoubt-lab/fence-node-3 health=DEGRADED")
                .noneMatch(line -> line.startsWith("fence-device:redoubt-lab/fence-node-3 up"));
        assertThat(lines(read(new PacemakerReader(roster()), "node-1", "node-3-fenced")))
                .contains(
                        "host:10.77.0.13 fencing=SUCCESS",
                        "host:10.77.0.13 fence-history=[reboot of node-3 by node-2 for pacemaker-controld.173@node-2:"
                                + " success at 2026-11-20 16:37:44Z]");
    }
}
