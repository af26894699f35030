/** Rhythm and silence: how well hosts and heartbeats are heard, at a moment that is given. */
package org.redoubt.topology.heartbeat;
