/** Where a VM may go, and the plan of bringing it there. */
package org.redoubt.controllers.migrate;
