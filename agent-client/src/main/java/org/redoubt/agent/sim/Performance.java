package org.redoubt.agent.sim;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;

/** One action on a simulated host, from the call to the answer that its caller waits for. */
final class Performance {

    private static final long FIGURES = 500;

    private final SimWorld world;
    private final SimHost actor;
    private final Intent intent;
    private final Consumer<? super JobFigures> figures;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private Transfer transfer;
    private long told = -FIGURES;

    Performance(SimWorld world, SimHost actor, Intent intent, Consumer<? super JobFigures> figures) {
        this.world = world;
        this.actor = actor;
        this.intent = intent;
        this.figures = figures;
    }

    /** Blocks, as libvirt's call does. */
    Answer await() {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Silent("interrupted while waiting for " + actor);
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Sends it, if anybody is there to take it. */
    void begin() {
        Trouble.Line line = world.line(actor);
        if (line.state() == LinkState.REFUSED) {
            answer.complete(new Answer.Failed(line.detail()));
        } else if (line.answers()) {
            switch (intent.step()) {
                case Step.Migrate migrate -> migrate(migrate);
                case Step.ClusterMove _, Step.ClusterClear _ ->
                    answer.complete(new Answer.Failed("The simulated hosts have no cluster that owns VMs."));
            }
        }
        // Where nobody answers, the caller waits until the connection is given up.
    }

    private void migrate(Step.Migrate step) {
        SimVm vm = world.plant().vm(step.vm());
        SimHost to = world.plant().host(step.to());
        if (vm == null || vm.host() != actor) {
            answer.complete(new Answer.Failed("Domain not found: no domain with matching uuid '"
                    + step.vm().key() + "'"));
        } else if (to == null) {
            answer.complete(new Answer.Failed(
                    "unable to connect to server at '" + step.to().key() + ":16514': Name or service not known"));
        } else {
            transfer = world.migrations().begin(vm, to, step.tuning());
        }
    }

    void cancel(Intent which) {
        if (transfer != null && intent.id().equals(which.id())) {
            transfer.cancel();
        }
    }

    void abandon(String why) {
        answer.complete(new Answer.Silent(why));
    }

    /** Looks how far it has come; true when there is nothing more to follow. What is to be told is added to the news. */
    boolean follow(List<Runnable> news) {
        if (answer.isDone()) {
            return true;
        }
        Trouble.Line line = world.line(actor);
        if (!line.answers() && line.state() != null && line.state() != LinkState.HANGS) {
            news.add(() -> answer.complete(new Answer.Silent(line.detail())));
            return true;
        }
        if (transfer == null || !line.answers()) {
            return false;
        }
        if (world.now() - told >= FIGURES || transfer.phase().over()) {
            told = world.now();
            JobFigures now = transfer.figures();
            news.add(() -> figures.accept(now));
        }
        Answer given = switch (transfer.phase()) {
            case ARRIVED -> new Answer.Accepted();
            case FAILED -> new Answer.Failed(transfer.why());
            case CANCELLED -> new Answer.Cancelled();
            default -> null;
        };
        if (given != null) {
            news.add(() -> answer.complete(given));
        }
        return given != null;
    }
}
