package org.redoubt.agent.port;

import java.util.function.Consumer;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;

/** The hand on one host: what acts there, and what reads back what became of it. Its calls block. */
public interface HostAgent {

    ElementId host();

    /**
     * Does what the intent says and returns when the host has answered. That answer is not yet the outcome: whoever
     * performs reads back from both hosts. Only {@code controllers.run} may call this.
     *
     * @param figures is given the running job's figures about twice a second, on a thread of the agent
     */
    Answer perform(Intent intent, Consumer<? super JobFigures> figures);

    /** Asks the host to give up what {@link #perform} is doing for this intent; that call then returns. Never blocks long. */
    void cancel(Intent intent);

    /**
     * Has the host begin to measure how a VM writes its memory; the result comes as facts. It changes nothing of the VM,
     * so it is neither planned nor journalled (docs/decisions/measuring-is-not-acting.md).
     *
     * @param longer for some seconds instead of one
     * @return whether it was begun; false where the host cannot, or did not answer in time
     */
    default boolean measure(ElementId vm, boolean longer) {
        return false;
    }

    /** What this host says of a VM now, asked afresh within a bounded time. */
    Sighting sight(ElementId vm);
}
