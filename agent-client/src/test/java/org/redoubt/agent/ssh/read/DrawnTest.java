package org.redoubt.agent.ssh.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.probe.Speaker;
import org.redoubt.agent.ssh.read.net.NetworkSamples;
import org.redoubt.agent.ssh.read.storage.StorageSamples;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.need.Needs;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.layout.Layout;

/** What hosts say of themselves becomes the map that the simulated site has: the same elements, joined in the same way. */
class DrawnTest {

    private static final ElementId ONE = ElementId.host("node-1");
    private static final ElementId TWO = ElementId.host("node-2");

    private Site site = Site.empty("dc");

    private void hear(ElementId host, Map<String, String> answers) {
        site = Folding.fold(
                site,
                new Fact.Report(
                        new Source(Source.SITE_FILE, "dc"),
                        1,
                        0,
                        List.of(new Assertion<>(host, Attributes.NAME, host.key()))));
        Map<String, Answer> all = new LinkedHashMap<>();
        answers.forEach((question, text) -> all.put(question, new Answer(question, 0, text)));
        Round round = new Round(host, 1_000, all);
        Reading reading = new Reading();
        Readers.all().forEach(reader -> reader.read(round, reading));
        site = Folding.fold(site, new Speaker(new Source("ssh", host.key())).round(host, 1_000, reading));
    }

    private static Map<String, String> lab(String host) {
        return LabRecordingsTest.answers(host);
    }

    private List<String> wires() {
        List<String> wires = new ArrayList<>();
        for (Shape shape : Layout.of(site, Options.DEFAULT).shapes()) {
            if (shape instanceof Shape.Wire wire) {
                wires.add(wire.id() + " " + wire.to());
            }
        }
        return wires.stream().sorted().toList();
    }

    @Test
    void portsLeadToSwitchesThatHostsShare() {
        hear(ONE, lab("node-1"));
        hear(TWO, lab("node-2"));

        assertThat(wires())
                .containsExactly(
                        "network-port:node-1/eth1 switch:02:00:0a:4d:00:0a",
                        "network-port:node-1/eth2 switch:02:00:0a:4d:00:0b",
                        "network-port:node-2/eth1 switch:02:00:0a:4d:00:0a",
                        "network-port:node-2/eth2 switch:02:00:0a:4d:00:0b");
        Picture picture = Layout.of(site, Options.DEFAULT);
        assertThat(words(picture)).contains("sw-a", "sw-b", "eth0", "eth1", "eth2");
    }

    private static Set<String> words(Picture picture) {
        return picture.shapes().stream()
                .filter(Shape.Label.class::isInstance)
                .map(shape -> ((Shape.Label) shape).words())
                .collect(Collectors.toSet());
    }

    @Test
    void adaptersLeadToFabricsAndFabricsToTheArray() {
        hear(
                ONE,
                Map.of(
                        "scsi",
                        StorageSamples.ADAPTERS,
                        "scsi-disk",
                        StorageSamples.DISKS,
                        "multipath",
                        StorageSamples.MAPS));

        assertThat(wires())
                .contains(
                        "hba-port:node-1/host1 fabric-switch:10:00:00:27:f8:00:0a:01",
                        "hba-port:node-1/host3 storage-array:iqn.2010-06.com.example:array.1",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10 "
                                + "fabric-switch:10:00:00:27:f8:00:0a:01");
        assertThat(words(Layout.of(site, Options.DEFAULT))).contains("PURE FlashArray", "host1");
    }

    @Test
    void twoPortsOnOneCardNeedThatCard() {
        hear(
                ONE,
                Map.of(
                        "ip-link",
                        NetworkSamples.LINKS,
                        "net-sysfs",
                        NetworkSamples.HARDWARE,
                        "lldp",
                        NetworkSamples.NEIGHBOURS));
        ElementId card = ElementId.parse("adapter-card:node-1/0000:3b:00");

        assertThat(Needs.dependents(site, card))
                .contains(ElementId.parse("network-port:node-1/eth0"), ElementId.parse("network-port:node-1/eth1"), ONE)
                .doesNotContain(ElementId.parse("network-port:node-1/eth2"));
        assertThat(Needs.reach(site, ONE)).contains(ElementId.parse("switch:00:1b:54:00:00:0a"));
    }
}
