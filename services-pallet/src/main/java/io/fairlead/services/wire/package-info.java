/** Calls, events, errors and types of Services as they stand on the wire. Pallet indices are not here. */
@NullMarked
package io.fairlead.services.wire;

import org.jspecify.annotations.NullMarked;
