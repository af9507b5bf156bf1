/** Reward eras and vaults. */
@NullMarked
package io.fairlead.twin.reward;

import org.jspecify.annotations.NullMarked;
