/** Moving a VM: what objects to it, what it costs, how long it takes, and the plan. */
package org.redoubt.topology.plan.move;
