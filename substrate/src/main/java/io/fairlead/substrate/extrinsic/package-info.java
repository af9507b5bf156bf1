/**
 * Extrinsics of format version 4 with the ten signed extensions of Tangle: addresses, signatures, eras,
 * the payload that is signed. Calls stay generic: who knows the runtime supplies their codec.
 */
@NullMarked
package io.fairlead.substrate.extrinsic;

import org.jspecify.annotations.NullMarked;
