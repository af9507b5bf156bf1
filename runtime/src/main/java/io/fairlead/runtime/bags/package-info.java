/**
 * The pallet BagsList: voters in bags by weight, each bag a doubly linked list, so that the heaviest can
 * be found without sorting.
 */
@NullMarked
package io.fairlead.runtime.bags;

import org.jspecify.annotations.NullMarked;
