/** What a site file says that no host reports: where things stand, what feeds them, how they are cabled, whose they are. */
package org.redoubt.agent.site.paper;
