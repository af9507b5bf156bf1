/**
 * The twin: a chain as actors, fed by its finalized blocks, each block proved against the chain's own
 * state root. Specified in the twin's chapter of the references; {@link io.fairlead.twin.Twin} puts it
 * together.
 */
@NullMarked
package io.fairlead.twin;

import org.jspecify.annotations.NullMarked;
