package org.redoubt.agent.probe;

import static org.redoubt.topology.model.Attributes.UNREADABLE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Source;

/**
 * Says round after round what one source has read, numbered over all its connections. It remembers what it said last, so
 * that what is no longer so is taken back. One thread at a time.
 */
public final class Speaker {

    private record Said(ElementId element, Attribute<?> attribute) {}

    private final Source source;
    private Set<Said> last = Set.of();
    private long sequence;

    public Speaker(Source source) {
        this.source = source;
    }

    /**
     * What is to be heard of a round. This and nothing else is claimed from now on by this source.
     *
     * @param host on whom it is claimed that something was unreadable
     * @param asked desk milliseconds when the round was begun
     */
    public Fact.Report round(ElementId host, long asked, Reading reading) {
        List<Assertion<?>> all = new ArrayList<>(reading.lines());
        if (!reading.unreadable().isEmpty()) {
            all.add(new Assertion<>(host, UNREADABLE, reading.unreadable()));
        }
        Set<Said> now = new LinkedHashSet<>();
        all.forEach(line -> now.add(new Said(line.element(), line.attribute())));
        for (Said before : last) {
            if (!now.contains(before)) {
                all.addFirst(Assertion.gone(before.element(), before.attribute()));
            }
        }
        last = now;
        return new Fact.Report(source, ++sequence, asked, all);
    }
}
