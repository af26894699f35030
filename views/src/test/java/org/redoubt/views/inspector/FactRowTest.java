package org.redoubt.views.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.TestSite;
import org.redoubt.views.words.Level;

class FactRowTest {

    private static final ElementId HOST = ElementId.host("node-1");
    private static final ElementId VM = ElementId.vm("u-1");

    private static FactRow row(Site site, ElementId id, String label) {
        return FactRow.of(site.find(id).orElseThrow(), site).stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFactHasValueSourceAndAge() {
        Site site = new TestSite()
                .host("node-1", LinkState.CONNECTED, null)
                .vm("u-1", "db", "node-1", RunState.RUNNING)
                .at(5_500);
        FactRow row = row(site, VM, "memory");
        assertThat(row.disputed()).isFalse();
        assertThat(row.said()).containsExactly(new FactRow.Said("8.0 GiB", "libvirt on node-1", 4_500));
    }

    @Test
    void aContradictionShowsEverySourceAndHidesNone() {
        Site site = new TestSite()
                .say(HOST, Attributes.OWNER, Owner.NONE)
                .by("site-file@dc", 1000)
                .say(HOST, Attributes.OWNER, Owner.PACEMAKER)
                .by("pacemaker@node-1", 1000)
                .at(1000);
        FactRow row = row(site, HOST, "owner");
        assertThat(row.disputed()).isTrue();
        assertThat(row.said()).extracting(FactRow.Said::value).containsExactlyInAnyOrder("none", "pacemaker");
    }

    @Test
    void aVmThatArrivesIsNoContradictionButOneThatRunsTwiceIs() {
        TestSite base = new TestSite().vm("u-1", "db", "node-1", RunState.RUNNING);
        Site arriving = base.vm("u-1", "db", "node-2", RunState.PAUSED).at(1000);
        assertThat(row(arriving, VM, "runs on").said()).hasSize(2);
        assertThat(row(arriving, VM, "runs on").disputed()).isFalse();

        Site twice = new TestSite()
                .vm("u-1", "db", "node-1", RunState.RUNNING)
                .vm("u-1", "db", "node-2", RunState.RUNNING)
                .vm("u-1", "db", "node-1", RunState.RUNNING, 5000)
                .vm("u-1", "db", "node-2", RunState.RUNNING, 5000)
                .at(5000);
        assertThat(row(twice, VM, "runs on").disputed()).isTrue();
        assertThat(Need.of(twice.find(VM).orElseThrow(), twice).getFirst().level())
                .isEqualTo(Level.CRITICAL);
    }

    @Test
    void whatNobodySaysIsNotShownAsFine() {
        ElementId volume = new ElementId(org.redoubt.topology.model.ElementKind.VOLUME, "v-1");
        Site site = new TestSite()
                .host("node-1", LinkState.CONNECTED, null)
                .vm("u-1", "db", "node-1", RunState.RUNNING)
                .say(VM, Attributes.NEEDS_VOLUMES, List.of(volume))
                .by("libvirt@node-1", 1000)
                .at(1000);
        Need storage = Need.of(site.find(VM).orElseThrow(), site).stream()
                .filter(need -> need.label().equals("storage"))
                .findFirst()
                .orElseThrow();
        assertThat(storage.level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void onePathOfTwoIsAWarningAndNoneIsCritical() {
        ElementId a = HOST.part(org.redoubt.topology.model.ElementKind.HBA_PORT, "hba0");
        ElementId b = HOST.part(org.redoubt.topology.model.ElementKind.HBA_PORT, "hba1");
        ElementId fabric = new ElementId(org.redoubt.topology.model.ElementKind.FABRIC_SWITCH, "fabric-a");
        TestSite told = new TestSite().host("node-1", LinkState.CONNECTED, null);
        for (ElementId port : List.of(a, b)) {
            told.say(port, Attributes.PART_OF, HOST)
                    .say(port, Attributes.CABLED_TO, List.of(fabric))
                    .say(port, Attributes.UP, port.equals(a));
        }
        Site one = told.by("ssh@node-1", 1000).at(1000);
        assertThat(Need.of(one.find(HOST).orElseThrow(), one))
                .singleElement()
                .isEqualTo(new Need("storage", "fabric-a", "1 of 2 ways up", Level.WARNING));
        Site none = told.say(a, Attributes.UP, false).by("ssh@node-1", 2000).at(2000);
        assertThat(Need.of(none.find(HOST).orElseThrow(), none))
                .singleElement()
                .extracting(Need::level)
                .isEqualTo(Level.CRITICAL);
    }

    @Test
    void aVmLightsUpItsHostAndWhatThatStandsOn() {
        ElementId port = HOST.part(org.redoubt.topology.model.ElementKind.NETWORK_PORT, "nic0");
        ElementId core = new ElementId(org.redoubt.topology.model.ElementKind.SWITCH, "core-a");
        Site site = new TestSite()
                .host("node-1", LinkState.CONNECTED, null)
                .host("node-2", LinkState.CONNECTED, null)
                .vm("u-1", "db", "node-1", RunState.RUNNING)
                .vm("u-2", "web", "node-2", RunState.RUNNING)
                .say(port, Attributes.PART_OF, HOST)
                .say(port, Attributes.CABLED_TO, List.of(core))
                .say(core, Attributes.NAME, "core-a")
                .by("ssh@node-1", 1000)
                .at(1000);
        assertThat(Reach.of(site, VM)).containsExactlyInAnyOrder(VM, HOST, port, core);
        assertThat(Reach.of(site, core)).contains(core, port, HOST).doesNotContain(ElementId.host("node-2"));
        assertThat(Reach.of(site, HOST)).contains(VM).doesNotContain(ElementId.vm("u-2"));
    }
}
