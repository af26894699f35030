package org.redoubt.agent.link;

import org.redoubt.topology.model.LinkState;

/**
 * How a link stands, told by whoever speaks its wire.
 *
 * @param detail for people: what follows, and what to do; empty where nothing is to be done
 */
public record LinkVerdict(LinkState state, String detail) {}
