package org.redoubt.controllers.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.JobFigures;

/** A hand whose host does what the test says, when the test says it. */
public final class HandHost implements HostAgent {

    private final ElementId host;
    private final Map<ElementId, Sighting> sightings = new ConcurrentHashMap<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<Intent> performed = new CopyOnWriteArrayList<>();
    private final List<Intent> cancelled = new CopyOnWriteArrayList<>();
    private final List<Consumer<? super JobFigures>> figures = new CopyOnWriteArrayList<>();
    private final List<ElementId> measured = new CopyOnWriteArrayList<>();
    private final Changes changes;
    private volatile boolean broken;

    HandHost(ElementId host, Changes changes) {
        this.host = host;
        this.changes = changes;
    }

    /** The running {@link #perform} returns with this. */
    public void answer(Answer answer) {
        answers.add(answer);
    }

    /** Its hand is broken from now on. */
    public void breaks() {
        broken = true;
    }

    /** The running {@link #perform} throws. */
    public void answerBroken() {
        broken = true;
        answers.add(new Answer.Silent("nobody reads this"));
    }

    public void sees(ElementId vm, RunState state) {
        sees(new Sighting.Seen(host, state, false, JobFigures.NONE), vm);
    }

    public void sees(Sighting sighting, ElementId vm) {
        sightings.put(vm, sighting);
    }

    /** The VMs whose writing it was asked to measure, as often as it was. */
    public List<ElementId> measured() {
        return measured;
    }

    @Override
    public boolean measure(ElementId vm, boolean longer) {
        measured.add(vm);
        changes.happened();
        return true;
    }

    public void figures(JobFigures now) {
        figures.forEach(shown -> shown.accept(now));
    }

    public List<Intent> performed() {
        return performed;
    }

    public List<Intent> cancelled() {
        return cancelled;
    }

    @Override
    public ElementId host() {
        return host;
    }

    @Override
    public Answer perform(Intent intent, Consumer<? super JobFigures> shown) {
        performed.add(intent);
        figures.add(shown);
        changes.happened();
        if (broken) {
            throw new IllegalStateException("no such hand");
        }
        try {
            Answer answer = answers.take();
            if (broken) {
                throw new IllegalStateException("the hand was closed");
            }
            return answer;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void cancel(Intent intent) {
        cancelled.add(intent);
        changes.happened();
    }

    @Override
    public Sighting sight(ElementId vm) {
        return sightings.getOrDefault(vm, new Sighting.Absent(host));
    }
}
