package org.redoubt.topology.model;

/** How much hangs on a VM, as the site file says; the later one is the more. When nobody says, it is unknown. */
public enum Criticality {
    LOW,
    NORMAL,
    HIGH,
    CRITICAL
}
