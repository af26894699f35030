/** What an operator prefers, kept over restarts. */
package org.redoubt.controllers.settings;
