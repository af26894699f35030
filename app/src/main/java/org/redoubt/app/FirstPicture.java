package org.redoubt.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.Source;
import org.redoubt.views.fx.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how long it took from the start of this process until a picture with all sources in it had been drawn. */
final class FirstPicture {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPicture.class);

    private FirstPicture() {}

    static void log(Watch watch, SiteAgents agents) {
        Set<Source> awaited = agents.sources().stream().map(FactSource::source).collect(Collectors.toUnmodifiableSet());
        AtomicBoolean logged = new AtomicBoolean();
        Pulse<Runnable> toolkit = new Pulse<>(Runnable::run);
        if (awaited.isEmpty()) { // all of it is known already
            Instant known = Instant.now();
            toolkit.offer(() -> afterTwoFrames(() -> say(known)));
            return;
        }
        watch.onChange(() -> {
            if (!logged.get() && watch.heardOnce().containsAll(awaited) && logged.compareAndSet(false, true)) {
                Instant known = Instant.now();
                toolkit.offer(() -> afterTwoFrames(() -> say(known)));
            }
        });
    }

    /** What was drawn in the first frame is on the screen when the second one begins. */
    static void afterTwoFrames(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 3) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static void say(Instant known) {
        Instant now = Instant.now();
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> LOG.info(
                        "first full picture {} ms after the start, {} ms after all of it was known",
                        Duration.between(start, now).toMillis(),
                        Duration.between(known, now).toMillis()));
    }
}
