package org.redoubt.topology.picture;

import org.redoubt.topology.model.ElementId;

/** Where an element is, and may be pointed at while its layer is shown. */
public record Place(ElementId id, Box box, Layer layer) {}
