/**
 * The boundary between node and runtime: bytes and hashes only, as Substrate has it, so that another
 * engine (the chain's own Wasm) can stand behind it.
 */
@NullMarked
package io.fairlead.runtime.engine;

import org.jspecify.annotations.NullMarked;
