package io.fairlead.substrate.metadata;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.extrinsic.SignedExtension;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * A small runtime with Tangle's names and indices: enough to decode the chain's events and to hold
 * every kind of type.
 */
final class SampleRuntime {
  private SampleRuntime() {}

  static final String CRATE = "tangle_testnet_runtime";

  // --- types ---

  /** Contains itself, with a gap between the indices. */
  sealed interface Tree {
    record Leaf(boolean bit) implements Tree {}

    record Branch(String name, List<Tree> children) implements Tree {}

    Codec<Tree> LAZY = Codecs.lazy(() -> Tree.CODEC);

    Codec<Tree> CODEC = Codecs.enumOf("sample::Tree", List.of(),
        variant(0, "Leaf", Leaf.class,
            Fields.of(Leaf::new, field(null, Leaf::bit, Codecs.BOOL, "bool"))),
        variant(12, "Branch", Branch.class,
            Fields.of(Branch::new, field("name", Branch::name, Codecs.STRING, "String"),
                field("children", Branch::children, Codecs.list(LAZY), "Vec<Tree>"))));
  }

  record AccountData(Balance free, Balance reserved, Balance frozen, Balance flags) {
    static final Codec<AccountData> CODEC = Codecs.struct("pallet_balances::types::AccountData",
        Fields.of(AccountData::new,
            field("free", AccountData::free, Balance.CODEC, "Balance"),
            field("reserved", AccountData::reserved, Balance.CODEC, "Balance"),
            field("frozen", AccountData::frozen, Balance.CODEC, "Balance"),
            field("flags", AccountData::flags, Balance.CODEC, "ExtraFlags")),
        Shape.param("Balance", Balance.CODEC.shape()));
  }

  record AccountInfo(long nonce, long consumers, long providers, long sufficients,
      AccountData data) {
    static final Codec<AccountInfo> CODEC = Codecs.struct("frame_system::AccountInfo",
        Fields.of(AccountInfo::new, field("nonce", AccountInfo::nonce, Codecs.U32, "Nonce"),
            field("consumers", AccountInfo::consumers, Codecs.U32, "RefCount"),
            field("providers", AccountInfo::providers, Codecs.U32, "RefCount"),
            field("sufficients", AccountInfo::sufficients, Codecs.U32, "RefCount"),
            field("data", AccountInfo::data, AccountData.CODEC, "AccountData")),
        Shape.param("Nonce", Codecs.U32.shape()),
        Shape.param("AccountData", AccountData.CODEC.shape()));
  }

  private static final Codec<Integer> U8 = Codecs.U8;

  private static Shape.Case bare(String name, int index) {
    return new Shape.Case(name, index, List.of());
  }

  private static Shape.Case holding(String name, int index, Shape... shapes) {
    return new Shape.Case(name, index,
        java.util.Arrays.stream(shapes).map(s -> new Shape.Field(null, s, null)).toList());
  }

  static final Shape DISPATCH_ERROR = new Shape.Variants("sp_runtime::DispatchError", List.of(),
      List.of(bare("Other", 0), bare("CannotLookup", 1), bare("BadOrigin", 2),
          holding("Module", 3,
              new Shape.Composite("sp_runtime::ModuleError", List.of(),
                  List.of(new Shape.Field("index", U8.shape(), "u8"),
                      new Shape.Field("error", Codecs.rawBytes(4).shape(), "[u8; 4]")))),
          bare("ConsumerRemaining", 4), bare("NoProviders", 5), bare("TooManyConsumers", 6),
          holding("Token", 7,
              new Shape.Variants("sp_runtime::TokenError", List.of(),
                  List.of(bare("FundsUnavailable", 0), bare("NotExpendable", 8)))),
          holding("Arithmetic", 8,
              new Shape.Variants("sp_arithmetic::ArithmeticError", List.of(),
                  List.of(bare("Underflow", 0), bare("Overflow", 1)))),
          holding("Transactional", 9,
              new Shape.Variants("sp_runtime::TransactionalError", List.of(),
                  List.of(bare("LimitReached", 0), bare("NoLayer", 1)))),
          bare("Exhausted", 10), bare("Corruption", 11), bare("Unavailable", 12),
          bare("RootNotAllowed", 13)));

  static final Shape DISPATCH_INFO = new Shape.Composite("frame_support::dispatch::DispatchInfo",
      List.of(), List.of(new Shape.Field("weight", Weight.CODEC.shape(), "Weight"),
          new Shape.Field("class", DispatchClass.CODEC.shape(), "DispatchClass"),
          new Shape.Field("pays_fee",
              new Shape.Variants("frame_support::dispatch::Pays", List.of(),
                  List.of(bare("Yes", 0), bare("No", 1))),
              "Pays")));

