/**
 * The pallet Credits: who restakes earns claims to credits of a system outside the chain, who burns TNT
 * gets them at once. No credit is stored on chain; events tell of them.
 */
@NullMarked
package io.fairlead.rewards.credits;

import org.jspecify.annotations.NullMarked;
