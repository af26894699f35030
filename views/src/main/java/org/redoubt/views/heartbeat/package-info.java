/** The heartbeat matrix: every host, and each way in which it is heard. */
package org.redoubt.views.heartbeat;
