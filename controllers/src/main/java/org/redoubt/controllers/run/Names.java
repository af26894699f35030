package org.redoubt.controllers.run;

import java.util.Locale;
import java.util.function.Supplier;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** Names hosts and VMs, and what was read of them, in words for people. */
record Names(Supplier<Site> newest) {

    String of(ElementId id) {
        return newest.get().nameOf(id);
    }

    String read(Sighting sighting) {
        String host = of(sighting.host());
        return switch (sighting) {
            case Sighting.Absent _ -> "not on " + host;
            case Sighting.Unread(var _, String why) -> host + " not read (" + why + ")";
            case Sighting.Seen seen ->
                seen.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " on " + host
                        + (seen.migrating() ? ", its migration under way" : "");
        };
    }
}
