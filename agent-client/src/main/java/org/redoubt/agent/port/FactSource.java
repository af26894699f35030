package org.redoubt.agent.port;

import java.util.function.Consumer;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Source;

/**
 * Something that is heard. It keeps trying for as long as it is open: a failure is a fact (the host's link, and why),
 * never an exception, and never the end.
 */
public interface FactSource extends AutoCloseable {

    Source source();

    /**
     * Begins to listen, on threads of its own; returns at once. Called once. {@code sink} may be called from any of
     * them and does not block.
     */
    void start(Consumer<? super Fact> sink);

    /** Stops; after a bounded time nothing is heard from it any more, and whatever it held is given back. */
    @Override
    void close();
}
