/** Tests of the chain. */
@NullMarked
package io.fairlead.node.chain;

import org.jspecify.annotations.NullMarked;
