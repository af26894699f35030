package org.redoubt.topology.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class HeartsTest {

    private static final ElementId ONE = ElementId.host("one");

    private Site site = Site.empty("small");
    private long sequence;

    private <T> void says(ElementId element, Attribute<T> attribute, T value) {
        site = Folding.fold(
                site,
                new Fact.Report(
                        new Source("libvirt", "one"),
                        ++sequence,
                        sequence * 1_000,
                        List.of(new Assertion<>(element, attribute, value))));
    }

    private Element at(ElementId id) {
        return site.find(id).orElseThrow();
    }

    @Test
    void aHostsOwnHeartGoesByWhoHearsIt() {
        says(ONE, BEAT, 5_000L);
        assertThat(Hearts.host(site, at(ONE))).contains(ONE);
        assertThat(Hearts.way(at(ONE))).isEqualTo("libvirt");
    }

    @Test
    void partsOfAHostAreItsHearts() {
        ElementId ssh = ONE.part(ElementKind.SERVICE, "ssh");
        ElementId bmc = ONE.part(ElementKind.BMC, "bmc");
        says(ssh, PART_OF, ONE);
        says(bmc, PART_OF, ONE);
        assertThat(Hearts.host(site, at(ssh))).contains(ONE);
        assertThat(Hearts.way(at(ssh))).isEqualTo("ssh");
        assertThat(Hearts.host(site, at(bmc))).contains(ONE);
        assertThat(Hearts.way(at(bmc))).isEqualTo("bmc");
    }

    @Test
    void aRingsLinkIsAHeartOfTheHostAtItsEnd() {
        ElementId card = ONE.part(ElementKind.ADAPTER_CARD, "slot3");
        ElementId port = ONE.part(ElementKind.NETWORK_PORT, "nic0");
        ElementId ring = new ElementId(ElementKind.RING, "web/1");
        ElementId link = ring.part(ElementKind.RING, "one");
        says(link, PART_OF, ring);
        says(link, CABLED_TO, List.of(port));
        assertThat(Hearts.host(site, at(link))).as("not known yet").isEmpty();
        says(port, PART_OF, card);
        says(card, PART_OF, ONE);
        assertThat(Hearts.host(site, at(link))).contains(ONE);
        assertThat(Hearts.way(at(link))).isEqualTo("ring 1");
    }

    @Test
    void aGuestAgentIsAHeartOfTheHostOnWhichItsVmIs() {
        ElementId vm = ElementId.vm("11111111-2222-3333-4444-555555555555");
        ElementId agent = vm.part(ElementKind.SERVICE, "agent");
        says(agent, PART_OF, vm);
        says(vm, RUNS_ON, ONE);
        says(vm, STATE, RunState.RUNNING);
        assertThat(Hearts.host(site, at(agent))).contains(ONE);
        assertThat(Hearts.way(at(agent))).isEqualTo("guests");
    }

    @Test
    void whatIsAPartOfItselfIsAPartOfNothing() {
        ElementId odd = new ElementId(ElementKind.SERVICE, "odd");
        says(odd, PART_OF, odd);
        assertThat(Hearts.host(site, at(odd))).isEmpty();
    }
}
