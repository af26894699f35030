package org.redoubt.views.topology;

import org.redoubt.topology.model.ElementId;

/**
 * Work under way on a VM, as its chip shows it.
 *
 * @param fraction how much is done, 0 to 1
 * @param words what is left, short: {@code 2.1 GiB left}
 * @param phase what it is doing: {@code copying}, {@code cancelling}
 */
public record ChipWork(ElementId vm, ElementId from, ElementId to, double fraction, String words, String phase) {}
