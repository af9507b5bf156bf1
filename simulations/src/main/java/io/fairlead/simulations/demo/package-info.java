/**
 * The story of the demo as typed calls: one service, two job calls, two slashes, one dispute, the
 * rewards. The demo signs them for a node; the plain loop runs them on the pure runtime.
 */
@NullMarked
package io.fairlead.simulations.demo;

import org.jspecify.annotations.NullMarked;
