package org.redoubt.views.topology;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/** Moves a camera smoothly to another place; a new flight replaces one that is under way, and anything else ends it. */
final class Flight {

    private final Consumer<Camera> pilot;
    private Transition running;
    private Camera destination;

    Flight(Consumer<Camera> pilot) {
        this.pilot = pilot;
    }

    void fly(Course course, double millis, Interpolator easing) {
        stop();
        destination = course.at(1);
        running = new Transition() {
            {
                setCycleDuration(Duration.millis(millis));
                setInterpolator(easing);
            }

            @Override
            protected void interpolate(double part) {
                if (part >= 1) {
                    destination = null;
                }
                pilot.accept(course.at(part));
            }
        };
        running.play();
    }

    /** Where it will be; empty where nothing is under way. */
    Optional<Camera> destination() {
        return Optional.ofNullable(destination);
    }

    void stop() {
        destination = null;
        if (running != null) {
            running.stop();
            running = null;
        }
    }
}
