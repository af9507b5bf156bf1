/**
 * The pallet Staking as far as pools and nominations need it: bonds with their ledgers and locks,
 * nominations, the era. Elections, era payouts and slashes of validators are not here; their items are
 * declared for what writes them from outside.
 */
@NullMarked
package io.fairlead.runtime.staking;

import org.jspecify.annotations.NullMarked;
