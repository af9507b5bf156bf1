/**
 * Restaking: the pallet MultiAssetDelegation. Operators with stake, delegators with deposits of many
 * assets, delegations, rounds, and what a slash takes.
 */
@NullMarked
package io.fairlead.restaking;

import org.jspecify.annotations.NullMarked;
