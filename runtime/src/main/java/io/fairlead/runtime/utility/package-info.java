/** The pallet Utility: several calls in one, calls of derived accounts, calls of any origin. */
@NullMarked
package io.fairlead.runtime.utility;

import org.jspecify.annotations.NullMarked;
