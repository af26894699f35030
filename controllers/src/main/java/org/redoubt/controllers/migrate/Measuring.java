package org.redoubt.controllers.migrate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;

/**
 * Has measured how a VM writes its memory while somebody looks at it: first for a second, then for longer. Never more
 * often than it is of use, never two at a time, never while anything else is done with the VM.
 */
public final class Measuring implements AutoCloseable {

    /** What was measured is good for so long, milliseconds. */
    static final long AGAIN = 5 * 60_000L;
    /** After a look of one second, and of four, its result has been polled: a host keeps only the last. */
    private static final long SHORT_DONE = 7_000;

    private static final long LONG_DONE = 10_000;

    private final long shortDone;
    private final long longDone;

    private final Supplier<Site> newest;
    private final SiteAgents agents;
    private final Desk desk;
    private final ScheduledThreadPoolExecutor worker;
    /** The worker's thread alone. */
    private final Map<ElementId, Long> measured = new HashMap<>();

    private long busyUntil = Long.MIN_VALUE;
    private volatile ElementId wanted;

    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public Measuring(Supplier<Site> newest, SiteAgents agents, Desk desk) {
        this(newest, agents, desk, SHORT_DONE, LONG_DONE);
    }

    Measuring(Supplier<Site> newest, SiteAgents agents, Desk desk, long shortDone, long longDone) {
        this.shortDone = shortDone;
        this.longDone = longDone;
        this.newest = newest;
        this.agents = agents;
        this.desk = desk;
        worker = new ScheduledThreadPoolExecutor(1, work -> desk.thread("measuring", work));
        worker.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Somebody looks at this VM. Any thread; returns at once. */
    public void interest(ElementId vm) {
        wanted = vm;
        worker.execute(() -> begin(vm));
    }

    private void begin(ElementId vm) {
        long now = desk.clock().millis();
        if (now < busyUntil) {
            worker.schedule(() -> beginIfStillWanted(vm), busyUntil - now, TimeUnit.MILLISECONDS);
            return;
        }
        if (now - measured.getOrDefault(vm, now - AGAIN) < AGAIN || !measure(vm, false)) {
            return;
        }
        measured.put(vm, now);
        busyUntil = now + shortDone;
        worker.schedule(() -> goOn(vm), shortDone, TimeUnit.MILLISECONDS);
    }

    /** Whoever looks at something else meanwhile wants that measured, and no longer this. */
    private void beginIfStillWanted(ElementId vm) {
        if (vm.equals(wanted)) {
            begin(vm);
        }
    }

    private void goOn(ElementId vm) {
        if (measure(vm, true)) {
            busyUntil = desk.clock().millis() + longDone;
        }
    }

    private boolean measure(ElementId vm, boolean longer) {
        return hand(vm).map(agent -> agent.measure(vm, longer)).orElse(false);
    }

    /** The hand that may measure it now; none for a VM that does not run in one place, or that a job keeps busy. */
    private Optional<HostAgent> hand(ElementId vm) {
        Site site = newest.get();
        Optional<Element.Vm> known =
                site.vm(vm).filter(is -> is.whereabouts().state().active());
        boolean free = known.flatMap(is -> is.value(Attributes.JOB)).orElse(Job.NONE) == Job.NONE;
        return known.filter(is -> free)
                .flatMap(is -> is.whereabouts().host())
                .flatMap(site::host)
                .filter(host -> host.value(Attributes.LINK).orElse(null) == LinkState.CONNECTED)
                .flatMap(host -> agents.agent(host.id()));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
