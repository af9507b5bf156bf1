package io.fairlead.simulations.demo;

import io.fairlead.runtime.DevGenesis;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;

/** Who plays in the story: development accounts of sr25519 that genesis endows. */
public enum Person {
  /** Holds the key of Sudo. */
  ALICE("//Alice", 0, "governance"),
  /** The operator whose shell answers job calls. */
  BOB("//Bob", 1, "operator"),
  /** The operator that answers wrongly and is slashed. */
  CHARLIE("//Charlie", 2, "operator"),
  /** An operator that is only there. */
  DAVE("//Dave", 3, "operator"),
  /** Delegates to Bob and Charlie. */
  EVE("//Eve", 4, "delegator"),
  /** Delegates to Charlie, in part only for another blueprint. */
  FERDIE("//Ferdie", 5, "delegator"),
  /** Publishes the blueprint. */
  DEVELOPER("//Alice//stash", 6, "developer"),
  /** Requests the service and calls its job. */
  REQUESTER("//Bob//stash", 7, "requester");

  private final String suri;
  private final AccountId account;
  private final String role;

  Person(String suri, int place, String role) {
    this.suri = suri;
    this.account = DevGenesis.ACCOUNTS.get(place);
    this.role = role;
  }

  /** The development key: no secret. */
  public String suri() {
    return suri;
  }

  /** The account. */
  public AccountId account() {
    return account;
  }

  /** What the person does in the story. */
  public String role() {
    return role;
  }

  /** The ECDSA key of the same secret URI, under which an operator registers. */
  Bytes operatorKey() {
    var key = (EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, suri);
    return Bytes.wrap(key.uncompressedPublicKey());
  }
}
