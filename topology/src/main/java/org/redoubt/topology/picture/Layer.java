package org.redoubt.topology.picture;

/** A part of the map that can be shown or left out. */
public enum Layer {
    /** What is always there: hosts, clusters, VMs. */
    BASE("Hosts"),
    NETWORK("Network"),
    STORAGE("Storage paths"),
    POWER("Power"),
    RINGS("Cluster rings"),
    FENCE("Fence paths");

    private final String words;

    Layer(String words) {
        this.words = words;
    }

    /** Its name on the screen. */
    public String words() {
        return words;
    }
}
