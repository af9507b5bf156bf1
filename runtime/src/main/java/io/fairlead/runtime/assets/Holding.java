package io.fairlead.runtime.assets;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * What an account has of an asset ({@code pallet_assets::AssetAccount}).
 *
 * @param balance in the asset's smallest unit
 * @param reason why the account can have it
 */
public record Holding(Balance balance, Status status, Reason reason) {

  /** What the account can do. */
  public enum Status {
    LIQUID("Liquid"), FROZEN("Frozen"), BLOCKED("Blocked");

    static final Codec<Status> CODEC = Codecs.plainEnum("pallet_assets::types::AccountStatus",
        values(), Status::ordinal, s -> s.chainName);

    private final String chainName;

    Status(String chainName) {
      this.chainName = chainName;
    }

    /** Whether the account cannot send. */
    boolean isFrozen() {
      return this != LIQUID;
    }
  }

  /** Why an account can have an asset ({@code ExistenceReason}). */
  public sealed interface Reason {
    /** It holds a consumer reference. */
    record Consumer() implements Reason {}

    /** It holds a sufficient reference. */
    record Sufficient() implements Reason {}

    /** The account itself left a deposit of so many planck. */
    record DepositHeld(Balance deposit) implements Reason {}

    /** The deposit was given back. */
    record DepositRefunded() implements Reason {}

    /** Another account left a deposit of so many planck. */
    record DepositFrom(AccountId depositor, Balance deposit) implements Reason {}

    Reason CONSUMER = new Consumer();
    Reason SUFFICIENT = new Sufficient();
    Reason REFUNDED = new DepositRefunded();

    /** One byte of index, then the fields. */
    Codec<Reason> CODEC = Codecs.enumOf("pallet_assets::types::ExistenceReason",
        List.of(Shape.param("Balance", Balance.CODEC.shape()),
            Shape.param("AccountId", AccountId.CODEC.shape())),
        variant(0, "Consumer", Consumer.class, (Consumer) CONSUMER),
        variant(1, "Sufficient", Sufficient.class, (Sufficient) SUFFICIENT),
        variant(2, "DepositHeld", DepositHeld.class,
            Fields.of(DepositHeld::new,
                Fields.field(null, DepositHeld::deposit, Balance.CODEC, "Balance"))),
        variant(3, "DepositRefunded", DepositRefunded.class, (DepositRefunded) REFUNDED),
        variant(4, "DepositFrom", DepositFrom.class,
            Fields.of(DepositFrom::new,
                Fields.field(null, DepositFrom::depositor, AccountId.CODEC, "AccountId"),
                Fields.field(null, DepositFrom::deposit, Balance.CODEC, "Balance"))));
  }

  private enum Extra {
    NONE
  }

  static final Codec<Holding> CODEC = Codecs.struct("pallet_assets::types::AssetAccount",
      Fields.<Balance, Status, Reason, Extra, Holding>of(
          (balance, status, reason, extra) -> new Holding(balance, status, reason),
          Fields.field("balance", Holding::balance, Balance.CODEC, "Balance"),
          Fields.field("status", Holding::status, Status.CODEC, "AccountStatus"),
          Fields.field("reason", Holding::reason, Reason.CODEC,
              "ExistenceReason<DepositBalance, AccountId>"),
          Fields.field("extra", h -> Extra.NONE, Codecs.unit(Extra.NONE), "Extra")),
      Shape.param("Balance", Balance.CODEC.shape()),
      Shape.param("DepositBalance", Balance.CODEC.shape()), Shape.param("Extra", Shape.UNIT),
      Shape.param("AccountId", AccountId.CODEC.shape()));

  Holding withBalance(Balance next) {
    return new Holding(next, status, reason);
  }

  Holding withStatus(Status next) {
    return new Holding(balance, next, reason);
  }
}
