package org.redoubt.topology.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.redoubt.topology.model.ElementId;

class ByElementTest {

    /** Keys of which each four have the same hash: "Aa" and "BB" do. */
    private static ElementId id(int number) {
        String same = (number & 1) == 0 ? "Aa" : "BB";
        String again = (number & 2) == 0 ? "Aa" : "BB";
        return ElementId.host(same + again + (number >> 2));
    }

    @Property
    void itHoldsWhatAMapWouldHold(@ForAll @Size(max = 300) List<@IntRange(min = -200, max = 199) Integer> said) {
        Map<ElementId, Integer> map = new HashMap<>();
        ByElement<Integer> held = ByElement.none();
        ByElement<Integer> before = held;
        for (int number : said) {
            before = held;
            if (number < 0) {
                map.remove(id(-number));
                held = held.with(id(-number), null);
            } else {
                map.put(id(number), number);
                held = held.with(id(number), number);
            }
        }
        for (int i = 0; i <= 200; i++) {
            assertThat(held.get(id(i))).isEqualTo(map.get(id(i)));
        }
        assertThat(held.size()).isEqualTo(map.size());
        int known = before.size();
        before.with(ElementId.host("another"), 1);
        assertThat(before.get(ElementId.host("another"))).isNull();
        assertThat(before.size()).isEqualTo(known);
    }
}
