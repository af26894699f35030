package org.redoubt.topology.heartbeat;

/**
 * Whether this desk may trust its own ears. All that it hears comes through its own link: when most hosts fall silent at
 * once that link is in doubt, not they.
 *
 * @param known hosts of which a heartbeat was ever heard
 * @param heard those of which any is heard now
 */
public record OwnLink(int known, int heard) {

    /** Of so few hosts most may well fail at once. */
    private static final int FEW = 2;

    /** Nothing should be concluded from a silence. */
    public boolean inDoubt() {
        return known > FEW && heard * 2 < known;
    }
}
