package io.fairlead.runtime.extensions;

import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.extensions.Admission.Admitted;
import io.fairlead.runtime.extensions.Admission.Refused;
import io.fairlead.runtime.payment.PaymentPallet;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.runtime.system.BlockUse;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.MetadataHashMode;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ten signed extensions, in their order: CheckNonZeroSender, CheckSpecVersion, CheckTxVersion,
 * CheckGenesis, CheckMortality, CheckNonce, CheckWeight, ChargeTransactionPayment, CheckMetadataHash,
 * CheckNominatedRestaked. What only the signature can break (versions, genesis, birth block) is for
 * the check of the signature; the last one is {@link NominatedRestaked}, which is asked after these.
 */
public final class SignedExtensions {
  private static final Validity.Unfit BAD_SIGNER = new Validity.Invalid(Validity.Kind.BAD_SIGNER);
  private static final Validity.Unfit PAYMENT = new Validity.Invalid(Validity.Kind.PAYMENT);
  private static final Validity.Unfit STALE = new Validity.Invalid(Validity.Kind.STALE);
  private static final Validity.Unfit FUTURE = new Validity.Invalid(Validity.Kind.FUTURE);
  private static final Validity.Unfit EXHAUSTS_RESOURCES =
      new Validity.Invalid(Validity.Kind.EXHAUSTS_RESOURCES);
  /** The runtime was built without the hash of its metadata, so that nobody can have signed it. */
  private static final Validity.Unfit CANNOT_LOOKUP = new Validity.Unknown(0);

  private static final int TAG_BYTES = 36;

  private final Accounts accounts;
  private final BlockUse use;
  private final Ledger ledger;
  private final PaymentPallet payment;

  /** The extensions over accounts, what a block has used, money and prices. */
  public SignedExtensions(Accounts accounts, BlockUse use, Ledger ledger, PaymentPallet payment) {
    this.accounts = accounts;
    this.use = use;
    this.ledger = ledger;
    this.payment = payment;
  }

  /**
   * What the pool must know. Changes nothing.
   *
   * @param who the signer
   * @param bytes length of the extrinsic, its length prefix included
   * @param block number of the block that it could enter: the next one
   */
  public Validity validate(AccountId who, SignedExtra extra, DispatchInfo info, long bytes,
      long block) {
    AccountInfo account = accounts.get(who);
    Validity.Unfit refused = refusal(who, extra, account);
    if (refused != null) {
      return refused;
    }
    if (extra.nonce() < account.nonce()) {
      return STALE;
    }
    if (!use.fitsAlone(info, bytes)) {
      return EXHAUSTS_RESOURCES;
    }
    Balance fee = payment.fee(bytes, info.weight(), info.pays(), extra.tip());
    if (!ledger.canWithdraw(who, fee)) {
      return PAYMENT;
    }
    List<Bytes> requires =
        account.nonce() < extra.nonce() ? List.of(tag(who, extra.nonce() - 1)) : List.of();
    return new Validity.Valid(PaymentPallet.priority(use.length(), info, bytes, extra.tip(), fee),
        requires,
        List.of(tag(who, extra.nonce())), longevity(extra.era(), block), true);
  }

  /**
   * Before dispatch: uses the nonce, counts weight and length, withdraws the fee (event Withdraw).
   * Arguments as for {@link #validate}.
   */
  public Admission preDispatch(AccountId who, SignedExtra extra, DispatchInfo info, long bytes) {
    AccountInfo account = accounts.get(who);
    Validity.Unfit refused = refusal(who, extra, account);
    if (refused != null) {
      return new Refused(refused);
    }
    if (extra.nonce() != account.nonce()) {
      return new Refused(extra.nonce() < account.nonce() ? STALE : FUTURE);
    }
    if (!use.admit(info, bytes)) {
      return new Refused(EXHAUSTS_RESOURCES);
    }
    Balance fee = payment.fee(bytes, info.weight(), info.pays(), extra.tip());
    return ledger.withdraw(who, account.withNextNonce(), fee) ? new Admitted(fee)
        : new Refused(PAYMENT);
  }

  /** After dispatch: gives back unused weight and what was paid for it, distributes the fee. */
  public void postDispatch(AccountId who, SignedExtra extra, DispatchInfo info, PostDispatch post,
      long bytes, Balance withdrawn) {
    use.giveBack(info, post);
    payment.settle(who, info, post, bytes, extra.tip(), withdrawn);
  }

  private static Validity.@Nullable Unfit refusal(AccountId who, SignedExtra extra,
      AccountInfo account) {
    if (extra.mode() != MetadataHashMode.DISABLED) {
      return CANNOT_LOOKUP;
    }
    if (who.equals(AccountId.ZERO)) {
      return BAD_SIGNER;
    }
    return account.isAlive() ? null : PAYMENT;
  }

  /** Account and nonce: what the extrinsic with that nonce provides. */
  private static Bytes tag(AccountId who, long nonce) {
    var out = new Output(TAG_BYTES);
    AccountId.CODEC.write(who, out);
    out.u32(nonce);
    return Bytes.wrap(out.toBytes());
  }

  /** Blocks from {@code block} to the end of the era, unsigned. */
  private static long longevity(Era era, long block) {
    return switch (era) {
      case Era.Immortal immortal -> -1 - block;
      case Era.Mortal mortal -> Math.max(mortal.death(block) - block, 0);
    };
  }
}
