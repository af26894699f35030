/** What a cluster's own words mean for what is in it: whose VM is whose, and whether it has come apart. */
package org.redoubt.topology.cluster;
