/**
 * A client of any Tangle node: JSON-RPC over WebSocket, finalized blocks followed without gaps,
 * typed calls by the connected chain's metadata, submission watched to its end.
 */
@NullMarked
package io.fairlead.client;

import org.jspecify.annotations.NullMarked;
