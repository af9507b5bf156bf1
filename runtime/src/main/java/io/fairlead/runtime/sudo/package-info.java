/** The pallet Sudo: one key that may do anything, as Root or as anybody. */
@NullMarked
package io.fairlead.runtime.sudo;

import org.jspecify.annotations.NullMarked;
