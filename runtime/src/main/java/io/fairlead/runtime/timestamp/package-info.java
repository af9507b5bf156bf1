/** The pallet Timestamp: the time of a block, set once in each. */
@NullMarked
package io.fairlead.runtime.timestamp;

import org.jspecify.annotations.NullMarked;
