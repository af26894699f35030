/** What things need to go on running, derived from what is claimed of them. */
package org.redoubt.topology.need;
