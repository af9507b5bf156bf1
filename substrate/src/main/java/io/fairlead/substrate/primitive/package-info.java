/**
 * The words that every module shares: accounts, hashes, block numbers, amounts, rates. Each is a
 * value with its SCALE codec beside it.
 */
@NullMarked
package io.fairlead.substrate.primitive;

import org.jspecify.annotations.NullMarked;
