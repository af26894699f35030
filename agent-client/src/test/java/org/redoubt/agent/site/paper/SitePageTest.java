package org.redoubt.agent.site.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.agent.site.paper.Papers.hear;
import static org.redoubt.topology.model.Attributes.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.model.Site;

/** The example of docs/site-file.md is a site file, and says what its page says. */
class SitePageTest {

    private Site site;

    @BeforeEach
    void read() throws Exception {
        String page = Files.readString(Path.of("../docs/site-file.md"));
        int from = page.indexOf("```yaml", page.indexOf("Everything that can be said:")) + "```yaml\n".length();
        site = hear(page.substring(from, page.indexOf("```", from)));
    }

    private Element find(String id) {
        return site.find(ElementId.parse(id)).orElseThrow(() -> new AssertionError("nothing is said of " + id));
    }

    private List<String> refs(String id, Attribute<List<ElementId>> attribute) {
        return find(id).refs(attribute).stream().map(ElementId::toString).toList();
    }

    private String whole(String id) {
        return find(id).value(PART_OF).map(ElementId::toString).orElse("");
    }

    @Test
    void power() {
        assertThat(find("power-feed:feed-a").value(SIDE)).contains(Side.A);
        assertThat(find("power-feed:pdu-b1").value(SIDE))
                .as("that of what feeds it")
                .contains(Side.B);
        assertThat(refs("power-feed:pdu-b1", FED_BY)).containsExactly("power-feed:feed-b");
        assertThat(refs("power-supply:node-1/psu1", FED_BY)).containsExactly("power-feed:pdu-a1");
        assertThat(whole("power-supply:node-1/psu1")).isEqualTo("host:node-1");
        assertThat(find("power-supply:node-1/psu2").value(SIDE)).contains(Side.B);
        assertThat(refs("host:node-1", FED_BY)).as("its supplies tell").isEmpty();
        assertThat(refs("rack:r1", FED_BY)).containsExactly("power-feed:pdu-a1", "power-feed:pdu-b1");
    }

    @Test
    void places() {
        assertThat(whole("host:node-1")).isEqualTo("rack:r1");
        assertThat(whole("rack:r1")).isEqualTo("rack:room/hall-2");
        assertThat(find("rack:room/hall-2").value(MODE)).contains("room");
        assertThat(refs("rack:failure-domain/row-4", CONTAINS))
                .containsExactly("rack:r1", "switch:52:54:00:aa:00:01", "storage-array:array-1");
        assertThat(whole("bmc:node-1/bmc")).isEqualTo("host:node-1");
        assertThat(find("bmc:node-1/bmc").value(ADDRESS)).contains("10.99.0.1");
    }

    @Test
    void networkAndFabrics() {
        String port = "switch-port:52:54:00:aa:00:01/12";
        assertThat(refs("network-port:node-1/eth0", CABLED_TO)).containsExactly(port);
        assertThat(whole("network-port:node-1/eth0"))
                .as("its card, which the host tells")
                .isEmpty();
        assertThat(refs(port, CABLED_TO)).containsExactly("network-port:node-1/eth0");
        assertThat(whole(port)).isEqualTo("switch:52:54:00:aa:00:01");
        assertThat(find("switch:52:54:00:aa:00:01").name()).isEqualTo("core-a");
        assertThat(find("switch:52:54:00:aa:00:01").value(NETWORK_ROOT)).contains(true);
        assertThat(refs("switch:52:54:00:aa:00:01", CABLED_TO)).containsExactly("switch:52:54:00:bb:00:01");
        assertThat(refs("hba-port:node-2/host1", CABLED_TO)).containsExactly("fabric-switch:fabric-a");
        assertThat(find("fabric-switch:fabric-b").value(SIDE)).contains(Side.B);
    }

    @Test
    void storage() {
        assertThat(find("storage-array:array-1").value(CAPACITY)).contains(180L << 40);
        assertThat(find("storage-array:array-1").value(RAID)).contains("RAID6");
        assertThat(find("storage-array:array-2").value(REPLICA_OF)).contains(ElementId.parse("storage-array:array-1"));
        assertThat(refs("storage-controller:array-1/B", CABLED_TO))
                .containsExactly("fabric-switch:fabric-a", "fabric-switch:fabric-b");
        assertThat(refs("volume:3600a098038303053", MEMBER_OF))
                .containsExactly("storage-controller:array-1/A", "storage-controller:array-1/B");
        assertThat(whole("volume:3600a098038303053")).isEqualTo("storage-array:array-1");
        assertThat(refs("volume:array-1/scratch", MEMBER_OF)).containsExactly("storage-controller:array-1/A");
    }

    @Test
    void gapsAreNamedAndNothingElseIs() {
        assertThat(Papers.gaps(site)).containsExactly("host2 of node-2 is cabled nowhere");
    }
}
