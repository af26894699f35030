package org.redoubt.topology.fact;

import java.util.List;
import java.util.Objects;
import org.redoubt.topology.model.Source;

/** Something that was heard. Facts are the only way by which a site changes. */
public sealed interface Fact {

    /**
     * What one source said at one moment.
     *
     * @param sequence greater than that of any report this source made before, over all its reconnects; of an answer,
     *     taken when the question was asked, so that an event which overtook the answer is not undone by it
     * @param at desk milliseconds (monotonic) when it was heard; of an answer, when the question was asked: it says
     *     nothing for certain of any later moment
     * @param assertions in order: of two about the same thing the later one is meant
     */
    record Report(Source source, long sequence, long at, List<Assertion<?>> assertions) implements Fact {
        public Report {
            Objects.requireNonNull(source);
            assertions = List.copyOf(assertions);
        }
    }

    /** Time has passed. Without it nothing would ever grow old. */
    record Tick(long now) implements Fact {}
}
