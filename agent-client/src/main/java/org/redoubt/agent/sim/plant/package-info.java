/** What stands in the simulated data centre, and how one of any size is put together. Of it only a VM's host changes. */
package org.redoubt.agent.sim.plant;
