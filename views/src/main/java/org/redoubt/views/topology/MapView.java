package org.redoubt.views.topology;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.layout.Layout;
import org.redoubt.views.fx.Pulse;

/**
 * The map of a site: draws the newest snapshot it was shown, lets things be chosen, and VMs be dragged to hosts. It
 * changes nothing itself; what the operator wants it tells its {@link MapActions}. Two canvases, no node per element;
 * it repaints at most once a pulse and only what changed. To be used on the toolkit's thread.
 */
public final class MapView extends Region {

    /** Nearer than natural size, but not by much: what one flies to. */
    private static final double NEAR = 1.4;

    /** Narrower than this on the screen a host cannot be read. */
    private static final double READABLE = 200;

    private final MapActions actions;
    private final MapCanvas canvas = new MapCanvas(this::changed);
    private final MapFurniture furniture = new MapFurniture();
    private final Rhythms rhythms = new Rhythms();
    private final Pulse<Boolean> repaint = new Pulse<>(all -> paint());
    private final Outlook outlook = new Outlook(this::moved);
    private final MapParts parts = new MapParts(this, outlook);
    private final MapMoves moves;
    private final MapPointer pointer;

    private Site site = Site.empty("");
    private Picture picture = Layout.of(site, Options.DEFAULT);
    private Palette palette = Palette.DARK;
    private Set<Layer> layers = EnumSet.of(Layer.BASE, Layer.NETWORK, Layer.STORAGE, Layer.POWER);
    private double ui = 1;
    private double laidWidth = -1;
    private double laidHeight = -1;

    private Optional<ElementId> selected = Optional.empty();
    private Set<ElementId> lit = Set.of();
    private Optional<Overlay.Hover> hovered = Optional.empty();
    private Optional<Overlay.Held> held = Optional.empty();
    private Map<ElementId, HostAnswer> answers = Map.of();
    private Set<ElementId> takers = Set.of();
    private List<Overlay.Progress> works = List.of();

