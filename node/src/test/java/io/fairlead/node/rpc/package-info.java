/** Tests of JSON-RPC that need no connection. */
@NullMarked
package io.fairlead.node.rpc;

import org.jspecify.annotations.NullMarked;
