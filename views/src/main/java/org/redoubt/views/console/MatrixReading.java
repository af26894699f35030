package org.redoubt.views.console;

import java.util.Optional;
import java.util.function.Consumer;
import org.redoubt.controllers.watch.Follower;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.ElementId;
import org.redoubt.views.fx.Pulse;
import org.redoubt.views.heartbeat.BeatLines;
import org.redoubt.views.heartbeat.HeartbeatMatrix;

/** The heartbeat matrix, whose lines are judged on a thread of their own for as long as somebody reads them. */
final class MatrixReading {

    private final HeartbeatMatrix matrix;
    private final Follower follower;
    private volatile boolean read;

    /** @param rest milliseconds between two sites that it shows */
    MatrixReading(Watch watch, long rest, Consumer<Optional<ElementId>> select) {
        matrix = new HeartbeatMatrix(select, this::ask);
        Pulse<BeatLines.View> views = new Pulse<>(matrix::show);
        BeatLines lines = new BeatLines();
        follower = watch.follow("heartbeats", rest, site -> {
            if (read) {
                views.offer(lines.follow(site, watch.heartbeats(), matrix.wish()));
            }
        });
    }

    HeartbeatMatrix matrix() {
        return matrix;
    }

    /** Whether anybody reads it. */
    void read(boolean now) {
        if (now && !read) {
            read = true;
            ask();
        }
        read = now;
    }

    private void ask() {
        follower.ask();
    }

    void end() {
        follower.end();
    }
}
