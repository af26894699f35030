/** A host's own word on itself: who it is, what runs on it, how it is fed, and what guards it. */
package org.redoubt.agent.ssh.read.host;
