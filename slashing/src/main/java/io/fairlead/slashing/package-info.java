/** The slash queue: what is reported waits for its round, can be disputed, and is taken in order. */
@NullMarked
package io.fairlead.slashing;

import org.jspecify.annotations.NullMarked;
