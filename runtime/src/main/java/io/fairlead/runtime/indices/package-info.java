/** The pallet Indices: short numbers of accounts, and so what an address means. */
@NullMarked
package io.fairlead.runtime.indices;

import org.jspecify.annotations.NullMarked;
