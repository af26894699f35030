package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CAPACITY;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.NEEDS_VOLUMES;
import static org.redoubt.topology.model.Attributes.OFFERS;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.POOL;
import static org.redoubt.topology.model.Attributes.REACHES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.libvirt.read.DomainXml;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/** What a host has for its VMs, from a test host that is described in a file. */
@ExtendWith(NeedsLibvirt.class)
class InventoryTest {

    private static final Pace QUICK = new Pace(100, 200, 7_000, 10_000, 60_000, 20_000, 2_000);
    private static final ElementId VOLUME = DomainXml.volumeId("/srv/fast/v1");

    private final Heard heard = new Heard();

    @Test
    void aDiskNamedByItsPoolIsTheVolumeThatThePoolTells(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("site.xml");
        Files.writeString(file, TestDesk.SITE_XML);
        try (LibvirtAgents agents = new LibvirtAgents(
                "site",
                List.of(new HostEntry("h", "test://" + file, Optional.empty(), false)),
                TestDesk.LIBRARY,
                TestDesk.DESK,
                QUICK)) {
            agents.sources().forEach(source -> source.start(heard));

            ElementId vm = ElementId.vm("11111111-2222-3333-4444-555555555555");
            Site site = heard.until(
                    "its volume is known",
                    now -> now.vm(vm).flatMap(it -> it.value(NEEDS_VOLUMES)).isPresent());

            assertThat(site.vm(vm).orElseThrow().refs(NEEDS_VOLUMES)).containsExactly(VOLUME);
            assertThat(site.vm(vm).orElseThrow().refs(NEEDS_NETWORKS)).containsExactly(DomainXml.bridgeId("br-prod"));
            Element.Host host = site.host(ElementId.host("h")).orElseThrow();
            assertThat(host.refs(REACHES)).contains(VOLUME);
            assertThat(host.refs(OFFERS)).contains(DomainXml.bridgeId("br-prod"), DomainXml.networkId("prod"));
            assertThat(site.find(DomainXml.bridgeId("br-prod")).flatMap(bridge -> bridge.value(PART_OF)))
                    .as("the bridge and its network are one")
                    .contains(DomainXml.networkId("prod"));
            Element volume = site.find(VOLUME).orElseThrow();
            assertThat(volume.name()).isEqualTo("v1");
            assertThat(volume.value(POOL)).contains("fast");
            assertThat(volume.value(CAPACITY)).contains(1000L);
            assertThat(site.all(ElementKind.NETWORK)).isNotEmpty();
            assertThat(site.vm(ElementId.vm("11111111-2222-3333-4444-666666666666"))
                            .orElseThrow()
                            .value(NEEDS_VOLUMES))
                    .as("a volume that no pool tells is not known, which is not the same as none")
                    .isEmpty();
        }
    }
}
