package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.SIDE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Tone;

/** Every cable of a large site: from hosts' ports to switches, between switches, to arrays and feeds; and cluster rings. */
final class Weaving {

    private static final List<ElementKind> STORAGE = List.of(ElementKind.FABRIC_SWITCH, ElementKind.STORAGE_ARRAY);

    /** All lines, and at which of them each unit's begin. */
    record Woven(Links links, int[] starts) {}

    private final Contents contents;
    private final Grounds grounds;
    private final HostFace hosts;
    private Links.Draft draft = new Links.Draft();
    private ElementId ringed;
    private List<Element> ringsBefore = List.of();

    Weaving(Contents contents, Grounds grounds) {
        this.contents = contents;
        this.grounds = grounds;
        this.hosts = new HostFace(contents);
    }

    Woven woven() {
        int[] starts = new int[grounds.units.size() + 1];
        for (int unit = 0; unit < grounds.units.size(); unit++) {
            weave(unit);
            starts[unit + 1] = draft.count();
        }
        return new Woven(draft.finished(), starts);
    }

    /** The same but for the lines of some units; empty where one has more or fewer than it had. */
    Optional<Woven> again(Woven before, Set<Integer> units) {
        Map<Integer, Links> others = new HashMap<>();
        for (int unit : units) {
            draft = new Links.Draft();
            weave(unit);
            if (draft.count() != before.starts()[unit + 1] - before.starts()[unit]) {
                return Optional.empty();
            }
            others.put(before.starts()[unit], draft.finished());
        }
        return Optional.of(new Woven(before.links().with(others), before.starts()));
    }

    private void weave(int index) {
        Unit unit = grounds.units.get(index);
        if (unit.role() != Unit.Role.HOST) {
            equipment(unit);
            return;
        }
        ports(unit, ElementKind.NETWORK_PORT, List.of(ElementKind.SWITCH), Layer.NETWORK);
        ports(unit, ElementKind.HBA_PORT, STORAGE, Layer.STORAGE);
        power(unit, unit.id());
        ring(index == 0 ? null : grounds.units.get(index - 1), unit);
    }

    private void ports(Unit unit, ElementKind kind, List<ElementKind> far, Layer layer) {
        List<Cabling.Lead> leads = hosts.leads(unit.id(), kind, far);
        for (int i = 0; i < leads.size(); i++) {
            Cabling.Lead lead = leads.get(i);
            Unit end = lead.far().map(this::unit).orElse(null);
            if (end != null) {
                Box port = HostFace.port(unit, kind, i, leads);
                Stroke stroke = lead.condition() == Cabling.Condition.DOWN ? Stroke.DOTTED : stroke(lead.side());
                draft.add(
                        lead.port(),
                        end.id(),
                        layer,
                        Leads.tone(lead),
                        stroke,
                        lead.side().orElse(null),
                        port.centreX(),
                        port.centreY(),
                        end.box().centreX(),
                        end.box().centreY());
            }
        }
    }

    private static Stroke stroke(Optional<Side> side) {
        return side.filter(Side.B::equals).isPresent() ? Stroke.DASHED : Stroke.SOLID;
    }

    private Unit unit(ElementId id) {
        Integer index = grounds.index.get(id);
        return index == null ? null : grounds.units.get(index);
    }

    private void power(Unit unit, ElementId host) {
        for (ElementId id : contents.vital(host)) {
            if (id.kind() == ElementKind.POWER_SUPPLY) {
                contents.site().find(id).ifPresent(supply -> fed(unit, supply));
            }
        }
    }

    private void fed(Unit unit, Element supply) {
        for (ElementId feed : supply.refs(FED_BY)) {
            Optional<Side> side =
                    supply.value(SIDE).or(() -> contents.site().find(feed).flatMap(end -> end.value(SIDE)));
            boolean right = side.filter(Side.B::equals).isPresent();
            double x = right ? unit.box().right() : unit.box().x();
            line(supply, feed, Layer.POWER, side, x, unit.box().y() + 108);
        }
    }

    /** From one host of a cluster to the next: rings go round. */
    private void ring(Unit before, Unit unit) {
        List<Element> links = contents.rings(unit.id());
        List<Element> others =
                before == null ? List.of() : before.id().equals(ringed) ? ringsBefore : contents.rings(before.id());
        ringed = unit.id();
        ringsBefore = links;
        for (int i = 0; i < Math.min(links.size(), others.size()); i++) {
            Element link = links.get(i);
            ElementId ring = Sides.ringOf(link);
            if (ring.equals(Sides.ringOf(others.get(i)))) {
                Tone trouble = Equipment.trouble(link);
                double down = 0.62 * unit.box().height() + 14.0 * i;
                draft.add(
                        link.id(),
                        ring,
                        Layer.RINGS,
                        trouble,
                        trouble == Tone.CRITICAL ? Stroke.DOTTED : i == 0 ? Stroke.SOLID : Stroke.DASHED,
                        null,
                        before.box().centreX(),
                        before.box().y() + down,
                        unit.box().centreX(),
                        unit.box().y() + down);
            }
        }
    }

    private void equipment(Unit unit) {
        Element element = contents.site().find(unit.id()).orElse(null);
        if (element == null) {
            return;
        }
        cables(unit, element);
        contents.parts(ElementKind.STORAGE_CONTROLLER, unit.id()).forEach(controller -> cables(unit, controller));
    }

    private void cables(Unit unit, Element from) {
        for (ElementId to : from.refs(CABLED_TO)) {
            boolean twice = to.compareTo(from.id()) < 0
                    && contents.site()
                            .find(to)
                            .filter(end -> end.refs(CABLED_TO).contains(from.id()))
                            .isPresent();
            if (!twice) {
                Optional<Side> side =
                        from.value(SIDE).or(() -> contents.site().find(to).flatMap(end -> end.value(SIDE)));
                line(
                        from,
                        to,
                        unit.layer(),
                        side,
                        unit.box().centreX(),
                        unit.box().centreY());
            }
        }
    }

    private void line(Element from, ElementId to, Layer layer, Optional<Side> side, double x, double y) {
        Unit end = unit(to);
        if (end == null) {
            return;
        }
        Tone trouble = Equipment.trouble(from);
        if (!trouble.abnormal()) {
            trouble = contents.site().find(to).map(Equipment::trouble).orElse(Tone.NORMAL);
        }
        Tone tone = trouble.abnormal()
                ? trouble
                : side.map(of -> of == Side.A ? Tone.SIDE_A : Tone.SIDE_B).orElse(Tone.NORMAL);
        Box box = end.box();
        Stroke stroke = trouble == Tone.CRITICAL ? Stroke.DOTTED : stroke(side);
        draft.add(from.id(), to, layer, tone, stroke, side.orElse(null), x, y, box.centreX(), box.centreY());
    }
}
