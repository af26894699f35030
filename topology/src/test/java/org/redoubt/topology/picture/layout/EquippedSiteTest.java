package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.COORDINATOR;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.OFFERS;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.POOL;
import static org.redoubt.topology.model.Attributes.RAID;
import static org.redoubt.topology.model.Attributes.REACHES;
import static org.redoubt.topology.model.Attributes.SIDE;
import static org.redoubt.topology.model.Attributes.SPARES;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/** A site with two of everything: what is drawn of switches, fabrics, arrays, power and rings, well and broken. */
class EquippedSiteTest {

    private static final ElementId HOST = ElementId.host("h0");
    private static final ElementId SWITCH_A = new ElementId(ElementKind.SWITCH, "core-a");
    private static final ElementId SWITCH_B = new ElementId(ElementKind.SWITCH, "core-b");
    private static final ElementId FABRIC_A = new ElementId(ElementKind.FABRIC_SWITCH, "fabric-a");
    private static final ElementId FABRIC_B = new ElementId(ElementKind.FABRIC_SWITCH, "fabric-b");
    private static final ElementId ARRAY = new ElementId(ElementKind.STORAGE_ARRAY, "array-1");
    private static final ElementId HBA_0 = HOST.part(ElementKind.HBA_PORT, "hba0");
    private static final ElementId HBA_1 = HOST.part(ElementKind.HBA_PORT, "hba1");
    private static final ElementId NIC_0 = HOST.part(ElementKind.NETWORK_PORT, "nic0");

    private final Facts facts = new Facts(LayoutTest.site(List.of(2, 3, 1)));

    @BeforeEach
    void equip() {
        for (Side side : Side.values()) {
            String letter = side.name().toLowerCase(Locale.ROOT);
            say(new ElementId(ElementKind.SWITCH, "core-" + letter), SIDE, side);
            say(new ElementId(ElementKind.FABRIC_SWITCH, "fabric-" + letter), SIDE, side);
            say(new ElementId(ElementKind.POWER_FEED, "feed-" + letter), SIDE, side);
            ElementId controller = ARRAY.part(ElementKind.STORAGE_CONTROLLER, letter);
            say(controller, PART_OF, ARRAY);
            say(controller, NAME, "controller " + side);
            say(controller, CABLED_TO, List.of(new ElementId(ElementKind.FABRIC_SWITCH, "fabric-" + letter)));
        }
        say(SWITCH_A, CABLED_TO, List.of(SWITCH_B));
        say(ARRAY, NAME, "array-1");
        say(ARRAY, RAID, "RAID6");
        say(ARRAY, SPARES, 1L);
        for (int h = 0; h < 3; h++) {
            plug(ElementId.host("h" + h));
        }
    }

    private void plug(ElementId host) {
        for (int i = 0; i < 2; i++) {
            String letter = i == 0 ? "a" : "b";
            ElementId nic = host.part(ElementKind.NETWORK_PORT, "nic" + i);
            ElementId hba = host.part(ElementKind.HBA_PORT, "hba" + i);
            ElementId supply = host.part(ElementKind.POWER_SUPPLY, "psu" + i);
            say(nic, NAME, "nic" + i);
            say(nic, PART_OF, host);
            facts.say("ssh@" + host.key(), 1000, nic, UP, true);
            // A cable is claimed by either end, and ends in a port of the switch.
            ElementId port =
                    new ElementId(ElementKind.SWITCH, "core-" + letter).part(ElementKind.SWITCH_PORT, host.key() + i);
            say(port, PART_OF, new ElementId(ElementKind.SWITCH, "core-" + letter));
            say(port, CABLED_TO, List.of(nic));
            say(hba, NAME, "hba" + i);
            facts.say("ssh@" + host.key(), 1000, hba, UP, true);
            say(hba, CABLED_TO, List.of(new ElementId(ElementKind.FABRIC_SWITCH, "fabric-" + letter)));
            say(supply, FED_BY, List.of(new ElementId(ElementKind.POWER_FEED, "feed-" + letter)));
        }
    }

