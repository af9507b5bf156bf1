/**
 * The pallet Balances: the native currency, its transfers and reserves, what keeps an account alive,
 * and the money side of transaction fees.
 */
@NullMarked
package io.fairlead.runtime.balances;

import org.jspecify.annotations.NullMarked;
