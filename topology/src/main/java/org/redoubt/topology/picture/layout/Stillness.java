package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.Set;
import org.redoubt.topology.model.Countdown;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.HostCondition;

/** Whether a small site's picture stays as it is because nothing was heard and nothing on it tells the time. */
final class Stillness {

    /** Of these it is said for how long they have been down. */
    private static final Set<ElementKind> AGED =
            Set.of(ElementKind.NETWORK_PORT, ElementKind.HBA_PORT, ElementKind.SWITCH_PORT, ElementKind.RING);

    private Stillness() {}

    static boolean between(Site before, Site after) {
        boolean[] differs = {!before.name().equals(after.name())};
        before.eachDifference(after, (was, is) -> differs[0] = true);
        return !differs[0]
                && after.hosts()
                        .allMatch(host ->
                                HostCondition.of(host, after.now()).words().isEmpty()
                                        && Countdown.of(host, after.now()).isEmpty()
                                        && inTime(host, after.now()))
                && AGED.stream().flatMap(after::all).allMatch(part -> up(part) && inTime(part, after.now()));
    }

    private static boolean up(Element part) {
        return part.value(UP).orElse(true);
    }

    private static boolean inTime(Element heart, long now) {
        return heart.claims().about(BEAT).stream()
                .allMatch(beat -> Heartbeat.lateAt(beat, heart.value(BEAT_EXPECTED)) > now);
    }
}
