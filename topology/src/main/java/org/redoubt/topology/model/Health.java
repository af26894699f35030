package org.redoubt.topology.model;

/** The health of a part, as its source states it. No claim is not OK: it is unknown. */
public enum Health {
    OK,
    DEGRADED,
    FAILED
}
