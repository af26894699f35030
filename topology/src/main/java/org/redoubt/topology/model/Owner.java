package org.redoubt.topology.model;

/** Who starts, stops and moves a host's VMs. When nobody claims it, it is unknown, which is not NONE. */
public enum Owner {
    /** Nobody but the operator: the site file says so. */
    NONE,
    PACEMAKER
}
