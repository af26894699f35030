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
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.Words;

/** How a cluster's frame looks: its name, what is the matter with it where its site says so, else how many hosts it has. */
final class FrameFace {

    /** The foot of the caption's letters, below the frame's upper edge. */
    private static final double BASE = 260;
    /** At which the whole of a large site is seen: there words need the most room. */
    private static final double AFAR = 0.027;

    private static final double LETTERS = 12;

    private FrameFace() {}

    static List<Shape> of(Site site, Grounds.Frame frame) {
        Census.Group group = frame.group();
        ElementId id = group.id().orElse(new ElementId(ElementKind.CLUSTER, "none"));
        Optional<Element> cluster = group.id().flatMap(site::find);
        Tone trouble = cluster.map(Equipment::trouble).orElse(Tone.NORMAL);
        boolean amiss = trouble.abnormal();
        Box box = frame.box();
        String words = amiss
                ? Equipment.matter(site, cluster.orElseThrow())
                : Words.count(group.hosts().size(), "host", "hosts");
        String name = group.caption().isEmpty() ? site.name() : group.caption();
        double room = box.width() - 2 * Grounds.PAD;
        double left = Math.min(room * 0.7, Lettering.width(name, LETTERS, true) / AFAR);
        return List.of(
                new Shape.Card(
                        id, Layer.BASE, box, Surface.FRAME, amiss ? trouble : Tone.LINE, Stroke.SOLID, amiss ? 2 : 1),
                new Shape.Label(
                        id,
                        Layer.BASE,
                        box.x() + Grounds.PAD,
                        box.y() + BASE,
                        left,
                        name,
                        13,
                        true,
                        Shape.Align.START,
                        Tone.TEXT,
                        Glyph.NONE),
                new Shape.Label(
                        id,
                        Layer.BASE,
                        box.right() - Grounds.PAD,
                        box.y() + BASE,
                        room - left - LETTERS / 2 / AFAR,
                        words,
                        13,
                        amiss,
                        Shape.Align.END,
                        amiss ? trouble : Tone.DIM,
                        amiss ? Glyph.DIAMOND : Glyph.NONE));
    }

    static Shape caption(Bands.Caption caption) {
        return new Shape.Label(
                caption.id(),
                caption.layer(),
                caption.x(),
                caption.middle(),
                caption.room(),
                caption.words(),
                13,
                true,
                Shape.Align.START,
                Tone.FAINT,
                Glyph.NONE);
    }
}
