/**
 * Calls, events, errors and types of MultiAssetDelegation as they stand on the wire, and the words it
 * shares with Services. Pallet indices are not here.
 */
@NullMarked
package io.fairlead.restaking.wire;

import org.jspecify.annotations.NullMarked;
