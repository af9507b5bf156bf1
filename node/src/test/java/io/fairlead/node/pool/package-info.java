/** Tests of the pool. */
@NullMarked
package io.fairlead.node.pool;

import org.jspecify.annotations.NullMarked;
