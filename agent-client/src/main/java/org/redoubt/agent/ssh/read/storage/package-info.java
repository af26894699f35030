/** A host's own word on its storage: adapters, paths, what is mirrored where, and how the disks are. */
package org.redoubt.agent.ssh.read.storage;
