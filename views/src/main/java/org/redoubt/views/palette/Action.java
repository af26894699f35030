package org.redoubt.views.palette;

/**
 * Something the window can do, findable by name.
 *
 * @param keys the keys that do it, as they are written; empty when none do
 */
public record Action(String name, String keys, Runnable run) {}
