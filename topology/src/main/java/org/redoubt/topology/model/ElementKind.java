package org.redoubt.topology.model;

import java.util.Locale;

/** What an element is. The order is the order in which lists and files show them. */
public enum ElementKind {
    CLUSTER,
    RACK,
    HOST,
    ADAPTER_CARD,
    NETWORK_PORT,
    BOND,
    BRIDGE,
    NETWORK,
    SWITCH,
    SWITCH_PORT,
    HBA_PORT,
    FABRIC_SWITCH,
    STORAGE_ARRAY,
    STORAGE_CONTROLLER,
    VOLUME,
    STORAGE_PATH,
    RAID_SET,
    DISK,
    POWER_SUPPLY,
    POWER_FEED,
    BMC,
    FENCE_DEVICE,
    RING,
    VM,
    VM_GROUP,
    SERVICE;

    /** The kind as it is written in ids and files: lower case, words joined by a hyphen. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind written as {@code label}.
     *
     * @throws IllegalArgumentException when no kind is written so
     */
    public static ElementKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
