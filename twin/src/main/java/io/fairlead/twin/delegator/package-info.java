/** A delegator: what it deposited and delegated, what it was paid and lost. */
@NullMarked
package io.fairlead.twin.delegator;

import org.jspecify.annotations.NullMarked;
