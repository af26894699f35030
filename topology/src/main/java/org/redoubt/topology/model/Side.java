package org.redoubt.topology.model;

/** Which of the two independent halves of a redundant fabric, network or power supply a part belongs to. */
public enum Side {
    A,
    B
}
