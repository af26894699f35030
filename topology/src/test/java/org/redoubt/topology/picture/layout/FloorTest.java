package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Options;

/** How hosts are broken into rows for a window. */
class FloorTest {

    private static final Measures.Rows ALL = new Measures.Rows(true, true, true);

    @Test
    void six_hosts_in_two_clusters_stand_in_one_row_in_the_designs_window() {
        Floor floor = Floor.best(groups(3, 3), 14, new Options(1210, 760, Map.of()), ALL);

        assertThat(floor.rows).isEqualTo(1);
        assertThat(floor.stretches).extracting(Floor.Stretch::caption).containsExactly("group 0", "group 1");
        assertThat(floor.cardHeight).isGreaterThan(250);
    }

    @Test
    void ten_hosts_with_fifty_vms_keep_room_for_each_vm_by_name() {
        Floor floor = Floor.best(groups(3, 3, 4), 52, new Options(1210, 760, Map.of()), ALL);

        assertThat(floor.rows).isEqualTo(2);
        assertThat(HostCards.chipsIn(floor.cardHeight)).isGreaterThanOrEqualTo(8);
    }

    @Test
    void a_tall_window_gets_more_rows_than_a_wide_one() {
        Floor tall = Floor.best(groups(12), 24, new Options(700, 1600, Map.of()), ALL);
        Floor wide = Floor.best(groups(12), 24, new Options(2400, 700, Map.of()), ALL);

        assertThat(tall.rows).isGreaterThan(wide.rows);
    }

    @Test
    void a_group_that_fits_into_a_row_is_not_torn() {
        Floor floor = Floor.best(groups(3, 3, 4), 52, new Options(1210, 760, Map.of()), ALL);

        assertThat(floor.stretches).hasSize(3);
    }

    @Property(tries = 100)
    void every_host_has_one_slot_of_its_own_on_the_raster(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 14) Integer> sizes,
            @ForAll @IntRange(min = 400, max = 3000) int width,
            @ForAll @IntRange(min = 300, max = 2000) int height) {
        int hosts = sizes.stream().mapToInt(Integer::intValue).sum();
        Floor floor = Floor.best(
                groups(sizes.stream().mapToInt(Integer::intValue).toArray()),
                hosts * 5,
                new Options(width, height, Map.of()),
                ALL);

        assertThat(floor.slots).hasSize(hosts);
        assertThat(floor.slots.stream().map(slot -> slot.row() + "/" + slot.column()))
                .doesNotHaveDuplicates();
        assertThat(floor.slots)
                .allMatch(slot -> slot.box().right() <= floor.width + 1e-9
                        && slot.box().bottom() <= floor.bottom() + 1e-9
                        && slot.box().y() >= floor.top());
    }

    private static List<Census.Group> groups(int... sizes) {
        List<Census.Group> groups = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            List<Element.Host> hosts = new ArrayList<>();
            for (int h = 0; h < sizes[g]; h++) {
                hosts.add(new Element.Host(ElementId.host(g + "-" + h), Claims.NONE));
            }
            groups.add(new Census.Group(java.util.Optional.empty(), "group " + g, hosts));
        }
        return groups;
    }
}
