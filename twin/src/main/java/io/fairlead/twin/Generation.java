package io.fairlead.twin;

import akka.persistence.typed.PersistenceId;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.entity.EntityKey;

/**
 * One build of all entities from a chain log. Part of every persistence id, so that builds stand side by
 * side.
 *
 * @param chain first eight digits of the genesis hash
 * @param number from 1
 * @param log number of the generation that began the log it is built from
 */
public record Generation(String chain, int number, int log) {
  private static final int CHAIN_DIGITS = 8;

  /** The first one of a chain. */
  public static Generation first(Hash genesis) {
    return new Generation(genesis.toString().substring(2, 2 + CHAIN_DIGITS), 1, 1);
  }

  /** Under which the log stands. */
  PersistenceId logId() {
    return PersistenceId.ofUniqueId("log|" + chain + "-g" + log);
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