    private <T> void say(ElementId id, Attribute<T> attribute, T value) {
        facts.say("site-file@test", 1000, id, attribute, value);
    }

    private Picture picture() {
        return Layout.of(facts.site, Options.DEFAULT);
    }

    @Test
    void rows_stand_in_their_order_from_above() {
        Picture picture = picture();
        double switches = box(picture, SWITCH_A).bottom();
        Box card = box(picture, HOST);
        Box fabric = box(picture, FABRIC_A);

        assertThat(switches).isLessThan(card.y());
        assertThat(card.bottom()).isLessThan(fabric.y());
        assertThat(fabric.bottom()).isLessThan(box(picture, ARRAY).y());
        assertThat(box(picture, SWITCH_A).x()).isLessThan(box(picture, SWITCH_B).x());
        assertThat(box(picture, FABRIC_A).x()).isLessThan(box(picture, FABRIC_B).x());
    }

    @Test
    void every_port_is_wired_to_its_switch_by_either_ends_word() {
        Picture picture = picture();

        assertThat(wires(picture, NIC_0)).singleElement().satisfies(wire -> {
            assertThat(wire.to()).isEqualTo(SWITCH_A);
            assertThat(wire.tone()).isEqualTo(Tone.SIDE_A);
            assertThat(wire.stroke()).isEqualTo(Stroke.SOLID);
            touches(wire, box(picture, NIC_0), box(picture, SWITCH_A));
        });
        assertThat(wires(picture, HBA_1)).singleElement().satisfies(wire -> {
            assertThat(wire.tone()).isEqualTo(Tone.SIDE_B);
            assertThat(wire.stroke()).isEqualTo(Stroke.DASHED);
            touches(wire, box(picture, HBA_1), box(picture, FABRIC_B));
        });
    }

    private static void touches(Shape.Wire wire, Box port, Box equipment) {
        List<Double> points = wire.points();
        Box start = new Box(points.get(0), points.get(1), 0, 0).grown(1);
        Box end = new Box(points.get(points.size() - 2), points.getLast(), 0, 0).grown(1);
        assertThat(start.overlaps(equipment)).as("starts at the equipment").isTrue();
        assertThat(end.overlaps(port)).as("ends at the port").isTrue();
    }

    @Test
    void a_broken_path_is_dotted_says_since_when_and_its_twin_is_the_last() {
        facts.say("ssh@h0", 60_000, HBA_1, UP, false).tick(133_000);
        Picture picture = picture();

        assertThat(wires(picture, HBA_1)).singleElement().satisfies(wire -> {
            assertThat(wire.stroke()).isEqualTo(Stroke.DOTTED);
            assertThat(wire.tone()).isEqualTo(Tone.CRITICAL);
        });
        assertThat(wires(picture, HBA_0)).singleElement().satisfies(wire -> {
            assertThat(wire.tone()).isEqualTo(Tone.WARNING);
            assertThat(wire.weight()).isGreaterThan(2);
        });
        assertThat(labels(picture))
                .anyMatch(label -> label.words().equals("link down 1 min 13 s") && label.lead() == Glyph.CROSS);
    }

    @Test
    void sources_that_disagree_about_a_port_are_a_warning() {
        facts.say("ssh@h0", 5000, HBA_1, UP, true)
                .say("snmp@fabric-b", 4900, HBA_1, UP, false)
                .say("snmp@fabric-b", 5100, HBA_1, UP, false);

        assertThat(wires(picture(), HBA_1)).allMatch(wire -> wire.tone() == Tone.WARNING);
    }

    @Test
    void with_every_path_up_nothing_is_coloured_for_trouble() {
        Picture picture = picture();

        assertThat(picture.shapes()).noneMatch(EquippedSiteTest::abnormal);
    }

