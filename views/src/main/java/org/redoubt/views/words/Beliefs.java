package org.redoubt.views.words;

import java.util.Optional;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Health;

/** The few beliefs that a part's state is read from. */
final class Beliefs {

    private Beliefs() {}

    static Optional<Health> health(Element element) {
        return element.value(Attributes.HEALTH);
    }

    static Optional<Boolean> up(Element element) {
        return element.value(Attributes.UP);
    }

    static boolean disputed(Element element) {
        return element.believe(Attributes.HEALTH) instanceof Belief.Contradicted
                || element.believe(Attributes.UP) instanceof Belief.Contradicted;
    }
}
