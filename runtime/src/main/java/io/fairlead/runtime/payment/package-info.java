/** The pallet TransactionPayment: what a transaction costs, who pays, and where the fee goes. */
@NullMarked
package io.fairlead.runtime.payment;

import org.jspecify.annotations.NullMarked;
