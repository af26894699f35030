package org.redoubt.agent.sim.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.Side;

class PlantTest {

    @Test
    void theDemoIsAsItIsAnnounced() {
        Plant demo = Plant.demo("demo", 7);
        assertThat(demo.hosts()).hasSize(Plant.DEMO_HOSTS);
        assertThat(demo.vms()).hasSize(Plant.DEMO_VMS);
        assertThat(demo.vms().stream().map(vm -> vm.shape().name()).distinct()).hasSize(Plant.DEMO_VMS);
        assertThat(demo.clusters().stream().map(SimCluster::name)).containsExactly("payroll", "web", "dr-east");
    }

    @Property(tries = 40)
    void aSiteOfAnySizeHoldsTogether(
            @ForAll @IntRange(min = 1, max = 300) int hosts,
            @ForAll @IntRange(max = 3_000) int vms,
            @ForAll long seed) {
        Plant plant = Plant.sized("x", hosts, vms, seed);
        assertThat(plant.hosts()).hasSize(hosts);
        assertThat(plant.vms()).hasSize(vms);
        assertThat(plant.clusters().stream()
                        .mapToInt(cluster -> cluster.hosts().size())
                        .sum())
                .isEqualTo(hosts);
        Set<ElementId> ports = new HashSet<>();
        for (SimHost host : plant.hosts()) {
            assertThat(host.held()).isLessThanOrEqualTo(host.shape().memory());
            for (int nic = 0; nic < 2; nic++) {
                ElementId port = host.nics().get(nic).cabledTo();
                assertThat(ports.add(port)).as("two cables in " + port).isTrue();
                assertThat(plant.endAt(port)).isEqualTo(new Plant.End(host, nic));
            }
            for (SimVm vm : host.vms()) {
                assertThat(host.shape().networks()).containsAll(vm.shape().networks());
                assertThat(host.shape().volumes()).containsAll(vm.shape().volumes());
                assertThat(vm.shape().cpu().lackingOn(host.shape().cpu())).isEmpty();
                assertThat(plant.vm(vm.id())).isSameAs(vm);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 2, 2",
        "48, 2, 2, 2",
        // racks of 20 and 8 spines; an edge pair for 5 racks and 10 directors; an array for 100 hosts, one more, a
        // replica
        "49, 14, 12, 2",
        "240, 32, 16, 4",
        "2500, 258, 60, 27"
    })
    void switchesGrowWithTheSite(int hosts, int switches, int fabricSwitches, int arrays) {
        Plant plant = Plant.sized("x", hosts, 0, 7);
        Map<ElementKind, Integer> kinds = new HashMap<>();
        plant.devices().forEach(device -> kinds.merge(device.id().kind(), 1, Integer::sum));
        assertThat(kinds)
                .containsEntry(ElementKind.SWITCH, switches)
                .containsEntry(ElementKind.FABRIC_SWITCH, fabricSwitches)
                .containsEntry(ElementKind.STORAGE_ARRAY, arrays);
        assertThat(plant.devices().stream().filter(device -> device.lag() > 0)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10", "200"})
    void theTwoSidesNeverMeetBelowTheirTop(int hosts) {
        Plant plant = Plant.sized("x", hosts, 0, 7);
        Map<ElementId, Side> sides = said(plant, Attributes.SIDE, Side.class);
        for (SimHost host : plant.hosts()) {
            for (SimHost.Port port : host.nics()) {
                String owner =
                        port.cabledTo().key().substring(0, port.cabledTo().key().indexOf('/'));
                assertThat(sides.get(new ElementId(ElementKind.SWITCH, owner))).isEqualTo(port.side());
            }
            for (SimHost.Port port : host.hbas()) {
                assertThat(sides.get(port.cabledTo())).isEqualTo(port.side());
            }
        }
        for (Assertion<?> line : plant.siteFile()) {
            boolean uplink = line.attribute() == Attributes.CABLED_TO
                    && sides.containsKey(line.element())
                    && !line.element().key().startsWith("core-");
            if (uplink) {
                assertThat((List<?>) line.value())
                        .allSatisfy(to -> assertThat(sides.get((ElementId) to)).isEqualTo(sides.get(line.element())));
            }
        }
    }

    @Test
    void someThingsAreNotRedundantAndSomeOwnersUnknown() {
        Plant plant = Plant.sized("x", 1_000, 0, 7);
        assertThat(plant.hosts().stream().filter(host -> host.shape().sharedCard()))
                .hasSizeBetween(5, 60);
        assertThat(plant.hosts().stream().filter(host -> host.shape().cpu() == Cpu.HASWELL))
                .hasSizeBetween(40, 160);
        assertThat(plant.hosts().stream()
                        .filter(host -> host.shape().owner() == null)
                        .map(host -> host.cluster().name().replaceAll("-.*", ""))
                        .collect(Collectors.toSet()))
                .containsExactly("telco");
        Map<ElementId, Owner> owners = said(plant, Attributes.OWNER, Owner.class);
        assertThat(owners.values()).containsOnly(Owner.NONE);
        for (SimHost host : plant.hosts()) {
            assertThat(host.nics()
                            .getFirst()
                            .card()
                            .equals(host.nics().getLast().card()))
                    .isEqualTo(host.shape().sharedCard());
        }
    }

    private static <T> Map<ElementId, T> said(Plant plant, Object attribute, Class<T> type) {
        Map<ElementId, T> said = new HashMap<>();
        for (Assertion<?> line : plant.siteFile()) {
            if (line.attribute() == attribute) {
                said.put(line.element(), type.cast(line.value()));
            }
        }
        return said;
    }
}