  /** Bytes under a shape: the test reads them by metadata only. */
  private static Codec<Bytes> opaque(Shape shape) {
    return Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)).shaped(shape);
  }

  static final Shape EVENT_RECORD = new Shape.Composite("frame_system::EventRecord",
      List.of(Shape.param("E", RuntimeDeclaration.reference(CRATE, "RuntimeEvent")),
          Shape.param("T", Hash.CODEC.shape())),
      List.of(new Shape.Field("phase", Phase.CODEC.shape(), "Phase"),
          new Shape.Field("event", RuntimeDeclaration.reference(CRATE, "RuntimeEvent"), "E"),
          new Shape.Field("topics", Codecs.list(Hash.CODEC).shape(), "Vec<T>")));

  // --- calls, events, errors ---

  private static final List<Shape.Param> T = List.of(Shape.skipped("T"));
  private static final List<Shape.Param> TI = List.of(Shape.skipped("T"), Shape.skipped("I"));

  sealed interface SystemCall extends Call {
    @Override
    default String pallet() {
      return "System";
    }

    record Remark(Bytes remark) implements SystemCall {}
  }

  sealed interface SudoCall extends Call {
    @Override
    default String pallet() {
      return "Sudo";
    }

    record Sudo(Bytes call) implements SudoCall {}
  }

  sealed interface BalancesCall extends Call {
    @Override
    default String pallet() {
      return "Balances";
    }

    record Transfer(MultiAddress dest, Balance value) implements BalancesCall {}
  }

  sealed interface SystemEvent extends Event {
    @Override
    default String pallet() {
      return "System";
    }

    record Success(Bytes info) implements SystemEvent {}

    record Failed(Bytes error, Bytes info) implements SystemEvent {}
  }

  sealed interface BalancesEvent extends Event {
    @Override
    default String pallet() {
      return "Balances";
    }

    record Transfer(AccountId from, AccountId to, Balance amount) implements BalancesEvent {}
  }

  sealed interface PaymentEvent extends Event {
    @Override
    default String pallet() {
      return "TransactionPayment";
    }

    record FeePaid(AccountId who, Balance fee, Balance tip) implements PaymentEvent {}
  }

  enum BalancesError implements PalletError {
    VESTING_BALANCE(0, "VestingBalance"), INSUFFICIENT_BALANCE(2, "InsufficientBalance");

    private final int index;
    private final String chainName;
    private final Refusal refusal = new Refusal(new DispatchError.Module(this));

    BalancesError(int index, String chainName) {
      this.index = index;
      this.chainName = chainName;
    }

    @Override
    public String pallet() {
      return "Balances";
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public String chainName() {
      return chainName;
    }

    @Override
    public Refusal refusal() {
      return refusal;
    }
  }

  static final EnumCodec<SystemCall> SYSTEM_CALLS = Codecs.enumOf("frame_system::pallet::Call", T,
      variant(0, "remark", SystemCall.Remark.class,
          Fields.of(SystemCall.Remark::new, field("remark", SystemCall.Remark::remark,
              Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), "Vec<u8>"))));

  static final EnumCodec<SudoCall> SUDO_CALLS = Codecs.enumOf("pallet_sudo::pallet::Call", T,
      variant(0, "sudo", SudoCall.Sudo.class,
          Fields.of(SudoCall.Sudo::new,
              field("call", SudoCall.Sudo::call,
                  opaque(new Shape.Lazy(() -> RuntimeDeclaration.reference(CRATE, "RuntimeCall"))),
                  "Box<<T as Config>::RuntimeCall>"))));

  static final EnumCodec<BalancesCall> BALANCES_CALLS =
      Codecs.enumOf("pallet_balances::pallet::Call", TI,
          variant(3, "transfer_keep_alive", BalancesCall.Transfer.class,
              Fields.of(BalancesCall.Transfer::new,
                  field("dest", BalancesCall.Transfer::dest, MultiAddress.CODEC,
                      "AccountIdLookupOf<T>"),
                  field("value", BalancesCall.Transfer::value, Balance.COMPACT, "T::Balance"))));

  static final EnumCodec<SystemEvent> SYSTEM_EVENTS =
      Codecs.enumOf("frame_system::pallet::Event", T,
          variant(0, "ExtrinsicSuccess", SystemEvent.Success.class,
              Fields.of(SystemEvent.Success::new,
                  field("dispatch_info", SystemEvent.Success::info, opaque(DISPATCH_INFO),
                      "DispatchInfo"))),
          variant(1, "ExtrinsicFailed", SystemEvent.Failed.class,
              Fields.of(SystemEvent.Failed::new,
                  field("dispatch_error", SystemEvent.Failed::error, opaque(DISPATCH_ERROR),
                      "DispatchError"),
                  field("dispatch_info", SystemEvent.Failed::info, opaque(DISPATCH_INFO),
                      "DispatchInfo"))));

  static final EnumCodec<BalancesEvent> BALANCES_EVENTS =
      Codecs.enumOf("pallet_balances::pallet::Event", TI,
          variant(2, "Transfer", BalancesEvent.Transfer.class,
              Fields.of(BalancesEvent.Transfer::new,
                  field("from", BalancesEvent.Transfer::from, AccountId.CODEC, "T::AccountId"),
                  field("to", BalancesEvent.Transfer::to, AccountId.CODEC, "T::AccountId"),
                  field("amount", BalancesEvent.Transfer::amount, Balance.CODEC,
                      "T::Balance"))));

  static final EnumCodec<PaymentEvent> PAYMENT_EVENTS =
      Codecs.enumOf("pallet_transaction_payment::pallet::Event", T,
          variant(0, "TransactionFeePaid", PaymentEvent.FeePaid.class,
              Fields.of(PaymentEvent.FeePaid::new,
                  field("who", PaymentEvent.FeePaid::who, AccountId.CODEC, "T::AccountId"),
                  field("actual_fee", PaymentEvent.FeePaid::fee, Balance.CODEC, "BalanceOf<T>"),
                  field("tip", PaymentEvent.FeePaid::tip, Balance.CODEC, "BalanceOf<T>"))));

  // --- the whole ---

  static RuntimeDeclaration declaration() {
    var store = new Store();
    AccountData none =
        new AccountData(Balance.ZERO, Balance.ZERO, Balance.ZERO, Balance.ZERO);
    List<Item> systemItems = List.of(
        StorageMap.of(store, "System", "Account", Key.blake2Concat(AccountId.CODEC),
            AccountInfo.CODEC, new AccountInfo(0, 0, 0, 0, none)),
        StorageMap.of(store, "System", "BlockHash", Key.twox64Concat(Codecs.U64), Hash.CODEC,
            Hash.ZERO),
        StorageValue.of(store, "System", "Number", Codecs.U64, 0L),
        StorageValue.of(store, "System", "Events",
            Codecs.list(Phase.CODEC).shaped(new Shape.Sequence(EVENT_RECORD)), List.of()));
    List<Item> serviceItems = List.of(
        StorageMap.optional(store, "Services", "Instances", Key.identity(Codecs.U64), Tree.CODEC),
        StorageDoubleMap.optional(store, "Services", "Operators", Key.identity(Codecs.U64),
            Key.identity(AccountId.CODEC), Codecs.list(Tree.CODEC)));
    var system = new PalletDeclaration("System", "System", systemItems, SYSTEM_CALLS,
        SYSTEM_EVENTS, null,
        List.of(PalletDeclaration.Constant.of("SS58Prefix", Codecs.U16, 42)));
    var sudo = new PalletDeclaration("Sudo", null, List.of(), SUDO_CALLS, null, null, List.of());
    var balances = new PalletDeclaration("Balances", null, List.of(), BALANCES_CALLS,
        BALANCES_EVENTS,
        PalletError.shape("pallet_balances::pallet::Error", TI, BalancesError.values()),
        List.of());
    var payment = new PalletDeclaration("TransactionPayment", null, List.of(), null,
        PAYMENT_EVENTS, null, List.of());
    var services = new PalletDeclaration("Services", "Services", serviceItems, null, null, null,
        List.of());
    return new RuntimeDeclaration(CRATE, List.of(
        new RuntimeDeclaration.IndexedPallet(51, services),
        new RuntimeDeclaration.IndexedPallet(1, system),
        new RuntimeDeclaration.IndexedPallet(3, sudo),
        new RuntimeDeclaration.IndexedPallet(6, balances),
        new RuntimeDeclaration.IndexedPallet(7, payment)), SignedExtension.TANGLE_TESTNET,
        List.of(new RuntimeDeclaration.Api("AccountNonceApi",
            List.of(new RuntimeDeclaration.Method("account_nonce",
                List.of(new RuntimeDeclaration.Param("account", AccountId.CODEC.shape())),
                Codecs.U32.shape())))));
  }

  /** The same pallets without extensions and APIs: quick to read many times. */
  static RuntimeDeclaration small() {
    return new RuntimeDeclaration(CRATE, declaration().pallets(), List.of(), List.of());
  }

  static Metadata v15() {
    return MetadataWriter.v15(declaration());
  }
}
