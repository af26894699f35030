/** What an operator prefers, in a file. */
package org.redoubt.agent.preferences;
