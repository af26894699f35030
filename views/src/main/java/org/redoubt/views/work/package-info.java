/** Work that runs, work that ended, and the journal of both. */
package org.redoubt.views.work;
