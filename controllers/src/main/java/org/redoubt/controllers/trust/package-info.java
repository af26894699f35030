/** Whom this desk believes to be a host: keys that are accepted by their fingerprint. */
package org.redoubt.controllers.trust;
