/** Compares what the entities hold with the replica, and the replica with the chain. */
@NullMarked
package io.fairlead.twin.audit;

import org.jspecify.annotations.NullMarked;
