/** The search palette: finds any element and any action by a few letters. */
package org.redoubt.views.palette;
