/** Transactions that wait for a block, under Substrate's rules ({@code sc_transaction_pool}). */
@NullMarked
package io.fairlead.node.pool;

import org.jspecify.annotations.NullMarked;
