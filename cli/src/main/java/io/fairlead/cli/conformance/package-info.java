/**
 * Replays recorded traces of the chain's own pallets against ours: the same state, the same steps,
 * and every result, storage change and event compared byte for byte.
 */
@NullMarked
package io.fairlead.cli.conformance;

import org.jspecify.annotations.NullMarked;
