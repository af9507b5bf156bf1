/**
 * What an operator does about what happens on chain, as pure functions: which services are its own,
 * which calls it has to answer, with which program, and whether an answer has the right types. The
 * shell and the simulations decide by the same code.
 */
@NullMarked
package io.fairlead.operator.plan;

import org.jspecify.annotations.NullMarked;
