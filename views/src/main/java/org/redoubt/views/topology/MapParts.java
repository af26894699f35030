package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.util.Duration;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.views.parts.Unhurried;
import org.redoubt.views.words.Shown;

/** What lies over the map as controls of its own: where one is, the whole site in a corner, what is said of something. */
final class MapParts {

    private static final double EDGE = 12;
    private static final double AWAY = 18;
    /** Half of the chip that is carried, and some. */
    private static final double BESIDE_CHIP = 92;

    private static final int NAME = 32;

    private final MapView map;
    private final Crumbs crumbs = new Crumbs();
    private final Minimap minimap;
    private final HoverCard card = new HoverCard();
    private final TargetList targets = new TargetList();
    private final Unhurried<Site> regular = new Unhurried<>(this::survey, this::pause);
    private Regions regions = Regions.NONE;
    private Palette palette = Palette.DARK;
    private double ui = 1;
    private Optional<ElementId> said = Optional.empty();
    private Site saidOf = Site.empty("");

    MapParts(MapView map, Outlook outlook) {
        this.map = map;
        this.minimap = new Minimap(outlook::centre);
    }

    List<Node> nodes() {
        return List.of(minimap, crumbs, card, targets);
    }

    TargetList targets() {
        return targets;
    }

    Regions regions() {
        return regions;
    }

    /** There is a newer site: the corner shows it, of a large site once in a while. */
    void show(Site site) {
        regular.offer(site);
    }

    private Duration pause(Site site) {
        return map.crowded() ? Duration.seconds(1) : Duration.millis(250);
    }

    private void survey(Site site) {
        regions = Regions.of(site, map.picture());
        drawCorner();
        map.changed();
    }

    void look(Palette theme, double scale) {
        palette = theme;
        ui = scale;
        drawCorner();
    }

    private void drawCorner() {
        minimap.draw(map.site(), map.picture(), regions, palette, ui);
    }

    /** Puts everything where it belongs now. */
    void arrange(Outlook outlook, Optional<Overlay.Hover> hovered, Optional<Overlay.Held> held, double legend) {
        boolean partial = outlook.partial() && !outlook.following();
        minimap.setVisible(partial && minimap.getWidth() > 0);
        minimap.view(outlook.view());
        minimap.relocate(
                map.getWidth() - minimap.getWidth() - EDGE, map.getHeight() - legend - minimap.getHeight() - 4);
        crumbs.show(partial ? way(outlook.view()) : List.of());
        if (crumbs.isVisible()) {
            crumbs.applyCss();
            crumbs.autosize();
            crumbs.relocate(EDGE, EDGE);
        }
        hover(hovered.filter(on -> held.isEmpty()), outlook);
        targets.setVisible(held.isPresent() && map.crowded());
        if (targets.isVisible()) {
            Camera camera = outlook.camera();
            double x = Math.clamp(camera.screenX(held.get().x()), 0, Math.max(0, map.getWidth()));
            double y = Math.clamp(camera.screenY(held.get().y()), 0, Math.max(0, map.getHeight()));
            Beside.place(targets, x, y, BESIDE_CHIP * ui, AWAY, map.getWidth(), map.getHeight() - legend);
        }
    }

    private void hover(Optional<Overlay.Hover> hovered, Outlook outlook) {
        card.setVisible(hovered.isPresent());
        if (hovered.isEmpty()) {
            said = Optional.empty();
            return;
        }
        Overlay.Hover on = hovered.get();
        if (!said.equals(Optional.of(on.id())) || saidOf != map.site()) {
            said = Optional.of(on.id());
            saidOf = map.site();
            card.say(map.words().card(on.id()));
        }
        Camera camera = outlook.camera();
        Beside.place(card, camera.screenX(on.x()), camera.screenY(on.y()), AWAY, AWAY, map.getWidth(), map.getHeight());
    }

    private List<Crumbs.Step> way(Box view) {
        List<Crumbs.Step> steps = new ArrayList<>();
        steps.add(new Crumbs.Step(Shown.text(map.site().name(), NAME), map::fit));
        for (ElementId id : Way.to(map.picture(), regions, view)) {
            steps.add(new Crumbs.Step(Shown.text(map.site().nameOf(id), NAME), () -> map.flyTo(id)));
        }
        return steps;
    }

    /** One step back out: from a host to its cluster, from there to the site. */
    void out(Outlook outlook) {
        List<ElementId> way = Way.to(map.picture(), regions, outlook.viewAhead());
        Optional<ElementId> around = way.size() > 1 && way.getFirst().kind() == ElementKind.CLUSTER
                ? Optional.of(way.getFirst())
                : Optional.empty();
        around.ifPresentOrElse(map::flyTo, map::fit);
    }
}
