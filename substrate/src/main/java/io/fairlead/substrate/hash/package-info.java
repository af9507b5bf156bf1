/**
 * The hashes of Substrate: BLAKE2b in the digest lengths that {@code sp_core} uses, the "twox" family
 * of xxHash64, and Keccak-256. Pure functions on byte arrays; nothing here keeps state between calls,
 * so every method may be used by any thread.
 */
@NullMarked
package io.fairlead.substrate.hash;

import org.jspecify.annotations.NullMarked;
