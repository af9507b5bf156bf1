/**
 * The node: a chain entity over an engine, a transaction pool, sealing and a JSON-RPC server.
 * {@link io.fairlead.node.FairleadNode} starts one.
 */
@NullMarked
package io.fairlead.node;

import org.jspecify.annotations.NullMarked;
