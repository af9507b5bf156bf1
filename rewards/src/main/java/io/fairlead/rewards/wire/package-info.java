/** Calls, events, errors and types of Rewards as they stand on the wire. Pallet indices are not here. */
@NullMarked
package io.fairlead.rewards.wire;

import org.jspecify.annotations.NullMarked;