    private static boolean abnormal(Shape shape) {
        return switch (shape) {
            case Shape.Card card -> card.edge().abnormal();
            case Shape.Wire wire -> wire.tone().abnormal();
            case Shape.Label label -> label.tone().abnormal();
            case Shape.Mark mark -> mark.tone().abnormal();
            case Shape.Bar bar -> bar.tone().abnormal();
            case Shape.Spark spark -> spark.tone().abnormal();
            case Shape.Fading fading -> abnormal(fading.shape());
        };
    }

    @Test
    void an_array_shows_its_raid_its_controllers_and_its_trouble() {
        assertThat(words(picture())).contains("array-1", "RAID6 · 1 spare", "controller A", "controller B");

        facts.say("snmp@array-1", 2000, ARRAY, HEALTH, Health.DEGRADED)
                .say("snmp@array-1", 2000, ARRAY, DETAIL, "rebuilding");
        assertThat(labels(picture()))
                .anyMatch(label -> label.words().equals("rebuilding") && label.tone() == Tone.WARNING);
    }

    @Test
    void a_failed_switch_says_so_beside_its_name() {
        facts.say("snmp@core-a", 2000, SWITCH_A, HEALTH, Health.FAILED);

        assertThat(labels(picture()))
                .anyMatch(label ->
                        label.id().equals(SWITCH_A) && label.words().equals("down") && label.lead() == Glyph.CROSS);
    }

    @Test
    void each_side_of_power_is_a_plug_with_its_letter_and_a_dead_one_a_cross() {
        ElementId supply = HOST.part(ElementKind.POWER_SUPPLY, "psu1");
        Picture well = picture();
        assertThat(labels(well))
                .anyMatch(label ->
                        label.id().equals(supply) && label.words().equals("B") && label.layer() == Layer.POWER);
        assertThat(box(well, supply).centreX()).isEqualTo(box(well, HOST).right());

        facts.say("bmc@h0", 2000, supply, UP, false);
        assertThat(picture().shapes())
                .anyMatch(shape ->
                        shape instanceof Shape.Mark mark && mark.id().equals(supply) && mark.glyph() == Glyph.CROSS);
    }

