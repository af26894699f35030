package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The order of names, which is an order: the places of cards hang on it. */
class NaturalOrderTest {

    @Test
    void people_count_2_before_10() {
        List<String> names = new ArrayList<>(List.of("node-10", "node-2", "node-1a", "node", "node-1", "node-02"));
        names.sort(NaturalOrder::compare);
        assertThat(names).containsExactly("node", "node-1", "node-1a", "node-02", "node-2", "node-10");
    }

    @Test
    void numbers_longer_than_a_long_are_numbers_too() {
        assertThat(NaturalOrder.compare("n99999999999999999999", "n100000000000000000000"))
                .isNegative();
    }

    @Property(tries = 2000)
    void it_is_an_order(
            @ForAll @Chars({'a', '-', '0', '1', '9'}) @StringLength(max = 6) String a,
            @ForAll @Chars({'a', '-', '0', '1', '9'}) @StringLength(max = 6) String b,
            @ForAll @Chars({'a', '-', '0', '1', '9'}) @StringLength(max = 6) String c) {
        assertThat(Integer.signum(NaturalOrder.compare(a, b))).isEqualTo(-Integer.signum(NaturalOrder.compare(b, a)));
        assertThat(NaturalOrder.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (NaturalOrder.compare(a, b) <= 0 && NaturalOrder.compare(b, c) <= 0) {
            assertThat(NaturalOrder.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }
}
