/**
 * A whole data centre, simulated, behind the same ports as a real one: deterministic from its seed, of any size, with
 * its own physics of migration. {@code docs/simulated-site.md} describes it.
 */
package org.redoubt.agent.sim;
