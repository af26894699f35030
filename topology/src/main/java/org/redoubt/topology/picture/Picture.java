package org.redoubt.topology.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;

/**
 * A site as placed shapes: immutable, without a colour or a pixel. An element has one place whatever the zoom; the zoom
 * says how much of it is drawn. Finding what lies in a view or under a point takes time in what is found, not in the
 * size of the site.
 */
public interface Picture {

    /** How closely the site is looked at, from afar to near. */
    enum Level {
        /** One cell a host, its fill its load. */
        CELLS,
        /** In each host's place its VMs, sized by memory, without words but the host's name. */
        VMS,
        /** One card a host, with its words, bars and named VMs. */
        CARDS,
        /** The card with its ports, plugs and fence devices. */
        PORTS
    }

    /** What is drawn at {@code zoom}, pixels a map unit. A small site is always cards. */
    Level level(double zoom);

    /** Around every element's place. */
    Box bounds();

    /**
     * What is seen through {@code view} at {@code zoom}, in the order in which it is drawn: whatever reaches into it, words
     * too, which near the smallest zoom are drawn larger than they are placed.
     */
    List<Shape> within(Box view, double zoom);

    /**
     * Where this picture looks different from {@code before} as seen through {@code view} at {@code zoom}: boxes that
     * hold every difference, or empty when everything is to be painted.
     */
    Optional<List<Box>> since(Picture before, Box view, double zoom);

    /** The element at a point, of those on {@code layers} that can be told at {@code zoom}: the innermost. */
    Optional<ElementId> at(double x, double y, double zoom, Set<Layer> layers);

    /** The host whose card or cell is at a point, whatever lies on it. */
    Optional<ElementId> hostAt(double x, double y);

    /** The cluster in whose frame a point is; empty where clusters have no frames. */
    Optional<ElementId> clusterAt(double x, double y);

    /** Each cluster's frame, or its caption where it has no frame, in reading order. */
    Map<ElementId, Box> clusters();

    /** Where an element is, drawn now or not; where it is in several places, the first. */
    default Optional<Box> boundsOf(ElementId id) {
        return placesOf(id).stream().findFirst();
    }

    /** Every place where an element is: a VM that moves has one on each host. */
    List<Box> placesOf(ElementId id);

    /** The hosts, in reading order. */
    List<ElementId> hosts();

    /** The VMs on a host's card, from above. */
    List<ElementId> vmsOf(ElementId host);

    /** Every line between elements, from place to place. */
    Links links();

    /** Everything at the nearest level, in the order in which it is drawn. Takes time in the size of the site. */
    List<Shape> shapes();
}
