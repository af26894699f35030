/** Everything that is said of what is selected: by whom, and how long ago. */
package org.redoubt.views.inspector;
