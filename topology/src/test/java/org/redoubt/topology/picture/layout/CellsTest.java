package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Tone;

/** A site from far away. */
class CellsTest {

    private final Facts facts = new Facts(LayoutTest.site(Collections.nCopies(90, 1)));

    private Picture picture() {
        return Layout.of(facts.site, Options.DEFAULT);
    }

    @Test
    void each_cluster_has_a_frame_around_its_hosts() {
        for (int h = 0; h < 90; h++) {
            ElementId cluster = new ElementId(ElementKind.CLUSTER, "c" + h / 45);
            facts.say("site-file@x", 1000, cluster, NAME, "cluster " + h / 45)
                    .say("site-file@x", 1000, ElementId.host("h" + h), MEMBER_OF, List.of(cluster));
        }
        Picture picture = picture();

        for (int h = 0; h < 90; h++) {
            Box frame = picture.boundsOf(new ElementId(ElementKind.CLUSTER, "c" + h / 45))
                    .orElseThrow();
            assertThat(frame.contains(picture.boundsOf(ElementId.host("h" + h)).orElseThrow()))
                    .isTrue();
        }
        assertThat(LayoutTest.words(picture)).contains("cluster 0", "45 hosts");
    }

    @Test
    void a_cell_is_filled_by_load_and_an_unheard_one_is_not_filled_at_all() {
        facts.say("libvirt@h3", 2000, ElementId.host("h3"), CPU_LOAD, 0.75);
        facts.say("desk@d", 2000, ElementId.host("h4"), LINK, LinkState.HANGS);
        Picture picture = picture();

        assertThat(bars(picture, "h3")).containsExactly(0.75);
        assertThat(bars(picture, "h4")).isEmpty();
        assertThat(fromAfar(picture))
                .anyMatch(shape -> shape instanceof Shape.Mark mark
                        && mark.id().equals(ElementId.host("h4"))
                        && mark.glyph() == Glyph.RING
                        && mark.tone() == Tone.CRITICAL);
    }

    private static List<Shape> fromAfar(Picture picture) {
        return picture.within(picture.bounds(), 0.04);
    }

    private static List<Double> bars(Picture picture, String host) {
        return fromAfar(picture).stream()
                .filter(shape -> shape instanceof Shape.Bar && shape.id().equals(ElementId.host(host)))
                .map(shape -> ((Shape.Bar) shape).share())
                .toList();
    }

    @Test
    void cells_do_not_overlap() {
        Picture picture = picture();
        List<ElementId> hosts = picture.hosts();
        for (int i = 0; i < hosts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(picture.boundsOf(hosts.get(i))
                                .orElseThrow()
                                .overlaps(picture.boundsOf(hosts.get(j)).orElseThrow()))
                        .isFalse();
            }
        }
    }

    @Test
    void of_many_switches_only_those_that_join_the_others_are_told_from_afar() {
        ElementId spine = new ElementId(ElementKind.SWITCH, "spine-1");
        facts.say("site-file@x", 1000, spine, NAME, "spine-1");
        for (int s = 0; s < 12; s++) {
            ElementId leaf = new ElementId(ElementKind.SWITCH, "leaf-" + s);
            ElementId nic = ElementId.host("h" + s).part(ElementKind.NETWORK_PORT, "nic0");
            facts.say("site-file@x", 1000, leaf, NAME, "leaf-" + s)
                    .say("site-file@x", 1000, nic, PART_OF, ElementId.host("h" + s))
                    .say("site-file@x", 1000, nic, CABLED_TO, List.of(leaf));
        }
        Picture picture = picture();

        ElementId leaf = new ElementId(ElementKind.SWITCH, "leaf-3");
        assertThat(fromAfar(picture)).anyMatch(shape -> shape.id().equals(spine));
        assertThat(fromAfar(picture)).noneMatch(shape -> shape.id().equals(leaf));
        assertThat(picture.boundsOf(leaf)).isPresent();
    }
}
