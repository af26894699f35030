/** The window around the map: its bar, panels, keys and sheets, and what ties them together. */
package org.redoubt.views.console;
