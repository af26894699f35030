package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.OFFERS;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.need.Needs;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;

/** A site that only libvirt tells of: its networks stand where switches would. */
class OfferedNetworksTest {

    private static final ElementId LAN = network("lan");
    private static final ElementId DMZ = network("dmz");
    private static final ElementId BRIDGE = network("bridge/br-lan");
    private static final ElementId CARD = network("direct/eth0");

    private final Facts facts = new Facts(LayoutTest.site(List.of(2, 2)));

    private static ElementId network(String key) {
        return new ElementId(ElementKind.NETWORK, key);
    }

    private void named(ElementId network, String name) {
        facts.say("libvirt@h0", 1000, network, NAME, name);
    }

    private void offers(String host, ElementId... networks) {
        facts.say("libvirt@" + host, 1000, ElementId.host(host), OFFERS, List.of(networks));
    }

    /** Cards come first in the order of names, and there are many of them. */
    private Picture aSiteOfManyCards() {
        named(LAN, "lan");
        named(DMZ, "dmz");
        named(BRIDGE, "br-lan");
        offers("h0", CARD, network("direct/br-lan"), network("direct/eth1"), network("direct/lo"), BRIDGE, LAN);
        offers("h1", CARD, network("direct/br-lan"), network("direct/eth1"), network("direct/lo"), BRIDGE, LAN, DMZ);
        return Layout.of(facts.site, Options.DEFAULT);
    }

    private static long lines(Picture picture, ElementId network) {
        return picture.shapes().stream()
                .filter(shape -> shape instanceof Shape.Wire && shape.id().equals(network))
                .count();
    }

    @Test
    void a_network_has_a_line_to_each_host_that_offers_it() {
        Picture picture = aSiteOfManyCards();

        assertThat(lines(picture, LAN)).isEqualTo(2);
        assertThat(lines(picture, BRIDGE)).isEqualTo(2);
        assertThat(lines(picture, DMZ)).isEqualTo(1);
    }

    @Test
    void a_network_and_the_bridge_under_it_are_one_box() {
        facts.say("libvirt@h0", 1000, BRIDGE, PART_OF, LAN);
        facts.say("libvirt@h1", 1000, BRIDGE, PART_OF, LAN);
        Picture picture = aSiteOfManyCards();

        assertThat(LayoutTest.words(picture)).contains("lan").doesNotContain("br-lan");
        assertThat(lines(picture, LAN)).isEqualTo(2);
        assertThat(lines(picture, BRIDGE)).isZero();
        assertThat(picture.boundsOf(BRIDGE))
                .as("whoever needs it is shown where it is")
                .isEqualTo(picture.boundsOf(LAN));
        assertThat(Needs.reach(facts.site, BRIDGE)).contains(LAN);
    }

    /** Each says something else of the bridge: nobody knows which is so. */
    @Test
    void a_bridge_that_hosts_disagree_about_keeps_its_own_box() {
        facts.say("libvirt@h0", 1000, BRIDGE, PART_OF, LAN);
        facts.say("libvirt@h1", 1000, BRIDGE, PART_OF, DMZ);

        assertThat(LayoutTest.words(aSiteOfManyCards())).contains("lan", "br-lan");
    }

    @Test
    void a_card_that_no_vm_needs_is_not_drawn() {
        Picture picture = aSiteOfManyCards();

        assertThat(picture.boundsOf(CARD)).isEmpty();
        assertThat(LayoutTest.words(picture)).contains("br-lan", "lan").noneMatch(text -> text.startsWith("dire"));
    }

    @Test
    void a_card_that_a_vm_needs_is_a_port_of_its_hosts() {
        facts.say("libvirt@h0", 1000, ElementId.vm("vm-0-0"), NEEDS_NETWORKS, List.of(CARD));
        Picture picture = aSiteOfManyCards();

        assertThat(picture.placesOf(CARD)).hasSize(2);
        assertThat(LayoutTest.words(picture)).contains("eth0");
        assertThat(picture.boundsOf(network("direct/eth1"))).isEmpty();
    }

    @Test
    void every_box_has_its_lines_and_what_a_vm_needs_has_a_box_however_many_there_are() {
        List<ElementId> many = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> many.add(network("a" + i)));
        ElementId last = network("z");
        many.add(last);
        many.forEach(network -> named(network, network.key()));
        offers("h0", many.toArray(ElementId[]::new));
        offers("h1", many.toArray(ElementId[]::new));
        facts.say("libvirt@h0", 1000, ElementId.vm("vm-0-0"), NEEDS_NETWORKS, List.of(last));
        Picture picture = Layout.of(facts.site, Options.DEFAULT);

        assertThat(lines(picture, last)).isEqualTo(2);
        assertThat(many).allMatch(network -> picture.boundsOf(network).isEmpty() || lines(picture, network) == 2);
        assertThat(many.stream().filter(network -> picture.boundsOf(network).isPresent()))
                .hasSizeGreaterThan(4);
    }
}
