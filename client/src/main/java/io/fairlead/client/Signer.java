package io.fairlead.client;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import java.util.concurrent.CompletionStage;

/**
 * Signs for one account: in this process, in an enclave, on another machine. Whoever calls it has
 * written down what is to be signed, unless it {@link #isInProcess}.
 */
public interface Signer {
  /**
   * Whether a signature stays in this process until it is sent. Only then may it be asked for before
   * what it signs is written down: a process that dies in between takes it along.
   */
  default boolean isInProcess() {
    return false;
  }

  /** The account that signs. */
  AccountId account();

  /** Index of the scheme in {@code MultiSignature}: 0 ed25519, 1 sr25519, 2 ecdsa. */
  int scheme();

  /**
   * The raw signature of {@code payload}: 64 bytes, 65 for ecdsa. A payload over 256 bytes was
   * hashed before.
   */
  CompletionStage<Bytes> sign(Bytes payload);
}
