package io.fairlead.runtime;

import io.fairlead.runtime.managers.ManagerScript;
import io.fairlead.runtime.session.SessionStorage;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What block 0 holds. The rest is what the pallets say of a chain without history: no vaults, no
 * assets, {@code Rewards.ApyBlocks} zero.
 *
 * @param endowments accounts with free planck
 * @param sudo the key of Sudo
 * @param session index of the first session, and so of the first round
 * @param validators of the sessions; nobody elects others
 * @param masters master managers, by revision
 * @param managers what the contract at an address answers
 */
public record Genesis(List<Endowment> endowments, AccountId sudo, long session,
    List<SessionStorage.Queued> validators, List<EvmAddress> masters,
    SortedMap<EvmAddress, ManagerScript> managers) {

  /** An account and its free planck. */
  public record Endowment(AccountId account, Balance free) {}

  public Genesis {
    endowments = List.copyOf(endowments);
    validators = List.copyOf(validators);
    masters = List.copyOf(masters);
    managers = Collections.unmodifiableSortedMap(new TreeMap<>(managers));
  }
}
