/** A host's own word on its network: ports and their cards, bonds, teams, bridges, and the switches at the other ends. */
package org.redoubt.agent.ssh.read.net;
