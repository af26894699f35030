/** YAML and JSON that people write: nodes that know their place, and everything that is wrong with them at once. */
package org.redoubt.agent.site.text;
