/** The state of the chain at each of its recent blocks, for readers on any thread. */
@NullMarked
package io.fairlead.node.states;

import org.jspecify.annotations.NullMarked;
