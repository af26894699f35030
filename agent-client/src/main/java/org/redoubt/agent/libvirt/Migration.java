package org.redoubt.agent.libvirt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.redoubt.agent.libvirt.read.JobStats;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.Domain;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.port.Answer;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

/**
 * One migration under way: performed on the act lane, its figures and its cancelling on the job lane. Either it was sent
 * or it was given up before that; never both.
 */
final class Migration {

    private static final int LIVE = 1;
    private static final int PEER_TO_PEER = 1 << 1;
    private static final int PERSIST_DESTINATION = 1 << 3;
    private static final int UNDEFINE_SOURCE = 1 << 4;
    private static final int AUTO_CONVERGE = 1 << 13;
    private static final long MIB = 1L << 20;

    private enum Gate {
        WAITING,
        SENT,
        GIVEN_UP
    }

    private final Step.Migrate step;
    private final String destination;
    private final Lane jobs;
    private final Consumer<? super JobFigures> figures;
    private final AtomicReference<Gate> gate = new AtomicReference<>(Gate.WAITING);
    private final CompletableFuture<Gate> decided = new CompletableFuture<>();
    private volatile boolean cancelling;
    private volatile CompletableFuture<?> asking = CompletableFuture.completedFuture(null);

    Migration(Step.Migrate step, String destination, Lane jobs, Consumer<? super JobFigures> figures) {
        this.step = step;
        this.destination = destination;
        this.jobs = jobs;
        this.figures = figures;
    }

    /**
     * Sends it through {@code act} and waits for the host's answer.
     *
     * @param patience milliseconds the host may take until it is sent; what was not sent by then never is
     */
    Answer perform(Lane act, long patience) {
        CompletableFuture<Answer> answer = act.ask(this::send);
        answer.whenComplete((value, failure) -> decided.complete(gate.get()));
        try {
            return ready(patience) ? answer.get() : unsent(patience);
        } catch (ExecutionException failed) {
            return failure(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return giveUp()
                    ? new Answer.Failed("Interrupted before anything was sent.")
                    : new Answer.Silent("Interrupted while waiting for the host's answer.");
        }
    }

    /** Whether there is an answer to wait for: it was sent, or it could not be. */
    private boolean ready(long patience) throws InterruptedException, ExecutionException {
        try {
            return decided.get(patience, TimeUnit.MILLISECONDS) != Gate.GIVEN_UP;
        } catch (TimeoutException late) {
            return !giveUp();
        }
    }

    private Answer unsent(long patience) {
        return cancelling
                ? new Answer.Cancelled()
                : new Answer.Failed("The host did not get ready within " + patience / 1000 + " s; nothing was sent.");
    }

    private Answer failure(ExecutionException failed) {
        String why = String.valueOf(failed.getCause().getMessage());
        if (gate.get() != Gate.SENT) {
            return cancelling ? new Answer.Cancelled() : new Answer.Failed(why);
        }
        return new Answer.Silent(why);
    }

    private boolean giveUp() {
        return gate.compareAndSet(Gate.WAITING, Gate.GIVEN_UP);
    }

    private Answer send(Connection connection) throws LibvirtFault {
        Optional<Answer> answer = connection.domain(step.vm().key(), domain -> send(connection, domain));
        return answer.orElseGet(() -> new Answer.Failed("The host knows no such VM (any more)."));
    }

    private Answer send(Connection connection, Domain domain) throws LibvirtFault {
        Tuning tuning = step.tuning();
        if (tuning.pauseLimit() > 0) {
            domain.maxDowntime(tuning.pauseLimit());
        }
        int flags = LIVE | PEER_TO_PEER | (tuning.autoConverge() ? AUTO_CONVERGE : 0);
        if (domain.persistent()) {
            flags |= PERSIST_DESTINATION | UNDEFINE_SOURCE;
        }
        if (!gate.compareAndSet(Gate.WAITING, Gate.SENT)) {
            return new Answer.Cancelled();
        }
        decided.complete(Gate.SENT);
        try {
            domain.migrate(destination, mebibytes(tuning.bandwidth()), flags);
            return new Answer.Accepted();
        } catch (LibvirtFault fault) {
            if (!connection.alive()) {
                return new Answer.Silent(fault.getMessage());
            }
            return fault.code() == LibvirtFault.OPERATION_ABORTED
                    ? new Answer.Cancelled()
                    : new Answer.Failed(fault.getMessage());
        }
    }

    /** libvirt counts in MiB/s: rounded up, and at least one, for nought would mean no limit. */
    static long mebibytes(long bytes) {
        return bytes <= 0 ? 0 : Math.max(1, bytes / MIB + (bytes % MIB == 0 ? 0 : 1));
    }

    /** Has it given up, before or after it was sent. Does not wait for the host. */
    void cancel() {
        cancelling = true;
        if (giveUp()) {
            decided.complete(Gate.GIVEN_UP);
        } else {
            ask(this::abort);
        }
    }

    /** Twice a second while it is under way: fetches the figures, and cancels again what was not yet there to cancel. */
    void tick() {
        if (gate.get() == Gate.SENT && asking.isDone()) {
            ask(cancelling ? this::abort : this::report);
        }
    }

    private void ask(Lane.Work<Boolean> work) {
        asking = jobs.ask(work);
    }

    private boolean report(Connection connection) throws LibvirtFault {
        Optional<Map<String, Object>> stats = connection.domain(step.vm().key(), Domain::job);
        // before the first page is sent libvirt tells nought of everything, which would read as all done
        stats.filter(job -> JobStats.job(job) == Job.MIGRATING_OUT)
                .map(JobStats::figures)
                .filter(now -> now.total() > 0)
                .ifPresent(figures);
        return true;
    }

    private boolean abort(Connection connection) throws LibvirtFault {
        connection.domain(step.vm().key(), domain -> {
            domain.abort();
            return true;
        });
        return report(connection);
    }
}
