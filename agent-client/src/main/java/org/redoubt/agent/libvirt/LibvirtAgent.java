package org.redoubt.agent.libvirt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redoubt.agent.libvirt.read.JobStats;
import org.redoubt.agent.libvirt.read.VmStates;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.Domain;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;

/**
 * The hand on one libvirt host. Acting and job figures have a connection each, apart from the watching one, so that a
 * running migration blocks neither its figures nor its cancelling; a second migration at the same time gets an act
 * connection of its own.
 */
final class LibvirtAgent implements HostAgent, AutoCloseable {

    private static final long FIGURES_EVERY = 500;
    private static final long SIGHT_PATIENCE = 5_000;

    private final HostEntry entry;
    private final Function<ElementId, Optional<HostEntry>> site;
    private final ScheduledExecutorService ticker;
    private final Supplier<Lane> newActLane;
    private final Pace pace;
    private final Lane jobs;
    private final Set<Lane> busy = new HashSet<>();
    private final Deque<Lane> idle = new ArrayDeque<>();
    private final Map<UUID, Migration> running = new ConcurrentHashMap<>();
    private boolean closed;

    /**
     * @param site the entries of the other hosts: where a migration is sent
     * @param lanes makes a lane of that name to this host
     */
    LibvirtAgent(
            HostEntry entry,
            Function<ElementId, Optional<HostEntry>> site,
            ScheduledExecutorService ticker,
            Pace pace,
            Function<String, Lane> lanes) {
        this.pace = pace;
        this.entry = entry;
        this.site = site;
        this.ticker = ticker;
        this.newActLane = () -> lanes.apply("act");
        this.jobs = lanes.apply("job");
    }

    @Override
    public ElementId host() {
        return entry.id();
    }

    @Override
    public Answer perform(Intent intent, Consumer<? super JobFigures> figures) {
        return switch (intent.step()) {
            case Step.Migrate migrate
            when !migrate.from().equals(host()) ->
                new Answer.Failed("Not this host's to do: " + migrate.from() + " is asked, this is " + host() + ".");
            case Step.Migrate migrate ->
                destination(migrate.to())
                        .map(destination -> migrate(intent, migrate, destination, figures))
                        .orElseGet(() -> new Answer.Failed("Nothing says how other hosts reach " + migrate.to()
                                + ": give it a peer: uri in the site file."));
            case Step.ClusterMove _, Step.ClusterClear _ ->
                new Answer.Failed("Its cluster is not told over libvirt: give the host ssh: in the site file.");
        };
    }

    private Optional<String> destination(ElementId host) {
        return site.apply(host).flatMap(HostEntry::destination);
    }

    private Answer migrate(Intent intent, Step.Migrate step, String destination, Consumer<? super JobFigures> figures) {
        Migration migration = new Migration(step, destination, jobs, figures);
        if (running.putIfAbsent(intent.id(), migration) != null) {
            return new Answer.Failed("This intent is being performed already.");
        }
        Lane act = take();
        ScheduledFuture<?> ticking =
                ticker.scheduleWithFixedDelay(migration::tick, FIGURES_EVERY / 2, FIGURES_EVERY, TimeUnit.MILLISECONDS);
        try {
            return migration.perform(act, pace.ready());
        } finally {
            ticking.cancel(false);
            running.remove(intent.id());
            giveBack(act);
        }
    }

    /** Opens both connections ahead of need: the host answers now. */
    synchronized void warm() {
        if (!closed) {
            jobs.warm();
            if (idle.isEmpty() && running.isEmpty()) {
                idle.push(newActLane.get());
            }
            idle.forEach(Lane::warm);
        }
    }

    private synchronized Lane take() {
        Lane lane = idle.isEmpty() ? newActLane.get() : idle.pop();
        busy.add(lane);
        if (closed) {
            lane.close();
        }
        return lane;
    }

    /** One act connection is kept ready; more are only there while they are needed. */
    private synchronized void giveBack(Lane lane) {
        busy.remove(lane);
        if (closed || !idle.isEmpty()) {
            lane.close();
        } else {
            idle.push(lane);
        }
    }

    @Override
    public void cancel(Intent intent) {
        Migration migration = running.get(intent.id());
        if (migration != null) {
            migration.cancel();
        }
    }

    @Override
    public Sighting sight(ElementId vm) {
        try {
            return jobs.ask(connection -> look(connection, vm)).get(SIGHT_PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Sighting.Unread(host(), "no answer within " + SIGHT_PATIENCE / 1000 + " s");
        } catch (ExecutionException failed) {
            return new Sighting.Unread(host(), String.valueOf(failed.getCause().getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Sighting.Unread(host(), "interrupted while asking");
        }
    }

    @Override
    public boolean measure(ElementId vm, boolean longer) {
        Lane lane = take();
        try {
            return lane.ask(connection -> connection
                            .domain(vm.key(), domain -> {
                                domain.measureWriting(longer ? DirtySamples.LONG : DirtySamples.SHORT);
                                return true;
                            })
                            .orElse(false))
                    .get(SIGHT_PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException not) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            giveBack(lane);
        }
    }

    private Sighting look(Connection connection, ElementId vm) throws LibvirtFault {
        Optional<Sighting> seen = connection.domain(vm.key(), domain -> {
            RunState state = VmStates.state(domain.state()[0]);
            Map<String, Object> stats = Map.of();
            if (state.active()) {
                try {
                    stats = domain.job();
                } catch (LibvirtFault fault) {
                    // a driver without jobs has none; a VM that stopped in between has none either
                    if (!fault.unsupported() && fault.code() != LibvirtFault.OPERATION_INVALID) {
                        throw fault;
                    }
                }
            }
            Job job = JobStats.job(stats);
            boolean migrating = job == Job.MIGRATING_OUT || job == Job.MIGRATING_IN;
            JobFigures figures = migrating ? JobStats.figures(stats) : arrival(domain, state);
            return new Sighting.Seen(host(), state, migrating, figures);
        });
        return seen.orElseGet(() -> new Sighting.Absent(host()));
    }

    /** The figures of the migration by which it came; none where the host does not tell, which is no fault. */
    private static JobFigures arrival(Domain domain, RunState state) {
        if (!state.active()) {
            return JobFigures.NONE;
        }
        try {
            Map<String, Object> last = domain.lastJob();
            return JobStats.landed(last) ? JobStats.figures(last) : JobFigures.NONE;
        } catch (LibvirtFault untold) {
            return JobFigures.NONE;
        }
    }

    /** Ends without waiting for the host; what is being performed is answered {@link Answer.Silent}. */
    @Override
    public synchronized void close() {
        closed = true;
        jobs.close();
        idle.forEach(Lane::close);
        idle.clear();
        busy.forEach(Lane::close);
    }
}
