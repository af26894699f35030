package org.redoubt.agent.probe;

/**
 * Reads what hosts answer to some questions. Pure: the same round gives the same reading. Whatever the text is, it never
 * throws: what cannot be read is said to be {@linkplain Reading#unreadable unreadable}, and nothing is claimed of it.
 */
@FunctionalInterface
public interface Reader {
    void read(Round round, Reading reading);
}
