/** What a host's own answers over SSH mean: all readers of them, one for each kind of thing that is told. */
package org.redoubt.agent.ssh.read;
