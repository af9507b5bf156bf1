/**
 * SCALE: codecs built by combination, each with its encoder, total decoder, encoded size and the
 * shape from which metadata is written. No reflection; bad input never escapes as an exception.
 */
@NullMarked
package io.fairlead.substrate.scale;

import org.jspecify.annotations.NullMarked;
