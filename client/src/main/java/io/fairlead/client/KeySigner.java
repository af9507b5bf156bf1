package io.fairlead.client;

import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Signs with a key that this process holds. */
public record KeySigner(KeyPair key) implements Signer {
  @Override
  public boolean isInProcess() {
    return true;
  }

  @Override
  public AccountId account() {
    return AccountId.of(key.accountIdBytes());
  }

  @Override
  public int scheme() {
    return key.scheme().ordinal();
  }

  @Override
  public CompletionStage<Bytes> sign(Bytes payload) {
    return CompletableFuture.completedFuture(Bytes.wrap(key.sign(payload.array())));
  }

  /** The account, never the key. */
  @Override
  public String toString() {
    return "KeySigner[" + account() + "]";
  }
}
