/** What the texts and files of a cluster say, each format in its own class. Pure: values out of text, or nothing. */
package org.redoubt.agent.pacemaker.read;
