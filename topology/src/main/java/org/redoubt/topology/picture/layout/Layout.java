package org.redoubt.topology.picture.layout;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Tone;

/**
 * Site → Picture. Rows give spatial memory: network above, hosts in the middle, storage below. An element's place
 * depends on who is there, never on how they are; the same site gives the same picture. Takes time in the number of
 * elements.
 */
public final class Layout {

    /** More hosts than this are a fleet: cells from afar, cards from near. */
    public static final int MOST_CARDS = 60;

    private final Sketch sketch = new Sketch();
    private final Census census;
    private final Options options;

    private Layout(Census census, Options options) {
        this.census = census;
        this.options = options;
    }

    /** The picture of {@code site}, at the level of detail that its size allows. */
    public static Picture of(Site site, Options options) {
        Census census = new Census(site);
        int hosts = census.hosts();
        if (hosts == 0) {
            return new Sketch().finished(Picture.Level.CARDS);
        }
        return hosts > MOST_CARDS ? Fleet.of(census, options) : new Layout(census, options).cards();
    }

    /**
     * The same as {@link #of}, made from the picture of an earlier snapshot of the same site: on a large site in time in
     * what changed.
     */
    public static Picture after(Picture before, Site site, Options options) {
        Optional<Fleet> next = before instanceof Fleet fleet ? fleet.after(site, options) : Optional.empty();
        return next.isPresent() ? next.get() : of(site, options);
    }

    /**
     * Whether nothing but time has passed from one snapshot of a small site to the next, and its picture tells nothing of
     * that. A large site's makes the next in no time by itself.
     */
    public static boolean still(Site before, Site after) {
        return after.hosts().limit(MOST_CARDS + 1L).count() <= MOST_CARDS && Stillness.between(before, after);
    }

    private Picture cards() {
        Cabling cabling = new Cabling(census);
        NetworkBand network = new NetworkBand(census, cabling);
        StorageBand storage = new StorageBand(census, cabling);
        int vms = (int) census.site().all(ElementKind.VM).count();
        Measures.Rows rows = new Measures.Rows(network.present(), storage.hasFabrics(), storage.hasArrays());
        Floor floor = Floor.best(census.groups(), vms, options, rows);
        Sides sides = new Sides(sketch, census);
        network.draw(sketch, floor);
        storage.draw(sketch, floor);
        floor.stretches.forEach(this::caption);
        sides.rings(floor);
        HostCards cards = new HostCards(sketch, census, options);
        for (Floor.Slot slot : floor.slots) {
            cards.draw(slot.host(), slot.box());
        }
        for (Floor.Slot slot : floor.slots) {
            sides.draw(slot.host(), slot.box());
        }
        sides.feeds(floor, storage.occupied());
        network.finish();
        storage.finish();
        strays(floor);
        return sketch.finished(Picture.Level.CARDS);
    }

    private void caption(Floor.Stretch stretch) {
        if (stretch.caption().isEmpty()) {
            return;
        }
        Box box = stretch.box();
        ElementId id = stretch.id().orElse(new ElementId(ElementKind.CLUSTER, "none"));
        Optional<Element> cluster = stretch.id().flatMap(census.site()::find);
        Tone trouble = cluster.map(Equipment::trouble).orElse(Tone.NORMAL);
        Shape.Label name =
                words(id, box.x(), box.y() - 16, box.width() / 2, stretch.caption(), 13, Tone.DIM, Glyph.NONE);
        if (trouble.abnormal()) {
            double x = box.x() + name.width() * 1.3 + 12;
            words(
                    id,
                    x,
                    box.y() - 16,
                    box.right() - x,
                    Equipment.matter(census.site(), cluster.orElseThrow()),
                    12,
                    trouble,
                    trouble == Tone.CRITICAL ? Glyph.CROSS : Glyph.TRIANGLE);
        }
        if (stretch.id().isPresent()) {
            sketch.place(id, Layer.BASE, name.bounds().grown(4));
        }
    }

    /** Words that lines may pass behind. */
    private Shape.Label words(
            ElementId id, double x, double y, double room, String words, double size, Tone tone, Glyph lead) {
        Shape.Label label =
                new Shape.Label(id, Layer.BASE, x, y, room, words, size, true, Shape.Align.START, tone, lead);
        sketch.add(label.halo());
        sketch.add(label);
        return label;
    }

    /** VMs that run nowhere and are defined nowhere that is known: a shelf of their own, below everything. */
    private void strays(Floor floor) {
        List<Census.Tenant> strays = census.strays();
        if (strays.isEmpty()) {
            return;
        }
        double y = floor.bottom() + floor.measures.below() + 40;
        ElementId shelf = new ElementId(ElementKind.VM_GROUP, "on no known host");
        sketch.host(shelf);
        words(shelf, 0, y - 12, floor.width, "on no known host", 13, Tone.DIM, Glyph.NONE);
        int perRow = Math.max(1, (int) ((floor.width + 8) / 160));
        for (int i = 0; i < strays.size(); i++) {
            Box box = new Box(i % perRow * 160, y + i / perRow * 28.0, 152, 24);
            ChipColumn.draw(sketch, shelf, List.of(strays.get(i)), box, false);
        }
    }
}
