/** The table that shows the same VMs as the map, for those who sort, filter and type. */
package org.redoubt.views.table;
