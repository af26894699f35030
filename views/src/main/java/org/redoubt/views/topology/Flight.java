package org.redoubt.views.topology;

import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/** Moves a camera smoothly to another place; a new flight replaces one that is under way. */
final class Flight {

    private static final Duration LENGTH = Duration.millis(220);

    private final Consumer<Camera> pilot;
    private Transition running;

    Flight(Consumer<Camera> pilot) {
        this.pilot = pilot;
    }

    void fly(Camera from, Camera to) {
        stop();
        running = new Transition() {
            {
                setCycleDuration(LENGTH);
                setInterpolator(Interpolator.EASE_BOTH);
            }

            @Override
            protected void interpolate(double part) {
                pilot.accept(part >= 1 ? to : from.towards(to, part));
            }
        };
        running.play();
    }

    void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }
}
