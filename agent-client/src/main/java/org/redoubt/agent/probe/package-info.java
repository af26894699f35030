/** What commands on a host answered, whoever carried them there: over SSH, or kept in a recording. */
package org.redoubt.agent.probe;
