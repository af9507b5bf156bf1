/** JSON-RPC 2.0 as Substrate nodes speak it, over WebSocket and HTTP. */
@NullMarked
package io.fairlead.node.rpc;

import org.jspecify.annotations.NullMarked;
