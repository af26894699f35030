package org.redoubt.topology.model;

/** The unit of a number, so that whoever shows it need not know the attribute. */
public enum Unit {
    NONE,
    COUNT,
    BYTES,
    BYTES_PER_SECOND,
    MILLIS,
    MICROS,
    SECONDS,
    /** A share of one: 0 is none, 1 is all. */
    SHARE
}
