package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.HEALTH;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Countdown;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.HostCondition;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/** How a host of a large site looks, from a cell filled by its load to a card with its ports. */
final class HostFace {

    private static final double NAME = 14.5;
    /** In the middle of a card's head, which is empty but for it. */
    private static final double NAME_LINE = 33;

    private static final double MARK = 110;
    private static final double INSET = 24;

    private final Contents contents;
    private final Cabling cabling;

    HostFace(Contents contents) {
        this.contents = contents;
        this.cabling = new Cabling(contents, contents.reverse());
    }

    /** What is the matter with a host, in a mark and a tone. */
    private record Trouble(Glyph glyph, Tone tone) {
        static final Trouble NONE = new Trouble(Glyph.NONE, Tone.NORMAL);
        static final Trouble GAP = new Trouble(Glyph.TRIANGLE, Tone.WARNING);
    }

    Face face(Unit unit) {
        Site site = contents.site();
        Element.Host host = site.host(unit.id()).orElseThrow();
        Box box = unit.box();
        List<Element> rings = hearts(host.id());
        HostCondition condition = HostCondition.of(host, site.now());
        Trouble trouble = trouble(host, condition, Heartbeat.of(site, host, rings));
        boolean amiss = trouble != Trouble.NONE;
        Tone edge = amiss ? trouble.tone() : Tone.LINE;
        Stroke stroke = trouble.glyph() == Glyph.QUESTION ? Stroke.DASHED : Stroke.SOLID;

        List<Shape> far = new ArrayList<>(3);
        far.add(new Shape.Card(host.id(), Layer.BASE, box, Surface.CELL, edge, stroke, amiss ? 1.4 : 0));
        if (!condition.stale()) {
            double load = host.value(CPU_LOAD).or(() -> HostCards.used(host)).orElse(0.0);
            far.add(new Shape.Bar(host.id(), Layer.BASE, box.grown(-INSET), load, Tone.NORMAL));
        }
        List<Shape> ground = new ArrayList<>(3);
        ground.add(new Shape.Card(
                host.id(),
                Layer.BASE,
                box,
                Surface.CARD,
                edge,
                condition.stale() ? Stroke.DASHED : Stroke.SOLID,
                edge.abnormal() ? 1.8 : 1.2));
        Shape name = name(host, box, condition, amiss ? 30 : 0);
        if (amiss) {
            far.add(mark(host.id(), trouble, box.centreX(), box.centreY(), MARK));
            ground.add(mark(host.id(), trouble, box.right() - 26, box.y() + 24, 12));
        }
        return new Face(List.copyOf(far), List.copyOf(ground), List.of(name), until(site, host, rings));
    }

    /** The links to its rings, in no order. */
    private List<Element> hearts(ElementId host) {
        List<Element> hearts = new ArrayList<>(2);
        for (ElementId id : contents.vital(host)) {
            if (id.kind() == ElementKind.RING) {
                contents.site().find(id).ifPresent(hearts::add);
            }
        }
        return hearts;
    }

    private static Shape mark(ElementId host, Trouble trouble, double x, double y, double radius) {
        return new Shape.Mark(host, Layer.BASE, trouble.glyph(), x, y, radius, trouble.tone());
    }

    private static Shape.Label name(Element.Host host, Box box, HostCondition condition, double taken) {
        return new Shape.Label(
                host.id(),
                Layer.BASE,
                box.x() + HostCards.PAD,
                box.y() + NAME_LINE,
                box.width() - 2 * HostCards.PAD - taken,
                host.name(),
                NAME,
                true,
                Shape.Align.START,
                condition.stale() ? Tone.DIM : Tone.TEXT,
                Glyph.NONE);
    }

    /** The worst: of the host itself, of its heartbeat, else a part that failed or is the last of its kind. */
    private Trouble trouble(Element.Host host, HostCondition condition, Heartbeat heart) {
        if (!condition.words().isEmpty()) {
            return new Trouble(condition.glyph(), condition.tone());
        }
        if (heart.tone() == Tone.CRITICAL) {
            return new Trouble(Glyph.RING, Tone.CRITICAL);
        }
        boolean gap = heart.tone().abnormal()
                || host.value(HEALTH).filter(Health.DEGRADED::equals).isPresent();
        return gap || contents.amiss(host.id()) ? Trouble.GAP : Trouble.NONE;
    }

    /** When it looks otherwise though nothing is heard: a heartbeat that is heard in time now will be late then. */
    private static long until(Site site, Element.Host host, List<Element> rings) {
        // A clock that runs is read anew each second.
        long until = Countdown.of(host, site.now()).isPresent() ? site.now() + 1_000 : late(site, host);
        for (Element ring : rings) {
            until = Math.min(until, late(site, ring));
        }
        return until;
    }

    private static long late(Site site, Element heart) {
        for (Claim<Long> beat : heart.claims().about(BEAT)) {
            long late = Heartbeat.lateAt(beat, heart.value(BEAT_EXPECTED));
            return late > site.now() ? late : Long.MAX_VALUE;
        }
        return Long.MAX_VALUE;
    }

    Face.Inside inside(Unit unit) {
        Sketch sketch = new Sketch();
        Element.Host host = contents.site().host(unit.id()).orElseThrow();
        sketch.host(host.id());
        new HostCards(sketch, contents, Options.DEFAULT).vms(host, unit.box());
        return Face.Inside.of(sketch);
    }

    Face.Dress dress(Unit unit, Options options) {
        Element.Host host = contents.site().host(unit.id()).orElseThrow();
        Sketch card = new Sketch();
        new HostCards(card, contents, options).head(host, unit.box());
        Sketch ports = new Sketch();
        ports(ports, unit, ElementKind.NETWORK_PORT, List.of(ElementKind.SWITCH), Layer.NETWORK);
        ports(
                ports,
                unit,
                ElementKind.HBA_PORT,
                List.of(ElementKind.FABRIC_SWITCH, ElementKind.STORAGE_ARRAY),
                Layer.STORAGE);
        new Sides(ports, contents).draw(host, unit.box());
        List<Shape> shapes = card.shapes();
        return new Face.Dress(shapes.subList(0, 2), shapes.subList(2, shapes.size()), ports.shapes(), ports.places());
    }

    private void ports(Sketch sketch, Unit unit, ElementKind kind, List<ElementKind> far, Layer layer) {
        List<Cabling.Lead> leads = leads(unit.id(), kind, far);
        for (int i = 0; i < leads.size(); i++) {
            Cabling.Lead lead = leads.get(i);
            Leads.draw(sketch, layer, lead, port(unit, kind, i, leads));
        }
    }

    List<Cabling.Lead> leads(ElementId host, ElementKind kind, List<ElementKind> far) {
        return cabling.leads(host, kind, far);
    }

    /** The place of a port: those of the network above, those of the storage below. */
    static Box port(Unit unit, ElementKind kind, int nth, List<Cabling.Lead> leads) {
        return Leads.port(
                unit.box(),
                kind == ElementKind.NETWORK_PORT,
                nth,
                leads.size(),
                leads.get(nth).name());
    }
}
