/**
 * Runtime metadata V14 and V15: its model, its bytes, how it is written from our declarations and how
 * values are read by it without knowing their types beforehand.
 */
@NullMarked
package io.fairlead.substrate.metadata;

import org.jspecify.annotations.NullMarked;
