/** Brings finalized blocks from nodes, checked and proved, into the chain log. */
@NullMarked
package io.fairlead.twin.feed;

import org.jspecify.annotations.NullMarked;
