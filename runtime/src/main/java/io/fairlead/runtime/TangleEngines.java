package io.fairlead.runtime;

import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.Engines;
import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.List;

/** Engines of our typed pallets under one set of rules. Immutable, for any number of threads. */
public final class TangleEngines implements Engines {
  private final RuntimeTypes types;
  private final Rules rules;
  private final Genesis genesis;

  /** Engines of a chain that begins with {@code genesis}. */
  public TangleEngines(Profile profile, Rules rules, Genesis genesis) {
    this.types = new RuntimeTypes(profile);
    this.rules = rules;
    this.genesis = genesis;
  }

  /** Engines of the dev chain of the testnet. */
  public static TangleEngines dev(Rules rules) {
    return dev(Profile.TANGLE_TESTNET, rules);
  }

  /** Engines of the dev chain of {@code profile}. */
  public static TangleEngines dev(Profile profile, Rules rules) {
    return new TangleEngines(profile, rules, DevGenesis.genesis(profile));
  }

  /** The outer types of the runtime. */
  public RuntimeTypes types() {
    return types;
  }

  @Override
  public List<Store.Change> genesis() {
    var wiring = new Wiring(types, rules);
    wiring.genesis(genesis);
    return wiring.store.pairs();
  }

  @Override
  public Engine empty() {
    return new TangleEngine(new Wiring(types, rules));
  }

  @Override
  public Engine over(Store.Source state) {
    var wiring = new Wiring(types, rules);
    wiring.store.attach(state);
    wiring.block.begin(wiring.systemItems.number.get());
    return new TangleEngine(wiring);
  }

  @Override
  public ExtrinsicChecker checker(Hash genesisHash) {
    return new SignatureChecker(types.profile(), types.extrinsics(), genesisHash);
  }

  /** The profile, where it is not the testnet's, then the rules: what a chain is born with. */
  @Override
  public List<String> rules() {
    var settings = new ArrayList<String>();
    if (!types.profile().equals(Profile.TANGLE_TESTNET)) {
      settings.add(Profile.SETTING + types.profile().name());
    }
    settings.addAll(rules.settings());
    return settings;
  }
}
