/** What hosts answered in one round, kept in a directory with its secrets masked (docs/recording.md). */
package org.redoubt.agent.record;
