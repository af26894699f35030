/** What is shown, in words: human units, status words, hostile names made harmless. No toolkit. */
package org.redoubt.views.words;
