/** The plain loop: a story of calls on the pure runtime, without bytes. */
@NullMarked
package io.fairlead.simulations;

import org.jspecify.annotations.NullMarked;
