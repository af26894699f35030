package org.redoubt.controllers.run;

/** How far a piece of work has come. */
public enum Phase {
    /** As many migrations as a host may have at once are under way on one of its hosts. */
    WAITING,
    /** The plan's conditions are tried on the newest site. */
    CHECKING,
    /** The intent is being written down; nothing was sent yet. */
    JOURNALLING,
    /** Sent: the hosts are at it. */
    RUNNING,
    /** The host was asked to give it up and has not answered yet. */
    CANCELLING,
    /** The host has answered; both hosts are being asked what is true now. */
    READING_BACK,
    /** Nobody can tell yet what became of it. The hosts are asked again and again, less and less often. */
    UNSETTLED,
    ENDED;

    /** Whether it still goes on. */
    public boolean live() {
        return this != ENDED;
    }
}
