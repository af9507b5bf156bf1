/**
 * The pallet kit: typed storage with one undo log, refusals, events, origins, weights and the
 * declaration of a pallet from which dispatch and metadata are made. Pure: no clock, no randomness,
 * no bytes where nobody asks for them.
 */
@NullMarked
package io.fairlead.substrate.pallet;

import org.jspecify.annotations.NullMarked;
