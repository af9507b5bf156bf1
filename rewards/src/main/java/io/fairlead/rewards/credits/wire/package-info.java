/** Calls, events, errors and types of Credits as they stand on the wire. Pallet indices are not here. */
@NullMarked
package io.fairlead.rewards.credits.wire;

import org.jspecify.annotations.NullMarked;
