package org.redoubt.views.topology;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
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

    private static final double LARGEST_FIT = 1.25;
    private static final double NEAR = 1.4;

    private final MapActions actions;
    private final MapCanvas canvas = new MapCanvas(this::changed);
    private final MapFurniture furniture = new MapFurniture();
    private final Rhythms rhythms = new Rhythms();
    private final Flight flight = new Flight(this::look);
    private final Pulse<Boolean> repaint = new Pulse<>(all -> paint());
    private final MapMoves moves;
    private final MapPointer pointer;

    private Site site = Site.empty("");
    private Picture picture = Layout.of(site, Options.DEFAULT);
    private Camera camera = new Camera(1, 0, 0);
    private Palette palette = Palette.DARK;
    private Set<Layer> layers = EnumSet.of(Layer.BASE, Layer.NETWORK, Layer.STORAGE, Layer.POWER);
    private boolean following = true;
    private double ui = 1;
    private double laidWidth = -1;
    private double laidHeight = -1;

    private Optional<ElementId> selected = Optional.empty();
    private Set<ElementId> lit = Set.of();
    private Optional<Overlay.Hover> hovered = Optional.empty();
    private Optional<Overlay.Held> held = Optional.empty();
    private Map<ElementId, HostAnswer> answers = Map.of();
    private List<Overlay.Progress> works = List.of();

    public MapView(MapActions actions) {
        this.actions = actions;
        this.moves = new MapMoves(this, actions);
        this.pointer = new MapPointer(this, moves);
        getStyleClass().add("map-view");
        setId("map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        setPrefSize(1200, 780);
        getChildren().addAll(canvas.layersFromBelow());
        getChildren().add(furniture);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        pointer.listen();
        new MapKeyboard(this, moves, actions).listen();
        focusedProperty().subscribe(this::speak);
        furniture.say(site, palette);
        speak();
    }

    /** Shows the newest snapshot; cheap when it is the one that is shown. */
    public void show(Site newest) {
        if (newest == site) {
            return;
        }
        boolean other = !newest.name().equals(site.name()) || picture.hosts().isEmpty();
        site = newest;
        rhythms.hear(newest);
        lay();
        if (other) {
            following = true;
        }
        furniture.say(site, palette);
        moves.siteChanged();
        follow();
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
        changed();
    }

    /** Shows everything this many times as large as usual; the layout is made for the room that is left. */
    public void scale(double times) {
        ui = times;
        furniture.scale(times);
        lay();
        follow();
    }

    /** Moves to an element until it is in the middle and readable. */
    public void flyTo(ElementId id) {
        picture.boundsOf(id).ifPresent(box -> {
            following = false;
            double scale = Math.max(camera.scale(), Math.min(NEAR, Math.max(1, getWidth() / (box.width() * 4))));
            flight.fly(
                    camera,
                    new Camera(scale, getWidth() / 2 - box.centreX() * scale, getHeight() / 2 - box.centreY() * scale));
        });
    }

    /** Shows all of the site, and goes on doing so when the window or the site changes. */
    public void fit() {
        following = true;
        flight.fly(camera, fitting());
    }

    /** The keyboard's way to move a VM: every host answers, arrows walk the hosts, Enter drops, Esc leaves. */
    public void chooseTarget(ElementId vm) {
        requestFocus();
        moves.choose(vm);
    }

    /** Where an element is seen, in this view's own pixels. */
    public Optional<Box> seen(ElementId id) {
        return picture.boundsOf(id)
                .map(box -> new Box(
                        camera.screenX(box.x()),
                        camera.screenY(box.y()),
                        box.width() * camera.scale(),
                        box.height() * camera.scale()));
    }

    /** What every host answers to the VM that is held; empty when none is. */
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
        return camera;
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

    void hold(Optional<Overlay.Held> now, Map<ElementId, HostAnswer> said) {
        held = now;
        answers = Map.copyOf(said);
        changed();
    }

    void hover(Optional<Overlay.Hover> now) {
        if (!now.equals(hovered)) {
            hovered = now;
            changed();
        }
    }

    /** Looks from elsewhere because the operator wants to: from now on the view stays there. */
    void lookFreely(Camera from) {
        flight.stop();
        following = false;
        look(from);
    }

    private void look(Camera from) {
        camera = from;
        changed();
    }

    private void lay() {
        double width = Math.max(320, getWidth() / ui);
        double height = Math.max(240, (getHeight() - furniture.height()) / ui);
        picture = Layout.of(site, new Options(width, height, rhythms.beats()));
    }

    private Camera fitting() {
        return Camera.on(picture.bounds(), getWidth(), getHeight() - furniture.height(), LARGEST_FIT * ui);
    }

    private void follow() {
        if (following) {
            flight.stop();
            camera = fitting();
        }
        changed();
    }

    private void changed() {
        repaint.offer(Boolean.TRUE);
    }

    private void speak() {
        setAccessibleText(HoverWords.spoken(site, selected));
    }

    @Override
    protected void layoutChildren() {
        furniture.resizeRelocate(0, 0, getWidth(), getHeight());
        if (getWidth() != laidWidth || getHeight() != laidHeight) {
            laidWidth = getWidth();
            laidHeight = getHeight();
            lay();
            follow();
            paint();
        }
    }

    /** Paints now what would be painted in the next pulse. */
    void paintNow() {
        paint();
    }

    private void paint() {
        Overlay overlay = new Overlay(selected, lit, hovered, held, answers, works);
        canvas.paint(new MapCanvas.View(picture, site, overlay, camera, palette, layers, ui, getWidth(), getHeight()));
        furniture.zoom(camera.scale());
    }

    MapCanvas canvas() {
        return canvas;
    }

    /** Whether an element is one that the keyboard walks to. */
    static boolean walked(ElementId id) {
        return id.kind() == ElementKind.HOST || id.kind() == ElementKind.VM;
    }
}
