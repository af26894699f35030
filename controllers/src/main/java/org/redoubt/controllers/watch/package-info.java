/** Hears every source, and keeps the newest site: one thread folds, everyone reads. */
package org.redoubt.controllers.watch;
