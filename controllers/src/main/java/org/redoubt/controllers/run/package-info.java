/** Does what was approved: written down, sent, read back from both hosts; and the journal as people read it. */
package org.redoubt.controllers.run;
