package org.redoubt.topology.model;

/** What a hypervisor is doing with a VM besides running it. */
public enum Job {
    NONE,
    MIGRATING_OUT,
    MIGRATING_IN,
    /** A save, a dump, a backup, a snapshot: another job that a migration must wait for. */
    OTHER
}
