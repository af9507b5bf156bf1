/** Seeded traffic for a dev chain: what a twin, and whoever tests one, has to follow. */
@NullMarked
package io.fairlead.twin.load;

import org.jspecify.annotations.NullMarked;
