package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;

/** What a test heard: the facts, and the site that they make. It waits for states, never for seconds. */
public final class Heard implements Consumer<Fact> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Fact.Report> reports = new ArrayList<>();
    private Site site = Site.empty("test");

    @Override
    public void accept(Fact fact) {
        lock.lock();
        try {
            if (fact instanceof Fact.Report report) {
                reports.add(report);
            }
            site = Folding.fold(site, fact);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Site site() {
        lock.lock();
        try {
            return site;
        } finally {
            lock.unlock();
        }
    }

    public List<Fact.Report> reports() {
        lock.lock();
        try {
            return List.copyOf(reports);
        } finally {
            lock.unlock();
        }
    }

    public Site until(String what, long millis, Predicate<Site> state) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!state.test(site)) {
                if (left <= 0) {
                    fail("not within " + millis + " ms: " + what + "; heard " + all());
                }
                left = more.awaitNanos(left);
            }
            return site;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        } finally {
            lock.unlock();
        }
    }

    public Site until(String what, Predicate<Site> state) {
        return until(what, 20_000, state);
    }

    private String all() {
        StringBuilder text = new StringBuilder();
        site.elements()
                .forEach(element ->
                        text.append("\n  ").append(element.id()).append(' ').append(element.claims()));
        return text.toString();
    }

    static Predicate<Site> link(String host, LinkState state) {
        return site -> site.host(ElementId.host(host)).map(Element.Host::link).orElse(null) == state;
    }
}
