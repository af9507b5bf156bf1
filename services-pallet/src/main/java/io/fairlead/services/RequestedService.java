package io.fairlead.services;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/**
 * What a manager learns of a request.
 *
 * @param requestId its number, u64
 * @param requester who asks
 * @param operators preferences of the operators asked, in the order of the request
 * @param args for the blueprint's request parameters
 * @param permittedCallers who may call jobs
 * @param ttl blocks
 * @param paymentAsset in which it is paid
 * @param value in that asset's smallest unit
 */
public record RequestedService(long requestId, AccountId requester,
    List<OperatorPreferences> operators, List<Field> args, List<AccountId> permittedCallers,
    long ttl, Asset paymentAsset, Balance value) {

  public RequestedService {
    operators = List.copyOf(operators);
    args = List.copyOf(args);
    permittedCallers = List.copyOf(permittedCallers);
  }
}
