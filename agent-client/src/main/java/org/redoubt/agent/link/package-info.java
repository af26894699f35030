/** What every link to a host has in common, whatever its wire: how it stands, and when it is tried again. */
package org.redoubt.agent.link;
