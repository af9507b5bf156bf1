/** The pallet Rewards: vaults of assets, what depositors and operators earn and claim. */
@NullMarked
package io.fairlead.rewards;

import org.jspecify.annotations.NullMarked;
