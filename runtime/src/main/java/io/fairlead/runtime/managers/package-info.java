/**
 * Who answers for blueprint managers and token contracts: scripted managers from genesis, or contracts
 * called through the ABI. Behind {@link io.fairlead.runtime.managers.Contracts} stand recorded answers or
 * an EVM.
 */
@NullMarked
package io.fairlead.runtime.managers;

import org.jspecify.annotations.NullMarked;
