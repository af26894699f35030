/** XML that somebody else wrote: read with limits, and nothing of it obeyed. */
package org.redoubt.agent.xml;
