/**
 * What finalized blocks say, as facts: marks, calls, events, changes of storage. Pure: the same block
 * gives the same facts, byte for byte.
 */
@NullMarked
package io.fairlead.twin.fact;

import org.jspecify.annotations.NullMarked;
