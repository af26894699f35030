package org.redoubt.views.topology;

import javafx.animation.Interpolator;
import org.redoubt.topology.picture.Box;

/**
 * From where the map is looked at: it fits the site into the window until the operator looks elsewhere, flies where it
 * is asked to, and never so far away that nothing is left to be seen.
 */
final class Outlook {

    private static final double LARGEST_FIT = 1.25;
    /** How much smaller than fitting the site may get. */
    private static final double SMALLEST = 0.6;

    private static final double NOTCH_MILLIS = 110;
    private static final double LENGTH_MILLIS = 190;
    private static final double SHORTEST = 180;
    private static final double LONGEST = 900;

    private final Runnable changed;
    private final Flight flight = new Flight(this::look);
    private Camera camera = new Camera(1, 0, 0);
    private boolean following = true;
    private Box site = new Box(0, 0, 0, 0);
    private double width;
    private double height;
    private double below;
    private double ui = 1;

    /** @param changed called whenever what is seen is different */
    Outlook(Runnable changed) {
        this.changed = changed;
    }

    /**
     * The site or the window is another; what follows it goes on doing so.
     *
     * @param legend what is taken away from the window at its lower edge
     */
    void room(Box bounds, double windowWidth, double windowHeight, double legend, double scale) {
        site = bounds;
        width = windowWidth;
        height = windowHeight;
        below = legend;
        ui = scale;
        if (following && flight.destination().filter(fitting()::equals).isEmpty()) {
            flight.stop();
            camera = fitting();
        }
        changed.run();
    }

    Camera camera() {
        return camera;
    }

    /** Whether all of the site is shown, and will be. */
    boolean following() {
        return following;
    }

    /** Whether it is on its way to somewhere else. */
    boolean flying() {
        return flight.destination().isPresent();
    }

    /** What is seen of the map. */
    Box view() {
        return camera.view(width, height - below);
    }

    /** What will be seen of it where it is flying to. */
    Box viewAhead() {
        return flight.destination().orElse(camera).view(width, height - below);
    }

    /** Whether something of the site lies outside the window. */
    boolean partial() {
        return !view().grown(1).contains(site);
    }

    /** All of the site, from now on. */
    void follow() {
        following = true;
        fly(fitting());
    }

    /** Follows at once, without a flight. */
    void followNow() {
        following = true;
        flight.stop();
        camera = fitting();
        changed.run();
    }

    /** Nearer or farther by a factor, in a short flight; what lies under the point stays there. */
    void zoom(double factor, double x, double y) {
        Camera to = nearer(flight.destination().orElse(camera), factor, x, y);
        following = false;
        flight.fly(Course.straight(camera, to), NOTCH_MILLIS, Interpolator.EASE_OUT);
    }

    /** The same at once, for what comes in many small steps. */
    void zoomNow(double factor, double x, double y) {
        lookFreely(nearer(camera, factor, x, y));
    }

    void pan(double byX, double byY) {
        lookFreely(camera.moved(byX, byY));
    }

    /** Puts a point of the map into the middle. */
    void centre(double mapX, double mapY) {
        lookFreely(new Camera(
                camera.scale(), width / 2 - mapX * camera.scale(), (height - below) / 2 - mapY * camera.scale()));
    }

    /** Flies until {@code box} is in the middle, at this scale. */
    void flyTo(Box box, double scale) {
        following = false;
        fly(new Camera(scale, width / 2 - box.centreX() * scale, (height - below) / 2 - box.centreY() * scale));
    }

    /** Flies until all of {@code box} fills the window, no larger than {@code most}. */
    void flyTo(Box box) {
        following = false;
        fly(Camera.on(box, width, height - below, Camera.CLOSEST / 2));
    }

    private void fly(Camera to) {
        Course course = Course.arched(camera, kept(to), width, height - below);
        flight.fly(course, Math.clamp(course.length() * LENGTH_MILLIS, SHORTEST, LONGEST), Interpolator.EASE_BOTH);
    }

    private void lookFreely(Camera from) {
        flight.stop();
        following = false;
        look(kept(from));
    }

    private Camera nearer(Camera from, double factor, double x, double y) {
        double least = Math.min(fitting().scale() * SMALLEST, Camera.CLOSEST * ui);
        return kept(from.zoomed(factor, x, y, least, Camera.CLOSEST * ui));
    }

    private Camera kept(Camera wanted) {
        return wanted.kept(site, width, height - below);
    }

    private Camera fitting() {
        return Camera.on(site, width, height - below, LARGEST_FIT * ui);
    }

    private void look(Camera from) {
        camera = from;
        changed.run();
    }
}
