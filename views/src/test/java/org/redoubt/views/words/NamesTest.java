package org.redoubt.views.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void figuresCompareAsNumbers() {
        List<String> names = new ArrayList<>(List.of("node-10", "node-2", "Node-1", "node-002x", "alpha"));
        names.sort(Names.ORDER);
        assertThat(names).containsExactly("alpha", "Node-1", "node-2", "node-002x", "node-10");
    }

    @Property
    void itIsAnOrder(@ForAll String a, @ForAll String b, @ForAll String c) {
        assertThat(Integer.signum(Names.ORDER.compare(a, b))).isEqualTo(-Integer.signum(Names.ORDER.compare(b, a)));
        if (Names.ORDER.compare(a, b) <= 0 && Names.ORDER.compare(b, c) <= 0) {
            assertThat(Names.ORDER.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }

    @Property
    void onlyTheSameNameIsEqual(@ForAll String a, @ForAll String b) {
        assertThat(Names.ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
    }
}
