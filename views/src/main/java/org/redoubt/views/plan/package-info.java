/** From a gesture to an approval: where a VM may go, what moving it there means, and an operator's yes. */
package org.redoubt.views.plan;
