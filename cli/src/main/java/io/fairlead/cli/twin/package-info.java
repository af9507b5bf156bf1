/** {@code fairlead twin}: the chain as actors. */
@NullMarked
package io.fairlead.cli.twin;

import org.jspecify.annotations.NullMarked;
