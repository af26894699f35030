package org.redoubt.controllers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.FactSource;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class WatchTest {

    /** A source that says what the test says. */
    private static final class Mouth implements FactSource {
        private final Source source;
        private volatile Consumer<? super Fact> sink;

        Mouth(String where) {
            source = new Source("libvirt", where);
        }

        void says(long sequence, Assertion<?>... said) {
            sink.accept(new Fact.Report(source, sequence, sequence, List.of(said)));
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public void start(Consumer<? super Fact> listener) {
            sink = listener;
        }

        @Override
        public void close() {}
    }

    private static final ElementId ONE = ElementId.host("one");

    private final HandClock clock = new HandClock();
    private final Changes changes = new Changes();
    private final Mouth one = new Mouth("one");
    private final Mouth two = new Mouth("two");
    private final Watch watch = new Watch(Site.empty("small"), List.of(one, two), clock.desk());

    private void start() {
        watch.onChange(changes::happened);
        watch.start();
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private Optional<String> name() {
        return watch.newest().find(ONE).map(element -> element.name());
    }

    @Test
    void whatIsSaidIsSeen() {
        start();
        one.says(1, new Assertion<>(ONE, Attributes.NAME, "node-1"));
        changes.await("it is seen", () -> name().equals(Optional.of("node-1")));
    }

    @Test
    void timePassesByTheDesksClock() {
        start();
        clock.set(5_000);
        changes.await("a tick is folded", () -> watch.newest().now() == 5_000);
        clock.set(9_000);
        changes.await("another is", () -> watch.newest().now() == 9_000);
    }

    @Test
    void aBurstIsFoldedAndNotLost() {
        start();
        List<ElementId> hosts =
                IntStream.range(0, 100).mapToObj(i -> ElementId.host("h" + i)).toList();
        for (int i = 1; i <= 100_000; i++) {
            one.says(i, new Assertion<>(hosts.get(i % 100), Attributes.MEMORY_FREE, (long) i));
        }
        changes.await(
                "the last of it is seen",
                () -> watch.newest()
                        .host(hosts.getFirst())
                        .flatMap(host -> host.value(Attributes.MEMORY_FREE))
                        .equals(Optional.of(100_000L)));
        assertThat(watch.newest().hosts()).hasSize(100);
        changes.await("all of it is", () -> watch.newest().now() == 100_000);
        for (int i = 99_901; i <= 100_000; i++) {
            assertThat(watch.newest().host(hosts.get(i % 100)).orElseThrow().value(Attributes.MEMORY_FREE))
                    .contains((long) i);
        }
    }

    @Test
    void whoeverStillConnectsHasNotAnswered() {
        start();
        one.says(1, new Assertion<>(ONE, Attributes.LINK, LinkState.CONNECTING));
        two.says(
                1,
                new Assertion<>(ElementId.host("two"), Attributes.LINK, LinkState.REFUSED),
                new Assertion<>(ElementId.host("two"), Attributes.LINK_DETAIL, "connection refused"));
        changes.await("both are seen", () -> watch.newest().hosts().count() == 2);
        changes.await("one has answered", () -> watch.heardOnce().contains(two.source()));
        assertThat(watch.heardOnce()).containsExactly(two.source());
        assertThat(watch.sources()).containsExactlyInAnyOrder(one.source(), two.source());
        one.says(2, new Assertion<>(ONE, Attributes.LINK, LinkState.CONNECTED));
        changes.await(
                "it is connected", () -> watch.newest().host(ONE).orElseThrow().link() == LinkState.CONNECTED);
        assertThat(watch.heardOnce()).containsExactly(two.source());
        one.says(3, new Assertion<>(ONE, Attributes.MEMORY_FREE, 1L));
        changes.await("both have", () -> watch.heardOnce().size() == 2);
    }

    @Test
    void whateverAFileSaysIsItsAnswer() {
        start();
        Source file = new Source(Source.SITE_FILE, "small");
        one.sink.accept(new Fact.Report(
                file, 1, 0, List.of(new Assertion<>(ONE, Attributes.ADDRESS, "qemu+ssh://root@one/system"))));
        changes.await("it counts", () -> watch.heardOnce().contains(file));
    }

    @Test
    void aListenerThatBreaksStopsNothing() {
        AtomicInteger calls = new AtomicInteger();
        watch.onChange(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
            }
        });
        start();
        one.says(1, new Assertion<>(ONE, Attributes.NAME, "node-1"));
        changes.await("it is folded", () -> calls.get() >= 1);
        one.says(2, new Assertion<>(ONE, Attributes.NAME, "node-2"));
        changes.await("it is seen", () -> name().equals(Optional.of("node-2")));
    }

    @Test
    void closedItHearsNothingMore() {
        start();
        one.says(1, new Assertion<>(ONE, Attributes.NAME, "node-1"));
        changes.await("it is seen", () -> name().isPresent());
        watch.close();
        one.says(2, new Assertion<>(ONE, Attributes.NAME, "node-2"));
        assertThat(name()).contains("node-1");
    }

    @Test
    void whatNeverStartedCloses() {
        watch.close();
        assertThat(watch.newest()).isEqualTo(Site.empty("small"));
    }
}
