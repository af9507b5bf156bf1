/** Tests of the node, most of them over a tiny runtime of their own. */
@NullMarked
package io.fairlead.node;

import org.jspecify.annotations.NullMarked;
