/**
 * Substrate's base-16 Merkle Patricia trie with BLAKE2b-256 in state version 0 ({@code sp_trie::LayoutV0}):
 * roots, a persistent trie whose old versions stay readable, and read proofs.
 */
@NullMarked
package io.fairlead.substrate.trie;

import org.jspecify.annotations.NullMarked;
