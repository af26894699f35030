package org.redoubt.topology.picture;

import java.util.List;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * Site → Picture. Rows give spatial memory: network above, hosts in the middle, storage below. An element's place
 * depends on who is there, never on how they are; the same site gives the same picture. Takes time in the number of
 * elements.
 */
public final class Layout {

    /** More hosts than this are drawn as cells. */
    public static final int MOST_CARDS = 60;

    private Layout() {}

    /** The picture of {@code site}, at the level of detail that its size allows. */
    public static Picture of(Site site, Options options) {
        Census census = new Census(site);
        int hosts =
                census.groups().stream().mapToInt(group -> group.hosts().size()).sum();
        if (hosts == 0) {
            return new Picture.Sketch().finished(Picture.Level.CARDS);
        }
        return hosts > MOST_CARDS ? Cells.of(census, options) : cards(census, options);
    }

    private static Picture cards(Census census, Options options) {
        Picture.Sketch sketch = new Picture.Sketch();
        Cabling cabling = new Cabling(census);
        NetworkBand network = new NetworkBand(census, cabling);
        StorageBand storage = new StorageBand(census, cabling);
        int vms = (int) census.site().all(ElementKind.VM).count();
        int hosts =
                census.groups().stream().mapToInt(group -> group.hosts().size()).sum();
        double above = network.height(hosts > 8);
        Floor floor = Floor.best(census, vms, options, above, storage.height());
        for (Floor.Stretch stretch : floor.stretches) {
            caption(sketch, stretch, census.site());
        }
        network.draw(sketch, floor);
        storage.draw(sketch, floor);
        HostCards cards = new HostCards(sketch, census, options);
        for (Floor.Slot slot : floor.slots) {
            cards.draw(slot.host(), slot.box());
        }
        Sides sides = new Sides(sketch, census);
        for (Floor.Slot slot : floor.slots) {
            sides.draw(slot.host(), slot.box());
        }
        network.finish();
        storage.finish();
        strays(sketch, census, floor, storage.height());
        return sketch.finished(Picture.Level.CARDS);
    }

    private static void caption(Picture.Sketch sketch, Floor.Stretch stretch, Site site) {
        if (stretch.caption().isEmpty()) {
            return;
        }
        Box box = stretch.box();
        ElementId id = stretch.id().orElse(new ElementId(ElementKind.CLUSTER, "none"));
        Shape.Label label = new Shape.Label(
                id,
                Layer.BASE,
                box.x(),
                box.y() - 18,
                box.width(),
                stretch.caption(),
                13,
                true,
                Shape.Align.START,
                Tone.DIM,
                Glyph.NONE);
        sketch.add(label);
        if (stretch.id().isPresent()) {
            sketch.place(id, label.bounds().grown(4));
        }
    }

    /** VMs that run nowhere and are defined nowhere that is known: a shelf of their own, below everything. */
    private static void strays(Picture.Sketch sketch, Census census, Floor floor, double below) {
        List<Census.Tenant> strays = census.strays();
        if (strays.isEmpty()) {
            return;
        }
        double y = floor.bottom() + below + 40;
        ElementId shelf = new ElementId(ElementKind.VM_GROUP, "on no known host");
        sketch.host(shelf);
        sketch.add(new Shape.Label(
                shelf,
                Layer.BASE,
                0,
                y - 12,
                floor.width,
                "on no known host",
                13,
                true,
                Shape.Align.START,
                Tone.DIM,
                Glyph.NONE));
        int perRow = Math.max(1, (int) ((floor.width + 8) / 160));
        for (int i = 0; i < strays.size(); i++) {
            Box box = new Box(i % perRow * 160, y + i / perRow * 28.0, 152, 24);
            ChipColumn.draw(sketch, shelf, List.of(strays.get(i)), box, false);
        }
    }
}
