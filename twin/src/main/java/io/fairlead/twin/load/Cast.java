package io.fairlead.twin.load;

import io.fairlead.client.KeySigner;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;

/** The dev accounts by what they do in a load; the order is that of {@link DevGenesis#ACCOUNTS}. */
enum Cast {
  ALICE("//Alice", Role.GOVERNOR), BOB("//Bob", Role.OPERATOR), CHARLIE("//Charlie", Role.OPERATOR),
  DAVE("//Dave", Role.OPERATOR), EVE("//Eve", Role.OPERATOR), FERDIE("//Ferdie", Role.DELEGATOR),
  ALICE_STASH("//Alice//stash", Role.REQUESTER), BOB_STASH("//Bob//stash", Role.REQUESTER),
  CHARLIE_STASH("//Charlie//stash", Role.DELEGATOR), DAVE_STASH("//Dave//stash", Role.DELEGATOR),
  EVE_STASH("//Eve//stash", Role.DELEGATOR), FERDIE_STASH("//Ferdie//stash", Role.DELEGATOR);

  /** What an account does. */
  enum Role {
    /** Sudo: prepares the chain, slashes and disputes. */
    GOVERNOR,
    /** Bonds, registers, approves, answers. */
    OPERATOR,
    /** Deposits, delegates, leaves, claims. */
    DELEGATOR,
    /** Publishes blueprints, requests and ends services, calls jobs. */
    REQUESTER
  }

  private final KeySigner signer;
  private final Role role;
  private final String suri;

  Cast(String suri, Role role) {
    this.suri = suri;
    this.signer = new KeySigner(KeyPair.ofSuri(Scheme.SR25519, suri));
    this.role = role;
  }

  KeySigner signer() {
    return signer;
  }

  AccountId account() {
    return signer.account();
  }

  Role role() {
    return role;
  }

  /** The key under which an operator registers: 65 bytes that tell operators apart. */
  Bytes operatorKey() {
    var key = (EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, suri);
    return Bytes.wrap(key.uncompressedPublicKey());
  }
}
