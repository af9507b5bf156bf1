package io.fairlead.runtime.basefee;

/**
 * What two runtimes set differently ({@code pallet_base_fee::Config}).
 *
 * @param initial planck a unit of gas on a chain without history; the fee never falls below half of it
 * @param elasticity how much an empty or a full block changes; zero: never
 */
public record BaseFeeConfig(U256 initial, Permill elasticity) {}
