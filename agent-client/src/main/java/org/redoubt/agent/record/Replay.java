package org.redoubt.agent.record;

import java.util.List;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Speaker;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.ssh.Hearer;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** Reads out of a recording what the same readers would have read out of the hosts' answers. */
public final class Replay {

    private Replay() {}

    /**
     * The site as it was heard then.
     *
     * @param hearers those who read rounds, in the order in which they speak
     */
    public static Snapshot of(Recording recording, List<Hearer> hearers) {
        Site site = recording.others().site();
        for (Recording.Host host : recording.hosts()) {
            for (Hearer hearer : hearers) {
                Reading reading = new Reading();
                hearer.readers().forEach(reader -> reader.read(host.round(), reading));
                Source source = new Source(hearer.kind(), host.id().key());
                site = Folding.fold(
                        site, new Speaker(source).round(host.id(), host.round().at(), reading));
            }
        }
        return new Snapshot(
                site, recording.others().takenAt(), recording.others().simulated());
    }
}
