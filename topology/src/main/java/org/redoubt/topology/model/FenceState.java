package org.redoubt.topology.model;

/** How an attempt to fence a host stands, as the cluster tells it. That it succeeded is the word of a fence agent. */
public enum FenceState {
    PENDING,
    FAILED,
    SUCCESS
}
