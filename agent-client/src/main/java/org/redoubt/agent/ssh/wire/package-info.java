/** SSH itself: keys, host keys, connections and one command at a time. Nobody else knows the library. */
package org.redoubt.agent.ssh.wire;
