package org.redoubt.topology.model;

import static org.redoubt.topology.model.Attributes.COUNTDOWN;
import static org.redoubt.topology.model.Attributes.COUNTDOWN_LEFT;

import java.util.List;
import java.util.Optional;

/**
 * A clock that runs on an element: a cluster's token, a watchdog, a fencing that is pending. What is left follows from
 * what its source said and when, so it goes on while nothing is heard.
 *
 * @param what what happens at its end: {@code self-fence}
 * @param left milliseconds; negative when its time is over and nobody has said what became of it
 */
public record Countdown(String what, long left) {

    /** What ended longer ago than this without a word is no longer spoken of. */
    static final long OVER_MILLIS = 60_000;

    /** The clock of {@code element} at {@code now}, desk milliseconds. */
    public static Optional<Countdown> of(Element element, long now) {
        List<Claim<Long>> claims = element.claims().about(COUNTDOWN_LEFT);
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        Claim<Long> newest = claims.getFirst();
        long left = newest.value() - newest.age(now);
        return element.claims()
                .by(newest.source(), COUNTDOWN)
                .filter(what -> left > -OVER_MILLIS)
                .map(what -> new Countdown(what.value(), left));
    }

    /** {@code self-fence in 7 s}; when its time is over, {@code self-fence due 3 s ago}, for nobody has said it is done. */
    public String words() {
        return left > 0 ? what + " in " + (left + 999) / 1_000 + " s" : what + " due " + -left / 1_000 + " s ago";
    }
}
