package org.redoubt.topology.model;

/** A cluster member's state, as one of its members sees it. Only the first of these runs whatever it is told to. */
public enum NodeState {
    ONLINE,
    /** It is a member, and its resources were sent away. */
    STANDBY,
    /** It is a member, and nothing on it is started or stopped. */
    MAINTENANCE,
    /** It is joining. */
    PENDING,
    /** What it runs is not known: it is to be fenced before anything of it starts elsewhere. */
    UNCLEAN,
    OFFLINE
}
