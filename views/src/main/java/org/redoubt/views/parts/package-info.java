/** The small pieces that every panel is made of: labels, sections, sheets, toasts, the look. */
package org.redoubt.views.parts;
