package org.redoubt.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.site.SnapshotAgents;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** What may be typed as SITE, and what is said of everything else. */
class SiteOpenerTest {

    @TempDir
    Path folder;

    private final Desk desk = new Workstation(Map.of()).desk();

    @Test
    void aSiteFileIsItsHostsAndWhatItSaysOfThem() throws IOException {
        Path file = Files.writeString(folder.resolve("west.yaml"), """
                hosts:
                  - uri: test:///default
                  - uri: qemu+tcp://10.77.0.11/system
                    owner: none
                """);
        try (SiteAgents site = SiteOpener.open(file.toString(), desk, true)) {
            assertThat(site.name()).isEqualTo("west");
            assertThat(site.simulated()).isFalse();
            assertThat(site.sources())
                    .extracting(FactSource::source)
                    .extracting(Object::toString)
                    .contains("site-file@west", "libvirt@10.77.0.11");
            assertThat(site.agent(ElementId.host("10.77.0.11"))).isPresent();
        }
        try (SiteAgents site = SiteOpener.open(file.toString(), desk, false)) {
            assertThat(site.agent(ElementId.host("10.77.0.11"))).isEmpty();
        }
    }

    @Test
    void aSnapshotIsLookedAtOnly() throws IOException {
        Path file = folder.resolve("then.json");
        SnapshotCodec.write(new Snapshot(Site.empty("then"), Instant.EPOCH, false), file);
        try (SiteAgents site = SiteOpener.open(file.toString(), desk, true)) {
            assertThat(site.name()).isEqualTo("then");
            assertThat(site.sources()).isEmpty();
        }
    }

    @Test
    void whatAClusterWroteOfItselfIsLookedAtOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("west.xml"), """
                <crm_mon version="1.1.24"><summary/><nodes>
                  <node name="node-1" id="1" online="true" type="member"/></nodes><resources/></crm_mon>
                """);
        try (SiteAgents site = SiteOpener.open(file.toString(), desk, true)) {
            assertThat(site).isInstanceOf(SnapshotAgents.class);
            assertThat(site.name()).isEqualTo("west");
            assertThat(site.sources()).isEmpty();
            assertThat(site.agent(ElementId.host("node-1"))).isEmpty();
            assertThat(site.initially().hosts()).hasSize(1);
        }
        Path other = Files.writeString(folder.resolve("page.xml"), "<html/>");
        assertThatThrownBy(() -> SiteOpener.open(other.toString(), desk, true))
                .isInstanceOf(BadInput.class)
                .hasMessage("page.xml: neither a CIB nor crm_mon's XML: it begins with <html>");
    }

    @Test
    void aUriIsOneHostAndSimIsSimulated() {
        try (SiteAgents site = SiteOpener.open("test:///default", desk, true)) {
            assertThat(site.sources()).hasSize(1);
        }
        try (SiteAgents site = SiteOpener.open("sim:demo", desk, true)) {
            assertThat(site.simulated()).isTrue();
        }
    }

    @Test
    void anythingElseIsBadInputThatSaysWhatWouldDo() throws IOException {
        assertThatThrownBy(() -> SiteOpener.open("nowhere.yaml", desk, true))
                .isInstanceOf(BadInput.class)
                .hasMessageContainingAll("nowhere.yaml", "site file", "sim:demo");
        assertThatThrownBy(() -> SiteOpener.open("sim:?hosts=many", desk, true))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("hosts");
        Path file = Files.writeString(folder.resolve("bad.yaml"), "hots: []\n");
        assertThatThrownBy(() -> SiteOpener.open(file.toString(), desk, true))
                .isInstanceOf(BadInput.class)
                .hasMessageContainingAll("bad.yaml", "hots", "hosts");
        assertThatThrownBy(() -> SiteOpener.open("a\0b", desk, true)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> SiteOpener.open(folder.toString(), desk, true)).isInstanceOf(BadInput.class);
    }

    @Test
    void eachSiteHasAJournalOfItsOwn() {
        Workstation workstation = new Workstation(Map.of("XDG_STATE_HOME", "/state"));
        assertThat(workstation.journal("dc-west")).isEqualTo(Path.of("/state/redoubt/journal/dc-west"));
        Path uri = workstation.journal("qemu+tcp://10.77.0.11/system");
        assertThat(uri.getParent()).isEqualTo(Path.of("/state/redoubt/journal"));
        assertThat(uri).isNotEqualTo(workstation.journal("qemu+tcp://10.77.0.11:system"));
        assertThat(workstation.journal("../../etc").getParent()).isEqualTo(uri.getParent());
        assertThat(workstation.journal("x".repeat(4000)).getFileName().toString())
                .hasSizeLessThan(200);
    }
}
