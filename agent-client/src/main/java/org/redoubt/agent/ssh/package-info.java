/** Hosts heard over SSH: one connection and one batch of fixed questions a round each (docs/ssh.md). */
package org.redoubt.agent.ssh;
