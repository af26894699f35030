package org.redoubt.agent.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class SiteFileSourceTest {

    private static final DeskClock CLOCK = new Still();

    /** A clock that stands still. */
    record Still() implements DeskClock {
        @Override
        public long millis() {
            return 4711;
        }

        @Override
        public Instant wall() {
            return Instant.EPOCH;
        }
    }

    private static Site hear(String text) throws Exception {
        SiteFileSource source = new SiteFileSource(SiteFile.parse("dc.yaml", text.getBytes(UTF_8)), CLOCK);
        List<Fact> facts = new ArrayList<>();
        source.start(facts::add);
        source.close();
        assertThat(source.source()).isEqualTo(new Source("site-file", "dc"));
        assertThat(facts).hasSize(1);
        return Folding.fold(Site.empty("dc"), facts.getFirst());
    }

    @Test
    void itSaysWhatTheFileSays() throws Exception {
        Site site = hear("""
                hosts:
                  - uri: qemu+ssh://root@node-1/system?no_verify=1
                    name: left
                    owner: none
                    peer: qemu+tcp://10.0.0.1/system
                    cluster: west
                    migration-speed: 1Gbit
                """);
        Element.Host host = site.host(ElementId.host("left")).orElseThrow();
        assertThat(host.name()).isEqualTo("left");
        assertThat(host.value(Attributes.ADDRESS)).contains("qemu+ssh://root@node-1/system");
        assertThat(host.value(Attributes.PEER_ADDRESS)).contains("qemu+tcp://10.0.0.1/system");
        assertThat(host.value(Attributes.OWNER)).contains(Owner.NONE);
        assertThat(host.refs(Attributes.MEMBER_OF)).containsExactly(ElementId.parse("cluster:west"));
        assertThat(host.value(Attributes.MIGRATION_SPEED)).contains(125_000_000L);
        assertThat(site.nameOf(ElementId.parse("cluster:west"))).isEqualTo("west");
        assertThat(site.now()).isEqualTo(4711);
    }

    @Test
    void whatTheFileLeavesOpenIsNotClaimed() throws Exception {
        Element.Host host = hear("hosts: [{uri: 'qemu+ssh://node-1/system'}]")
                .host(ElementId.host("node-1"))
                .orElseThrow();
        assertThat(host.value(Attributes.OWNER)).isEmpty();
        assertThat(host.claims().all())
                .extracting(claim -> claim.attribute().name())
                .containsExactly("address");
        assertThat(host.name()).isEqualTo("node-1");
    }
}
