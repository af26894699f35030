/** How long a live migration takes and how long the guest stands still: from what it dirties, learned from past ones. */
package org.redoubt.topology.plan.forecast;
