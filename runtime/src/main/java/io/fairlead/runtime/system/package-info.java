/**
 * The pallet System: accounts and their reference counts, what a block uses, block hashes, events of
 * a block, remarks.
 */
@NullMarked
package io.fairlead.runtime.system;

import org.jspecify.annotations.NullMarked;
