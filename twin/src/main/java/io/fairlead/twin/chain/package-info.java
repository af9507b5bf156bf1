/** The chain as a whole: rounds, eras, parameters, upgrades. */
@NullMarked
package io.fairlead.twin.chain;

import org.jspecify.annotations.NullMarked;
