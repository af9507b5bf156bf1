/** The slashes recorded in a round: who proposed them, in which order they come up, how each ended. */
@NullMarked
package io.fairlead.twin.slash;

import org.jspecify.annotations.NullMarked;
