package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;

/** What every layout keeps to, whatever the site. */
class LayoutTest {

    @Property(tries = 60)
    void cards_do_not_overlap_and_chips_stay_apart_within_their_card(
            @ForAll @Size(min = 1, max = 14) List<@IntRange(max = 70) Integer> vmsPerHost,
            @ForAll @IntRange(min = 300, max = 2400) int width) {
        Picture picture = Layout.of(site(vmsPerHost), new Options(width, 780, Map.of()));

        List<ElementId> hosts = picture.hosts();
        assertThat(hosts).hasSize(vmsPerHost.size());
        for (int i = 0; i < hosts.size(); i++) {
            Box card = picture.boundsOf(hosts.get(i)).orElseThrow();
            for (int j = 0; j < i; j++) {
                assertThat(card.overlaps(picture.boundsOf(hosts.get(j)).orElseThrow()))
                        .isFalse();
            }
            apart(picture, card, picture.vmsOf(hosts.get(i)));
        }
        assertThat(hosts.stream().mapToInt(host -> picture.vmsOf(host).size()).sum())
                .isEqualTo(vmsPerHost.stream().mapToInt(Integer::intValue).sum());
    }

    private static void apart(Picture picture, Box card, List<ElementId> vms) {
        for (int i = 0; i < vms.size(); i++) {
            Box chip = picture.boundsOf(vms.get(i)).orElseThrow();
            assertThat(card.contains(chip)).as("%s inside %s", chip, card).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(chip.overlaps(picture.boundsOf(vms.get(j)).orElseThrow()))
                        .isFalse();
            }
        }
    }

    @Property(tries = 40)
    void the_same_site_gives_the_same_picture(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 9) Integer> vmsPerHost) {
        assertThat(Layout.of(site(vmsPerHost), Options.DEFAULT).shapes())
                .isEqualTo(Layout.of(site(vmsPerHost), Options.DEFAULT).shapes());
    }

    @Test
    void a_window_too_small_for_any_name_has_a_picture_all_the_same() {
        // The window is that small before it is first shown, and the site may be heard already.
        List<Integer> tenHosts = List.of(8, 8, 7, 8, 4, 5, 6, 4, 5, 3);
        for (int width : new int[] {1, 320, 1200}) {
            assertThat(Layout.of(site(tenHosts), new Options(width, 240, Map.of()))
                            .hosts())
                    .hasSize(10);
        }
    }

    @Test
    void a_vm_that_moves_moves_no_card() {
        Site before = site(List.of(4, 4, 4));
        ElementId vm = ElementId.vm("vm-0-1");
        Site after =
                new Facts(before).gone("h0", vm, RUNS_ON).gone("h0", vm, STATE).running("h2", vm).site;

        Picture one = Layout.of(before, Options.DEFAULT);
        Picture other = Layout.of(after, Options.DEFAULT);

        for (ElementId host : one.hosts()) {
            assertThat(other.boundsOf(host)).isEqualTo(one.boundsOf(host));
        }
        assertThat(other.vmsOf(ElementId.host("h2"))).contains(vm);
        assertThat(other.vmsOf(ElementId.host("h0"))).doesNotContain(vm).hasSize(3);
    }

    @Test
    void a_host_that_falls_silent_keeps_its_place() {
        Site before = site(List.of(2, 2));
        Site after = new Facts(before).say("desk@desk", 9000, ElementId.host("h1"), LINK, LinkState.HANGS).site;

        Picture one = Layout.of(before, Options.DEFAULT);
        Picture other = Layout.of(after, Options.DEFAULT);

        ElementId host = ElementId.host("h1");
        assertThat(other.boundsOf(host)).isEqualTo(one.boundsOf(host));
        assertThat(words(one)).noneMatch(text -> text.startsWith("silent"));
        assertThat(words(other)).anyMatch(text -> text.startsWith("silent"));
    }

    @Test
    void a_host_that_was_never_heard_says_on_its_card_what_to_do() {
        Facts facts = new Facts(site(List.of(1)))
                .say("desk@desk", 9000, ElementId.host("new"), LINK, LinkState.REFUSED)
                .say(
                        "desk@desk",
                        9000,
                        ElementId.host("new"),
                        LINK_DETAIL,
                        "Is libvirtd running, and listening there?");
        Picture picture = Layout.of(facts.site, Options.DEFAULT);

        Box card = picture.boundsOf(ElementId.host("new")).orElseThrow();
        assertThat(String.join(" ", words(picture))).contains("Is libvirtd running,");
        assertThat(picture.within(card, 1).stream()
                        .filter(shape -> shape instanceof Shape.Label
                                && shape.id().equals(ElementId.host("new"))
                                && shape.bounds().y() > card.y() + 50))
                .isNotEmpty()
                .allMatch(line -> card.contains(line.bounds()));
    }

    @Test
    void hosts_stand_in_the_order_in_which_people_count() {
        List<Integer> twelve = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            twelve.add(1);
        }
        Picture picture = Layout.of(site(twelve), Options.DEFAULT);

        assertThat(picture.hosts()).extracting(ElementId::key).containsSubsequence("h2", "h10", "h11");
    }

    @Test
    void sixty_hosts_are_cards_and_more_are_cells() {
        assertThat(Layout.of(site(java.util.Collections.nCopies(60, 0)), Options.DEFAULT)
                        .level(1))
                .isEqualTo(Picture.Level.CARDS);
        Picture cells = Layout.of(site(java.util.Collections.nCopies(61, 0)), Options.DEFAULT);
        assertThat(cells.level(0.04)).isEqualTo(Picture.Level.CELLS);
        assertThat(cells.hosts())
                .hasSize(61)
                .allMatch(host -> cells.boundsOf(host).isPresent());
    }

    @Test
    void a_point_finds_the_innermost_element_and_the_host_below_it() {
        Picture picture = Layout.of(site(List.of(3)), Options.DEFAULT);
        ElementId vm = ElementId.vm("vm-0-1");
        Box chip = picture.boundsOf(vm).orElseThrow();

        assertThat(picture.at(chip.centreX(), chip.centreY(), 1, EnumSet.allOf(Layer.class)))
                .contains(vm);
        assertThat(picture.hostAt(chip.centreX(), chip.centreY())).contains(ElementId.host("h0"));
        assertThat(picture.at(-500, -500, 1, EnumSet.allOf(Layer.class))).isEmpty();
    }

    @Test
    void a_vm_nobody_holds_has_a_place_all_the_same() {
        ElementId vm = ElementId.vm("lost");
        Site site = new Facts(site(List.of(1))).say("elsewhere@nowhere", 1, vm, NAME, "lost").site;

        assertThat(Layout.of(site, Options.DEFAULT).boundsOf(vm)).isPresent();
    }

    @Test
    void an_empty_site_is_an_empty_picture() {
        Picture picture = Layout.of(Site.empty("nothing"), Options.DEFAULT);
        assertThat(picture.shapes()).isEmpty();
        assertThat(picture.at(0, 0, 1, EnumSet.allOf(Layer.class))).isEmpty();
    }

    @Test
    void a_vm_that_runs_twice_stands_on_both_hosts_and_says_so() {
        ElementId vm = ElementId.vm("vm-0-0");
        Site site = new Facts(site(List.of(1, 1)))
                .running("h1", vm)
                .running("h0", vm, 60_000)
                .running("h1", vm, 60_000)
                .site;
        Picture picture = Layout.of(site, Options.DEFAULT);

        assertThat(picture.placesOf(vm)).hasSize(2);
        assertThat(picture.vmsOf(ElementId.host("h0"))).contains(vm);
        assertThat(picture.vmsOf(ElementId.host("h1"))).contains(vm);
        assertThat(words(picture).stream().filter("runs twice"::equals)).hasSize(2);
    }

    static List<String> words(Picture picture) {
        List<String> words = new ArrayList<>();
        for (Shape shape : picture.shapes()) {
            if (shape instanceof Shape.Label label) {
                words.add(label.words());
            }
        }
        return words;
    }

    /** Hosts h0, h1, … with as many running VMs each as the list says. */
    static Site site(List<Integer> vmsPerHost) {
        Facts facts = new Facts(Site.empty("test"));
        for (int host = 0; host < vmsPerHost.size(); host++) {
            String source = "libvirt@h" + host;
            ElementId id = ElementId.host("h" + host);
            facts.say(source, 1000, id, NAME, "h" + host).say(source, 1000, id, LINK, LinkState.CONNECTED);
            for (int vm = 0; vm < vmsPerHost.get(host); vm++) {
                ElementId guest = ElementId.vm("vm-" + host + "-" + vm);
                facts.say(source, 1000, guest, NAME, "guest " + vm)
                        .say(source, 1000, guest, MEMORY, 1L << 28 + vm % 8)
                        .running("h" + host, guest);
            }
        }
        assertThat(facts.site.all(ElementKind.HOST).map(Element::kind)).hasSize(vmsPerHost.size());
        return facts.site;
    }
}
