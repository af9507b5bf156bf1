package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.primitive.AccountId;

/** Which services an operator's profile holds. */
final class OperatorProfiles {
  private final ServicesStorage storage;
  private final PalletError full;

  OperatorProfiles(ServicesStorage storage, ServiceTerms.FullProfile rule) {
    this.storage = storage;
    this.full = switch (rule) {
      case AS_NOT_REGISTERED -> ServicesError.NOT_REGISTERED;
      case AS_FULL -> ServicesError.MAX_SERVICES_PER_OPERATOR_EXCEEDED;
    };
  }

  /** Adds a service; refused with {@code NotRegistered} where there is no profile. */
  void add(AccountId operator, long serviceId) {
    OperatorProfile profile =
        storage.operatorsProfile.orRefuse(operator, ServicesError.NOT_REGISTERED);
    ensure(profile.services().size() < Limits.SERVICES_PER_OPERATOR_MAX, full);
    storage.operatorsProfile.put(operator, profile.withService(serviceId));
  }

  /** Takes a service away; refused with {@code NotRegistered} where there is no profile. */
  void remove(AccountId operator, long serviceId) {
    OperatorProfile profile =
        storage.operatorsProfile.orRefuse(operator, ServicesError.NOT_REGISTERED);
    storage.operatorsProfile.put(operator, profile.withoutService(serviceId));
  }
}
