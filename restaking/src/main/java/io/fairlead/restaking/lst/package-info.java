/**
 * The pallet Lst: pools of staked money whose shares are tokens of the Assets pallet. What is bonded
 * stands in Staking, which answers through ports.
 */
@NullMarked
package io.fairlead.restaking.lst;

import org.jspecify.annotations.NullMarked;