    @Test
    void nothing_stands_on_anything_else() {
        Picture picture = picture();
        List<ElementId> standing = List.of(
                HOST,
                SWITCH_A,
                SWITCH_B,
                FABRIC_A,
                FABRIC_B,
                ARRAY,
                new ElementId(ElementKind.POWER_FEED, "feed-a"),
                new ElementId(ElementKind.POWER_FEED, "feed-b"));
        for (ElementId one : standing) {
            for (ElementId other : standing) {
                assertThat(one.equals(other) || !box(picture, one).overlaps(box(picture, other)))
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
    }

    @Test
    void a_cluster_has_its_caption_and_says_what_is_the_matter() {
        ElementId cluster = new ElementId(ElementKind.CLUSTER, "payroll");
        say(cluster, NAME, "payroll");
        say(HOST, MEMBER_OF, List.of(cluster));
        say(cluster, HEALTH, Health.DEGRADED);
        say(cluster, DETAIL, "1 of 3 nodes offline");
        Picture picture = picture();

        assertThat(words(picture)).contains("payroll", "in no cluster", "1 of 3 nodes offline");
        assertThat(picture.boundsOf(cluster)).isPresent();
    }

    @Test
    void a_cluster_that_came_apart_says_so_whatever_else_is_the_matter() {
        ElementId cluster = new ElementId(ElementKind.CLUSTER, "payroll");
        say(HOST, MEMBER_OF, List.of(cluster));
        facts.say("pacemaker@h0", 5000, cluster, NAME, "payroll")
                .say("pacemaker@h0", 5000, cluster, COORDINATOR, ElementId.host("h0"))
                .say("pacemaker@h1", 5000, cluster, COORDINATOR, ElementId.host("h1"));

        assertThat(words(picture())).anyMatch(words -> words.startsWith("split brain: "));
    }

    @Test
    void members_that_disagree_on_how_a_cluster_is_do_not_make_it_fine() {
        ElementId cluster = new ElementId(ElementKind.CLUSTER, "payroll");
        say(HOST, MEMBER_OF, List.of(cluster));
        facts.say("pacemaker@h0", 5000, cluster, NAME, "payroll")
                .say("pacemaker@h0", 5000, cluster, HEALTH, Health.OK)
                .say("pacemaker@h1", 5000, cluster, HEALTH, Health.FAILED);

        assertThat(words(picture())).contains("sources disagree");
    }

    @Test
    void a_late_heartbeat_is_a_word_on_the_card_and_colours_its_line() {
        ElementId ring = new ElementId(ElementKind.RING, "payroll/1");
        ElementId link = ring.part(ElementKind.RING, "h0");
        ElementId cluster = new ElementId(ElementKind.CLUSTER, "payroll");
        say(cluster, NAME, "payroll");
        say(ring, NAME, "payroll ring 1");
        say(ring, PART_OF, cluster);
        say(link, PART_OF, ring);
        say(link, CABLED_TO, List.of(NIC_0));
        say(link, BEAT_EXPECTED, 1000L);
        facts.say("pacemaker@payroll", 50_000, link, BEAT, 2100L).tick(50_500);
        Picture picture = picture();

        assertThat(labels(picture))
                .anyMatch(label -> label.id().equals(HOST)
                        && label.words().equals("ring 1 late 2.1 s")
                        && label.lead() == Glyph.TRIANGLE);
        assertThat(picture.shapes())
                .anyMatch(shape -> shape instanceof Shape.Spark spark && spark.tone() == Tone.WARNING);

        facts.say("pacemaker@payroll", 52_000, link, UP, false);
        assertThat(words(picture())).contains("no ring hears it");
    }

    @Test
    void history_draws_a_spike_a_beat() {
        facts.say("x@x", 10_000, HOST, BEAT_EXPECTED, 1000L).say("x@x", 10_000, HOST, BEAT, 1000L);
        Options history = new Options(1200, 780, Map.of(HOST, List.of(6000L, 7000L, 8000L, 9000L, 10_000L)));
        Shape.Spark spark = sparks(Layout.of(facts.site, history)).findFirst().orElseThrow();

        long spikes = 0;
        double top = spark.bounds().bottom() - 12;
        for (int i = 1; i < spark.points().size(); i += 2) {
            spikes += spark.points().get(i) <= top ? 1 : 0;
        }
        assertThat(spikes).isEqualTo(5);
    }

    @Test
    void memory_is_a_bar_and_a_word_and_unheard_memory_says_so() {
        assertThat(words(picture())).contains("memory not heard");

        facts.say("libvirt@h0", 3000, HOST, MEMORY, 100L).say("libvirt@h0", 3000, HOST, MEMORY_FREE, 29L);
        Picture picture = picture();
        assertThat(words(picture)).contains("mem 71%");
        assertThat(picture.shapes())
                .anyMatch(shape ->
                        shape instanceof Shape.Bar bar && bar.id().equals(HOST) && Math.abs(bar.share() - 0.71) < 1e-9);
    }

    @Test
    void on_a_host_that_is_not_heard_every_chip_is_hollow() {
        facts.say("desk@desk", 9000, HOST, org.redoubt.topology.model.Attributes.LINK, LinkState.LOST);
        Picture picture = picture();

        for (ElementId vm : picture.vmsOf(HOST)) {
            assertThat(card(picture, vm).surface()).isEqualTo(Surface.CHIP_HOLLOW);
            assertThat(card(picture, vm).stroke()).isEqualTo(Stroke.DASHED);
        }
        assertThat(card(picture, picture.vmsOf(ElementId.host("h1")).getFirst()).surface())
                .isEqualTo(Surface.CHIP);
    }

    @Test
    void a_vm_that_is_held_paused_elsewhere_is_arriving_there() {
        ElementId vm = ElementId.vm("vm-0-0");
        facts.say("libvirt@h1", 5000, vm, org.redoubt.topology.model.Attributes.STATE, RunState.PAUSED)
                .say("libvirt@h1", 5000, vm, org.redoubt.topology.model.Attributes.RUNS_ON, ElementId.host("h1"));
        Picture picture = picture();

        assertThat(words(picture)).contains("arriving");
        assertThat(picture.vmsOf(ElementId.host("h1"))).contains(vm);
        assertThat(picture.placesOf(vm)).hasSize(2);
    }

    @Test
    void a_hostile_name_keeps_to_its_chip() {
        ElementId vm = ElementId.vm("vm-0-0");
        facts.say("libvirt@h0", 5000, vm, NAME, "\u202Evm;reboot $(id)\u0000" + "長い名前".repeat(50));
        facts.say("libvirt@h0", 5000, HOST, NAME, "W".repeat(300));
        Picture picture = picture();

        Box card = box(picture, HOST);
        Box chip = picture.boundsOf(vm).orElseThrow();
        labels(picture).filter(label -> label.id().equals(vm)).forEach(label -> {
            assertThat(chip.contains(label.bounds())).isTrue();
            assertThat(label.words()).doesNotContain("\u202E", "\u0000");
        });
        labels(picture)
                .filter(label -> label.id().equals(HOST))
                .forEach(label -> assertThat(card.contains(label.bounds())).isTrue());
    }

    @Test
    void with_libvirt_alone_networks_and_pools_stand_in_for_switches_and_arrays() {
        Facts bare = new Facts(LayoutTest.site(List.of(2, 2)));
        ElementId network = new ElementId(ElementKind.NETWORK, "default");
        ElementId disk = new ElementId(ElementKind.VOLUME, "images/disk");
        bare.say("libvirt@h0", 1000, network, NAME, "default");
        bare.say("libvirt@h0", 1000, disk, NAME, "disk").say("libvirt@h0", 1000, disk, POOL, "images");
        for (int h = 0; h < 2; h++) {
            bare.say("libvirt@h" + h, 1000, ElementId.host("h" + h), OFFERS, List.of(network))
                    .say("libvirt@h" + h, 1000, ElementId.host("h" + h), REACHES, List.of(disk));
        }
        Picture picture = Layout.of(bare.site, Options.DEFAULT);

        assertThat(words(picture)).contains("default", "images", "1 volume");
        assertThat(wires(picture, network)).hasSize(2);
        assertThat(wires(picture, disk)).hasSize(2);
    }

    private static Box box(Picture picture, ElementId id) {
        return picture.boundsOf(id).orElseThrow();
    }

    private static Shape.Card card(Picture picture, ElementId id) {
        return picture.shapes().stream()
                .filter(shape -> shape instanceof Shape.Card && shape.id().equals(id))
                .map(Shape.Card.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Shape.Wire> all(Picture picture) {
        return picture.shapes().stream().filter(Shape.Wire.class::isInstance).map(Shape.Wire.class::cast);
    }

    private static List<Shape.Wire> wires(Picture picture, ElementId id) {
        return all(picture).filter(wire -> wire.id().equals(id)).toList();
    }

    private static Stream<Shape.Label> labels(Picture picture) {
        return picture.shapes().stream().filter(Shape.Label.class::isInstance).map(Shape.Label.class::cast);
    }

    private static Stream<Shape.Spark> sparks(Picture picture) {
        return picture.shapes().stream().filter(Shape.Spark.class::isInstance).map(Shape.Spark.class::cast);
    }

    private static List<String> words(Picture picture) {
        return labels(picture).map(Shape.Label::words).toList();
    }
}
