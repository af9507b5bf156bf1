/**
 * The twin's copy of the storage of the followed pallets, kept equal to the chain's by a hash per
 * pallet and block.
 */
@NullMarked
package io.fairlead.twin.replica;

import org.jspecify.annotations.NullMarked;
