/** The dev node: chain entity on a journal, pool, sealing, reads by block, JSON-RPC. */
@NullMarked
package io.fairlead.node;

import org.jspecify.annotations.NullMarked;
