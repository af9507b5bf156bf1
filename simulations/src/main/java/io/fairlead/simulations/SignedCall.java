package io.fairlead.simulations;

import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A call as somebody signs it.
 *
 * @param extra era, nonce and tip as signed, of the era only its length counts; null: immortal, the
 *     signer's next nonce, no tip
 */
public record SignedCall(AccountId signer, @Nullable SignedExtra extra, Call call) {

  /** Immortal, with the next nonce and without tip. */
  public static SignedCall of(AccountId signer, Call call) {
    return new SignedCall(signer, null, call);
  }
}
