/** Blocks: how they are made, stored, read again and published. */
@NullMarked
package io.fairlead.node.chain;

import org.jspecify.annotations.NullMarked;
