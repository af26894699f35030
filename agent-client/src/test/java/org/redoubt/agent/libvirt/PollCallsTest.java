package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.libvirt.wire.CallTimer;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.Events;
import org.redoubt.agent.libvirt.wire.Handles;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** How many calls a poll makes, counted where they are made. */
@ExtendWith(NeedsLibvirt.class)
class PollCallsTest {

    private static final Events.Listener DEAF = new Events.Listener() {
        @Override
        public void changed(String uuid) {}

        @Override
        public void works(String uuid) {}

        @Override
        public void closed(int reason) {}
    };

    @TempDir
    Path folder;

    private final List<Fact.Report> heard = new ArrayList<>();

    private Path site(int vms) throws Exception {
        StringBuilder xml = new StringBuilder("<node>");
        for (int i = 0; i < vms; i++) {
            xml.append("<domain type='test'><name>vm-%d</name><uuid>%s</uuid>".formatted(i, uuid(i)))
                    .append("<memory>1024</memory><vcpu>1</vcpu><os><type>hvm</type></os></domain>");
        }
        return Files.writeString(folder.resolve(vms + ".xml"), xml.append("</node>"));
    }

    private static String uuid(int number) {
        return new UUID(1, number).toString();
    }

    /** The calls of each of so many polls, after everything was read once. */
    private List<Long> polls(int vms, int polls, boolean events) throws Exception {
        HostEntry entry = new HostEntry("t", "test://" + site(vms), Optional.empty(), true);
        CallTimer timer = new CallTimer(TestDesk.DESK.clock());
        LibvirtSource source = new LibvirtSource(
                entry,
                TestDesk.LIBRARY,
                TestDesk.DESK,
                Pace.NORMAL,
                new Handles(),
                new Identity(),
                new SplittableRandom(7),
                () -> {});
        heard.clear();
        source.voice().begin(fact -> heard.add((Fact.Report) fact));
        Readings readings = new Readings(entry.id(), source, TestDesk.DESK.clock(), Voice.Report::say);
        List<Long> calls = new ArrayList<>();
        try (Connection connection = Connection.open(TestDesk.loaded(), new Handles(), timer, entry.opened(), true)) {
            assertThat(connection.listen(DEAF)).isTrue();
            readings.connected(connection, events, true);
            readings.first(Long.MAX_VALUE);
            for (int i = 0; i < polls; i++) {
                long before = timer.made();
                readings.poll();
                calls.add(timer.made() - before);
            }
        }
        return calls;
    }

    @Test
    void anIdlePollMakesAsManyCallsForAThousandVmsAsForTen() throws Exception {
        List<Long> ofTen = polls(10, 5, true);
        List<Long> ofThousand = polls(1_000, 5, true);

        assertThat(ofThousand).isEqualTo(ofTen);
        assertThat(ofTen.getLast()).isLessThan(20);
    }

    @Test
    void allAreReadOnceAndAFewAgainWithEachPoll() throws Exception {
        polls(30, 15, true);

        Set<ElementId> first = new HashSet<>();
        Set<ElementId> again = new HashSet<>();
        for (Fact.Report report : heard) {
            report.assertions().stream()
                    .filter(said -> said.attribute() == Attributes.NAME)
                    .filter(said -> said.element().kind() == ElementKind.VM)
                    .forEach(said -> (first.add(said.element()) ? first : again).add(said.element()));
        }
        assertThat(first).hasSize(30);
        assertThat(again).as("fifteen polls went round once").hasSize(30);
    }

    @Test
    void aDriverThatTellsOfNothingIsReadAgainWithinABudget() throws Exception {
        assertThat(polls(10, 2, false)).allSatisfy(calls -> assertThat(calls).isGreaterThan(30));
    }
}
