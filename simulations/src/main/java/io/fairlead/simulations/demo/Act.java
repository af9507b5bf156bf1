package io.fairlead.simulations.demo;

import io.fairlead.substrate.pallet.Call;

/** One signed call of the story: who signs, what, and in words. */
public record Act(Person signer, Call call, String words) {}
