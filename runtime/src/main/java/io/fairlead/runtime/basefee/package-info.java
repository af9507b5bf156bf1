/** The pallet BaseFee: what a unit of gas costs at least, following how full blocks are. */
@NullMarked
package io.fairlead.runtime.basefee;

import org.jspecify.annotations.NullMarked;
