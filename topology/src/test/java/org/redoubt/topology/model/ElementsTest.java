package org.redoubt.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ElementsTest {

    /** "Aa" and "BB" have one hash: of three letters of them eight ids collide, and a hundred more do not. */
    private static final List<ElementId> IDS = ids();

    private static List<ElementId> ids() {
        List<ElementId> ids = new ArrayList<>();
        for (String one : List.of("Aa", "BB")) {
            for (String two : List.of("Aa", "BB")) {
                ids.add(ElementId.vm(one + two + "Aa"));
                ids.add(ElementId.vm(one + two + "BB"));
            }
        }
        for (int i = 0; i < 100; i++) {
            ids.add(ElementId.vm("vm-" + i));
        }
        return ids;
    }

    private static Element fresh(ElementId id) {
        return Element.of(id, Claims.NONE);
    }

    @Provide
    Arbitrary<List<Integer>> edits() {
        return Arbitraries.integers()
                .between(-IDS.size(), IDS.size() - 1)
                .list()
                .ofMaxSize(300);
    }

    /** A number from 0 on puts that id, a negative one takes it out. */
    private static Elements edited(Elements before, List<Integer> edits, Map<ElementId, Element> model) {
        Elements.Edit edit = new Elements.Edit(before);
        for (int number : edits) {
            ElementId id = IDS.get(number < 0 ? -number - 1 : number);
            if (number < 0) {
                edit.remove(id);
                model.remove(id);
            } else {
                Element element = fresh(id);
                edit.put(element);
                model.put(id, element);
            }
        }
        return edit.done();
    }

    private static void assertHolds(Elements elements, Map<ElementId, Element> model) {
        assertThat(elements.size()).isEqualTo(model.size());
        assertThat(elements.stream()).containsExactlyInAnyOrderElementsOf(model.values());
        for (ElementId id : IDS) {
            assertThat(elements.get(id)).isSameAs(model.get(id));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void itHoldsWhatAMapWouldHold(@ForAll("edits") List<Integer> first, @ForAll("edits") List<Integer> then) {
        Map<ElementId, Element> model = new HashMap<>();
        Elements one = edited(Elements.NONE, first, model);
        assertHolds(one, model);
        Map<ElementId, Element> later = new HashMap<>(model);
        Elements other = edited(one, then, later);
        assertHolds(other, later);
        assertHolds(one, model);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theDifferenceNamesWhatIsAnotherObjectAndNothingElse(
            @ForAll("edits") List<Integer> first, @ForAll("edits") List<Integer> then) {
        Map<ElementId, Element> before = new HashMap<>();
        Elements one = edited(Elements.NONE, first, before);
        Map<ElementId, Element> after = new HashMap<>(before);
        Elements other = edited(one, then, after);
        Map<ElementId, Element> rebuilt = new HashMap<>(before);
        one.between(other, (was, is) -> {
            ElementId id = was == null ? is.id() : was.id();
            assertThat(rebuilt.get(id)).isSameAs(was);
            assertThat(is).isNotSameAs(was);
            rebuilt.remove(id);
            if (is != null) {
                rebuilt.put(id, is);
            }
        });
        assertThat(rebuilt).isEqualTo(after);
        rebuilt.forEach((id, element) -> assertThat(element).isSameAs(after.get(id)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void equalIsWhatHoldsTheSameInWhateverOrderItCame(@ForAll("edits") List<Integer> edits) {
        Map<ElementId, Element> model = new HashMap<>();
        Elements one = edited(Elements.NONE, edits, model);
        Elements again = Elements.NONE;
        for (ElementId id : IDS.reversed()) {
            again = model.containsKey(id)
                    ? again.plus(fresh(id))
                    : again.plus(fresh(id)).minus(id);
        }
        assertThat(again).isEqualTo(one).hasSameHashCodeAs(one);
    }

    @Test
    void oneChangeAmongFortyThousandLooksAtOnePath() {
        Elements.Edit edit = new Elements.Edit(Elements.NONE);
        for (int i = 0; i < 40_000; i++) {
            edit.put(fresh(ElementId.vm("vm-" + i)));
        }
        Elements all = edit.done();
        Element other = fresh(ElementId.vm("vm-77"));
        List<Element> told = new ArrayList<>();
        all.between(all.plus(other), (was, is) -> told.add(is));
        assertThat(told).containsExactly(other);
        assertThat(all.plus(all.get(other.id()))).isSameAs(all);
        assertThat(all.minus(ElementId.vm("nobody"))).isSameAs(all);
    }
}
