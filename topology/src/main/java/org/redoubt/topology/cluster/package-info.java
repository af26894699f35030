/** What a cluster's own words mean for what is in it: whose VM is whose. */
package org.redoubt.topology.cluster;
