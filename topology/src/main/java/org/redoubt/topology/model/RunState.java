package org.redoubt.topology.model;

/** The state of a VM as its hypervisor names it (libvirt: virDomainState). */
public enum RunState {
    RUNNING,
    BLOCKED,
    PAUSED,
    SHUTTING_DOWN,
    SHUT_OFF,
    CRASHED,
    SUSPENDED,
    UNKNOWN;

    /** Whether the guest exists as a process on the host: it holds memory there, and its disks may be open. */
    public boolean active() {
        return this == RUNNING || this == BLOCKED || this == PAUSED || this == SHUTTING_DOWN || this == SUSPENDED;
    }

    /** Whether the guest executes: two hosts that both say so are a contradiction. */
    public boolean executes() {
        return this == RUNNING || this == BLOCKED || this == SHUTTING_DOWN;
    }

    /** Whether it runs as people say it: it computes, or waits for something that it asked for. */
    public boolean running() {
        return this == RUNNING || this == BLOCKED;
    }
}
