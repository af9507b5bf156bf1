/** How fast the twin is, on a made-up chain: what {@code fairlead twin bench} prints. */
@NullMarked
package io.fairlead.twin.bench;

import org.jspecify.annotations.NullMarked;
