package io.fairlead.client;

import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * The state of a chain at one block, read when it is asked for: what stands behind the store of a
 * dry run. Blocks the caller; fails with {@link RpcFailure}.
 */
public final class RemoteState implements Store.Source {
  private final ChainRpc rpc;
  private final Hash at;

  /** The state after block {@code at}. */
  public RemoteState(ChainRpc rpc, Hash at) {
    this.rpc = rpc;
    this.at = at;
  }

  @Override
  public byte @org.jspecify.annotations.Nullable [] value(byte[] key) {
    return unwrapped(() -> rpc.storage(Bytes.of(key), at).join()).map(Bytes::array).orElse(null);
  }

  @Override
  public List<Store.Change> pairs(byte[] prefix) {
    return unwrapped(() -> rpc.pairs(Bytes.of(prefix), at).join()).stream()
        .map(pair -> new Store.Change(pair.key(), pair.value())).toList();
  }

  private static <T> T unwrapped(java.util.function.Supplier<T> question) {
    try {
      return question.get();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RpcFailure known) {
        throw known;
      }
      throw failed;
    }
  }
}
