package org.redoubt.agent.libvirt;

import java.time.Instant;
import java.util.SplittableRandom;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;

/** A desk with real clocks and threads, for tests that talk to real drivers. */
final class TestDesk {

    private static final DeskClock CLOCK = new DeskClock() {
        @Override
        public long millis() {
            return System.nanoTime() / 1_000_000;
        }

        @Override
        public long micros() {
            return System.nanoTime() / 1_000;
        }

        @Override
        public Instant wall() {
            return Instant.now();
        }
    };

    static final Desk DESK = new Desk(
            "desk-test",
            "tester",
            CLOCK,
            work -> Thread.ofPlatform().daemon().unstarted(work),
            new SplittableRandom(7));

    /** One for the process, as libvirt wants it. */
    static final LibvirtLibrary LIBRARY = new LibvirtLibrary(DESK);

    private TestDesk() {}
}
