package org.redoubt.agent.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.ElementId;

/** Keeps the first round of each host as it was answered, and reads nothing out of it. Any thread. */
public final class Ear implements Reader {

    private final Map<ElementId, Round> rounds = new LinkedHashMap<>();

    @Override
    public synchronized void read(Round round, Reading reading) {
        rounds.putIfAbsent(round.host(), round);
    }

    /** In the order in which they came. */
    public synchronized List<Round> rounds() {
        return List.copyOf(rounds.values());
    }
}
