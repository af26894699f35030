/** What a cluster says of itself: Pacemaker's XML and corosync's texts, heard over any wire or read from a file. */
package org.redoubt.agent.pacemaker;
