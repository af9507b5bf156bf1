/**
 * Keys of the three schemes of a Substrate chain, what is derived from them (secret URIs, SS58
 * addresses) and the check of signatures. Nothing here draws random numbers: signatures are
 * deterministic unless the caller adds entropy. Decoding and verifying are total: bad bytes give
 * {@code false} or a reason, never an exception.
 */
@NullMarked
package io.fairlead.substrate.keys;

import org.jspecify.annotations.NullMarked;
