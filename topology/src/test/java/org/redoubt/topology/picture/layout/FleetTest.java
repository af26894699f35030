package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;

/** The picture of a large site, whoever is on it and whatever happens there. */
class FleetTest {

    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);
    private static final double[] ZOOMS = {0.04, 0.14, 0.3, 0.6, 0.85, 1.2};
    private static final Set<ElementKind> PLACED = EnumSet.of(
            ElementKind.CLUSTER,
            ElementKind.HOST,
            ElementKind.VM,
            ElementKind.NETWORK_PORT,
            ElementKind.HBA_PORT,
            ElementKind.POWER_SUPPLY,
            ElementKind.BMC,
            ElementKind.NETWORK,
            ElementKind.SWITCH,
            ElementKind.SWITCH_PORT,
            ElementKind.FABRIC_SWITCH,
            ElementKind.STORAGE_ARRAY,
            ElementKind.STORAGE_CONTROLLER,
            ElementKind.VOLUME,
            ElementKind.POWER_FEED);

    private static Picture full(FleetSite fleet) {
        return Layout.of(fleet.site, Options.DEFAULT);
    }

    private static Box everything(Picture picture) {
        return picture.bounds().grown(5000);
    }

    @Property(tries = 20)
    void what_is_made_from_the_picture_before_is_what_is_made_from_nothing(
            @ForAll long seed, @ForAll @IntRange(min = 61, max = 90) int hosts) {
        FleetSite fleet = new FleetSite(seed, hosts, 3);
        Random chance = new Random(seed);
        Picture picture = full(fleet);
        for (int step = 0; step < 12; step++) {
            if (step % 3 == 0) {
                picture.within(everything(picture), ZOOMS[chance.nextInt(ZOOMS.length)]);
                picture.links();
            }
            for (int i = 0; i < chance.nextInt(5); i++) {
                fleet.happen();
            }
            if (chance.nextInt(3) == 0) {
                fleet.move();
            }
            Picture next = Layout.after(picture, fleet.site, Options.DEFAULT);
            same(next, full(fleet));
            patched(picture, next);
            picture = next;
        }
    }

    private static void same(Picture one, Picture other) {
        assertThat(one.hosts()).isEqualTo(other.hosts());
        assertThat(one.bounds()).isEqualTo(other.bounds());
        for (double zoom : ZOOMS) {
            assertThat(one.within(everything(one), zoom)).isEqualTo(other.within(everything(one), zoom));
        }
        assertThat(told(one.links())).isEqualTo(told(other.links()));
    }

    private static List<String> told(Links links) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < links.count(); i++) {
            lines.add(links.from(i) + " " + links.to(i) + " " + links.tone(i) + " " + links.stroke(i) + " "
                    + links.x1(i) + " " + links.y1(i) + " " + links.x2(i) + " " + links.y2(i));
        }
        return lines;
    }

    /** Whatever is in one of them alone lies in a place that is said to be different. */
    private static void patched(Picture before, Picture after) {
        for (double zoom : ZOOMS) {
            Optional<List<Box>> patches = after.since(before, everything(after), zoom);
            if (patches.isPresent()) {
                Set<Shape> old = new HashSet<>(before.within(everything(after), zoom));
                Set<Shape> now = new HashSet<>(after.within(everything(after), zoom));
                Set<Shape> different = new HashSet<>(old);
                different.addAll(now);
                different.removeIf(shape -> old.contains(shape) && now.contains(shape));
                for (Shape shape : different) {
                    assertThat(patches.get()).anyMatch(patch -> patch.contains(shape.bounds()));
                }
            }
        }
    }

    @Property(tries = 20)
    void no_two_hosts_or_switches_share_a_place_and_all_are_in_their_frames(
            @ForAll long seed,
            @ForAll @IntRange(min = 61, max = 200) int hosts,
            @ForAll @IntRange(min = 1, max = 30) int c) {
        FleetSite fleet = new FleetSite(seed, hosts, c);
        Picture picture = full(fleet);
        Map<ElementId, Box> clusters = picture.clusters();
        List<Box> units = new ArrayList<>();
        for (ElementKind kind :
                List.of(ElementKind.HOST, ElementKind.SWITCH, ElementKind.FABRIC_SWITCH, ElementKind.STORAGE_ARRAY)) {
            fleet.site
                    .all(kind)
                    .forEach(unit -> units.add(picture.boundsOf(unit.id()).orElseThrow()));
        }
        for (int i = 0; i < units.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(units.get(i).overlaps(units.get(j))).isFalse();
            }
        }
        fleet.site.hosts().forEach(host -> {
            Box frame = clusters.get(Census.clusterOf(host).orElseThrow());
            assertThat(frame.contains(picture.boundsOf(host.id()).orElseThrow()))
                    .isTrue();
        });
        List<Box> frames = List.copyOf(clusters.values());
        for (int i = 0; i < frames.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(frames.get(i).overlaps(frames.get(j))).isFalse();
            }
        }
    }

    @Property(tries = 8)
    void every_element_is_reached_at_some_zoom_and_vms_lie_inside_their_hosts(@ForAll long seed) {
        FleetSite fleet = new FleetSite(seed, 70, 4);
        Picture picture = full(fleet);
        fleet.site.elements().filter(element -> PLACED.contains(element.kind())).forEach(element -> {
            boolean empty = element.kind() == ElementKind.CLUSTER
                    && picture.boundsOf(element.id()).isEmpty();
            if (!empty) {
                reached(picture, element);
            }
        });
        for (ElementId host : picture.hosts()) {
            Box card = picture.boundsOf(host).orElseThrow();
            for (ElementId vm : picture.vmsOf(host)) {
                assertThat(picture.placesOf(vm)).anyMatch(card::contains);
            }
        }
    }

    private static void reached(Picture picture, Element element) {
        List<Box> places = picture.placesOf(element.id());
        assertThat(places).as(element.id().toString()).isNotEmpty();
        boolean frame = element.kind() == ElementKind.CLUSTER;
        for (Box box : places) {
            double x = frame ? box.x() + 5 : box.centreX();
            double y = frame ? box.y() + 5 : box.centreY();
            boolean found = false;
            for (double zoom : ZOOMS) {
                found |=
                        picture.at(x, y, zoom, ALL).filter(element.id()::equals).isPresent();
            }
            assertThat(found).as(element.id().toString()).isTrue();
        }
    }

    @Property(tries = 10)
    void a_card_with_more_than_a_hundred_vms_shows_each_as_a_cell_of_its_own(@ForAll long seed) {
        Picture picture = full(new FleetSite(seed, 61, 2));
        ElementId crowded = ElementId.host("h0");
        List<Box> cells = new ArrayList<>();
        picture.vmsOf(crowded).forEach(vm -> cells.add(picture.boundsOf(vm).orElseThrow()));
        assertThat(cells).hasSizeGreaterThan(110);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(Math.min(cells.get(i).width(), cells.get(i).height())).isGreaterThan(8);
            for (int j = 0; j < i; j++) {
                assertThat(cells.get(i).overlaps(cells.get(j))).isFalse();
            }
        }
    }

    @Property(tries = 20)
    void how_things_are_moves_nothing(@ForAll long seed) {
        FleetSite fleet = new FleetSite(seed, 65, 3);
        Map<ElementId, List<Box>> before = places(fleet);
        for (int i = 0; i < 40; i++) {
            fleet.happen();
        }
        assertThat(places(fleet)).isEqualTo(before);
    }

    private static Map<ElementId, List<Box>> places(FleetSite fleet) {
        Picture picture = full(fleet);
        Map<ElementId, List<Box>> places = new HashMap<>();
        fleet.site
                .elements()
                .filter(element -> PLACED.contains(element.kind()))
                .forEach(element -> places.put(element.id(), picture.placesOf(element.id())));
        return places;
    }

    @Property(tries = 40)
    void a_host_that_comes_moves_nobody_in_another_cluster(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int clusters, @ForAll @IntRange(max = 29) int to) {
        FleetSite fleet = new FleetSite(seed, 150, clusters);
        Picture before = full(fleet);
        ElementId cluster = FleetSite.cluster(to % clusters);
        fleet.host(150, to % clusters);
        fleet.pass();
        Picture after = full(fleet);
        boolean hadRoom = before.boundsOf(cluster)
                        .map(Box::height)
                        .equals(after.boundsOf(cluster).map(Box::height))
                && before.boundsOf(cluster)
                        .map(Box::width)
                        .equals(after.boundsOf(cluster).map(Box::width));
        for (ElementId host : before.hosts()) {
            ElementId own =
                    Census.clusterOf(fleet.site.host(host).orElseThrow()).orElseThrow();
            if (!own.equals(cluster)) {
                assertThat(inFrame(after, own, host)).isEqualTo(inFrame(before, own, host));
                if (hadRoom) {
                    assertThat(after.boundsOf(host)).isEqualTo(before.boundsOf(host));
                }
            }
        }
    }

    private static Box inFrame(Picture picture, ElementId cluster, ElementId host) {
        Box frame = picture.boundsOf(cluster).orElseThrow();
        return picture.boundsOf(host).orElseThrow().moved(-frame.x(), -frame.y());
    }

    @Property(tries = 10)
    void pointing_finds_what_going_through_everything_finds(@ForAll long seed) {
        FleetSite fleet = new FleetSite(seed, 65, 3);
        Picture picture = full(fleet);
        Random chance = new Random(seed);
        Map<ElementId, List<Box>> places = places(fleet);
        List<ElementId> some = new ArrayList<>(places.keySet());
        for (int i = 0; i < 300; i++) {
            double zoom = ZOOMS[chance.nextInt(ZOOMS.length)];
            List<Box> near = places.get(some.get(chance.nextInt(some.size())));
            Box about = near.isEmpty() ? picture.bounds() : near.getFirst().grown(30);
            double x = about.x() + chance.nextDouble() * about.width();
            double y = about.y() + chance.nextDouble() * about.height();
            Picture.Level level = picture.level(zoom);
            Optional<ElementId> expected = Optional.empty();
            double least = Double.MAX_VALUE;
            for (Map.Entry<ElementId, List<Box>> entry : places.entrySet()) {
                for (Box box : entry.getValue()) {
                    boolean smaller = box.width() * box.height() < least;
                    if (box.contains(x, y) && smaller && told(entry.getKey(), level, picture, box)) {
                        least = box.width() * box.height();
                        expected = Optional.of(entry.getKey());
                    }
                }
            }
            Optional<ElementId> found = picture.at(x, y, zoom, EnumSet.complementOf(EnumSet.of(Layer.RINGS)));
            assertThat(found).as(x + ", " + y + " at " + zoom).isEqualTo(expected);
        }
    }

    /** Whether an element is told at a level: from afar only what is drawn. */
    private static boolean told(ElementId id, Picture.Level level, Picture picture, Box box) {
        return switch (level) {
            case CELLS ->
                id.kind() == ElementKind.CLUSTER
                        || picture.within(box, 0.04).stream()
                                .anyMatch(shape -> shape.id().equals(id) && shape instanceof Shape.Card);
            case VMS ->
                switch (id.kind()) {
                    case NETWORK_PORT, HBA_PORT, POWER_SUPPLY, BMC, SWITCH_PORT, VOLUME, STORAGE_CONTROLLER -> false;
                    default -> true;
                };
            case CARDS ->
                switch (id.kind()) {
                    case NETWORK_PORT, HBA_PORT, POWER_SUPPLY, BMC -> false;
                    default -> true;
                };
            case PORTS -> true;
        };
    }
}
