package io.fairlead.twin;

import akka.persistence.typed.PersistenceId;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.entity.EntityKey;

/**
 * One history of a chain: a log and all that is built from it. Part of every persistence id and in a
 * folder of its own, so that a new one is built while the old one answers.
 *
 * @param chain first eight digits of the genesis hash
 * @param number from 1
 */
public record Generation(String chain, int number) {
  private static final int CHAIN_DIGITS = 8;

  /** Number {@code number} of a chain. */
  public static Generation of(Hash genesis, int number) {
    return new Generation(genesis.toString().substring(2, 2 + CHAIN_DIGITS), number);
  }

  /** Under which the log stands. */
  PersistenceId logId() {
    return PersistenceId.ofUniqueId("log|" + chain + "-g" + number);
  }

  /** What the ids of its lanes begin with. */
  String lanes() {
    return "ln|" + chain + "-g" + number + "-";
  }

  /** In which its tables stand. */
  String schema() {
    return "twin_" + chain + "_g" + number;
  }

  /** Under which an entity stands. */
  PersistenceId entityId(EntityKey key) {
    return PersistenceId.of(key.type().code(), entity(key.key()));
  }

  /** Under which {@code key} stands, after its type. */
  String entity(String key) {
    return chain + "-g" + number + "-" + key;
  }
}
