package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** What is different between two snapshots, as far as a picture may show it. */
final class Changes {

    /** An element as it was and is; null where it is not there. */
    record One(ElementId id, Element was, Element is) {

        private boolean differs(Function<Element, Object> what) {
            return !Optional.ofNullable(was)
                    .map(what)
                    .equals(Optional.ofNullable(is).map(what));
        }

        private boolean cameOrWent() {
            return (was == null) != (is == null);
        }

        /** Whether anything may stand elsewhere by it. */
        private boolean moves() {
            return switch (id.kind()) {
                case NETWORK_PORT, HBA_PORT, SWITCH_PORT -> differs(Changes::cables) || differs(Changes::whole);
                case VOLUME -> cameOrWent() || differs(Changes::whole);
                case ADAPTER_CARD -> cameOrWent() || differs(Changes::whole);
                case HOST ->
                    cameOrWent()
                            || differs(Element::name)
                            || differs(Changes::whole)
                            || differs(host -> Census.clusterOf((Element.Host) host));
                case CLUSTER, RACK, NETWORK, POWER_FEED, STORAGE_ARRAY -> cameOrWent() || differs(Element::name);
                case SWITCH, FABRIC_SWITCH -> cameOrWent() || differs(Element::name) || differs(Changes::cables);
                default -> false;
            };
        }

        /** Whether it may be another one of its kind, counted from the first. */
        boolean regroups() {
            return cameOrWent() || differs(Changes::whole) || differs(Element::name);
        }

        /** Whether a line may look different by it. */
        boolean recolours() {
            return switch (id.kind()) {
                case VM, HOST, VOLUME, CLUSTER -> false;
                default ->
                    regroups()
                            || differs(part -> part.believe(Attributes.UP).value())
                            || differs(
                                    part -> part.claims().about(Attributes.UP).size())
                            || differs(part -> part.value(Attributes.HEALTH))
                            || differs(part -> part.value(Attributes.SIDE))
                            || differs(part -> part.refs(Attributes.FED_BY))
                            || differs(Changes::cables);
            };
        }
    }

    private Changes() {}

    static List<One> between(Site before, Site after) {
        List<One> all = new ArrayList<>();
        before.eachDifference(after, (was, is) -> {
            ElementId id = was == null ? is.id() : was.id();
            all.add(new One(id, present(was), present(is)));
        });
        return all;
    }

    private static Element present(Element element) {
        return element != null && element.claims().present() ? element : null;
    }

    static boolean move(List<One> changes) {
        return changes.stream().anyMatch(One::moves);
    }

    private static Object cables(Element element) {
        return element.refs(CABLED_TO);
    }

    private static Object whole(Element element) {
        return element.value(PART_OF);
    }
}
