/** What is looked for on the map: the rest is dimmed, and stays where it is. */
package org.redoubt.views.filter;