    /** @param beside runs what thousands of hosts are asked, off the toolkit's thread */
    public MapView(MapActions actions, Executor beside) {
        this.actions = actions;
        this.moves = new MapMoves(this, actions, parts.targets(), beside);
        this.pointer = new MapPointer(this, outlook, moves);
        getStyleClass().add("map-view");
        setId("map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        setPrefSize(1200, 780);
        getChildren().addAll(canvas.layersFromBelow());
        getChildren().add(furniture);
        getChildren().addAll(parts.nodes());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        pointer.listen();
        new MapKeyboard(this, outlook, moves, actions).listen();
        focusedProperty().subscribe(this::speak);
        furniture.say(site, palette);
        speak();
    }

    /** Shows a snapshot of which nothing was learned before. */
    public void show(Site newest) {
        show(newest, Heartbeats.of(newest));
    }

    /** Shows the newest snapshot, and what was learned of its heartbeats; cheap when it is the one that is shown. */
    public void show(Site newest, Heartbeats learned) {
        if (newest == site) {
            return;
        }
        boolean other = !newest.name().equals(site.name()) || picture.hosts().isEmpty();
        boolean still = Layout.still(site, newest);
        site = newest;
        if (!still) {
            rhythms.hear(newest, learned);
            lay();
        }
        if (other) {
            outlook.followNow();
        }
        furniture.say(site, palette);
        moves.siteChanged();
        parts.show(newest);
        if (other || selected.isPresent()) {
            speak();
        }
    }

    /** Shows work under way on its chips. */
    public void works(List<ChipWork> running) {
        works = running.stream()
                .map(work -> new Overlay.Progress(work.vm(), work.to(), work.fraction(), work.words()))
                .toList();
        changed();
    }

    /** Marks {@code id} as chosen, and lights up {@code lit}; an empty set dims nothing. */
    public void select(Optional<ElementId> id, Set<ElementId> lit) {
        this.selected = id;
        this.lit = Set.copyOf(lit);
        speak();
        changed();
    }

    /** Shows these layers; the hosts are always there. */
    public void layers(Set<Layer> shown) {
        EnumSet<Layer> all = EnumSet.of(Layer.BASE);
        all.addAll(shown);
        layers = all;
        changed();
    }

    public void palette(Palette theme) {
        palette = theme;
        furniture.say(site, palette);
        parts.look(palette, ui);
        changed();
    }

    /** Shows everything this many times as large as usual; the layout is made for the room that is left. */
    public void scale(double times) {
        ui = times;
        furniture.scale(times);
        parts.look(palette, ui);
        lay();
    }

    /** Moves to an element until it is in the middle and readable; a cluster until it fills the window. */
    public void flyTo(ElementId id) {
        pointer.rest();
        if (id.kind() == ElementKind.CLUSTER && parts.regions().of(id).isPresent()) {
            outlook.flyTo(parts.regions().of(id).get().grown(READABLE / camera().scale() / 8));
            return;
        }
        picture.boundsOf(id).ifPresent(box -> {
            boolean host = id.kind() == ElementKind.HOST;
            double room = host
                    ? Math.min(getWidth() * 0.6 / box.width(), getHeight() * 0.8 / box.height())
                    : getWidth() / (4 * box.width());
            double scale = Math.min(Math.max(NEAR, 1.3 * READABLE / box.width()) * ui, room);
            outlook.flyTo(box, host ? scale : Math.max(scale, Math.min(camera().scale(), 2 * room)));
        });
    }

    /** One step back: from a host to its cluster, from there to all of the site. */
    public void flyOut() {
        parts.out(outlook);
    }

    /** Shows all of the site, and goes on doing so when the window or the site changes. */
    public void fit() {
        outlook.follow();
    }

    /** The keyboard's way to move a VM: every host answers, arrows walk the hosts, Enter drops, Esc leaves. */
    public void chooseTarget(ElementId vm) {
        requestFocus();
        pointer.rest();
        moves.choose(vm);
    }

    /** Where an element is seen, in this view's own pixels. */
    public Optional<Box> seen(ElementId id) {
        return picture.boundsOf(id)
                .map(box -> new Box(
                        camera().screenX(box.x()),
                        camera().screenY(box.y()),
                        box.width() * camera().scale(),
                        box.height() * camera().scale()));
    }

    /** What the hosts answer to the VM that is held, of a large site those that may take it; empty when none is held. */
    public Map<ElementId, HostAnswer> answers() {
        return answers;
    }

    public Optional<ElementId> selected() {
        return selected;
    }

    Site site() {
        return site;
    }

    Set<Layer> layers() {
        return layers;
    }

    Picture picture() {
        return picture;
    }

    Camera camera() {
        return outlook.camera();
    }

    /** Pixels a map unit, as if everything were shown at its usual size: how much is drawn depends on it. */
    double zoom() {
        return camera().scale() / ui;
    }

    /** Whether there are more hosts than can be read at once. */
    public boolean crowded() {
        return picture.hosts().size() > Layout.MOST_CARDS;
    }

    /** The cluster whose part of the map is at a point of this view. */
    Optional<ElementId> clusterAt(double x, double y) {
        return parts.regions().at(camera().mapX(x), camera().mapY(y));
    }

    /** What is said of the elements of the site that is shown. */
    HoverWords words() {
        return new HoverWords(
                site,
                picture,
                rhythms,
                host -> seen(host).filter(box -> box.width() < READABLE).isPresent());
    }

    Optional<ElementId> hovered() {
        return hovered.map(Overlay.Hover::id);
    }

    MapPointer pointer() {
        return pointer;
    }

    void choose(Optional<ElementId> id) {
        if (!id.equals(selected)) {
            select(id, Set.of());
            actions.selected(id);
        }
    }

    /** @param open what is not dimmed meanwhile; empty where nothing is */
    void hold(Optional<Overlay.Held> now, Map<ElementId, HostAnswer> said, Set<ElementId> open) {
        held = now;
        answers = said;
        takers = open;
        changed();
    }

    void hover(Optional<Overlay.Hover> now) {
        if (!now.equals(hovered)) {
            hovered = now;
            changed();
        }
    }

    private void lay() {
        double width = Math.max(320, getWidth() / ui);
        double height = Math.max(240, (getHeight() - furniture.height()) / ui);
        picture = Layout.after(picture, site, new Options(width, height, rhythms.beats()));
        outlook.room(picture.bounds(), getWidth(), getHeight(), furniture.height(), ui);
    }

    private void moved() {
        pointer.groundMoved();
        changed();
    }

    void changed() {
        repaint.offer(Boolean.TRUE);
    }

    private void speak() {
        setAccessibleText(words().spoken(selected));
    }

    @Override
    protected void layoutChildren() {
        furniture.resizeRelocate(0, 0, getWidth(), getHeight());
        if (getWidth() != laidWidth || getHeight() != laidHeight) {
            laidWidth = getWidth();
            laidHeight = getHeight();
            lay();
            paint();
        }
    }

    /** Paints now what would be painted in the next pulse. */
    void paintNow() {
        paint();
    }

    private void paint() {
        Overlay overlay = new Overlay(selected, takers.isEmpty() ? lit : takers, hovered, held, answers, works);
        canvas.paint(
                new MapCanvas.View(picture, site, overlay, camera(), palette, layers, ui, getWidth(), getHeight()));
        furniture.zoom(camera().scale(), picture.level(zoom()));
        parts.arrange(outlook, hovered, held, furniture.height());
    }

    /** Whether it is on its way to look at something else: what is seen will soon stand elsewhere. */
    public boolean flying() {
        return outlook.flying();
    }

    Outlook outlook() {
        return outlook;
    }

    MapCanvas canvas() {
        return canvas;
    }

    /** Whether an element is one that the keyboard walks to. */
    static boolean walked(ElementId id) {
        return id.kind() == ElementKind.HOST || id.kind() == ElementKind.VM;
    }
}
