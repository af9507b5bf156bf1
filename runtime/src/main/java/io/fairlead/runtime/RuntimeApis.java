package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.payment.DispatchFee;
import io.fairlead.runtime.payment.FeeDetails;
import io.fairlead.runtime.payment.PaymentPallet;
import io.fairlead.runtime.session.SessionKeysApi;
import io.fairlead.runtime.system.RuntimeVersionCodec;
import io.fairlead.substrate.extrinsic.Extrinsic;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The runtime APIs that are served ({@code impl_runtime_apis}), by name, with SCALE in and out. The same
 * table tells metadata of them.
 */
final class RuntimeApis {
  private static final Codec<Bytes> OPAQUE_METADATA =
      Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)).shaped(new Shape.Composite(
          "sp_core::OpaqueMetadata", List.of(), List.of(new Shape.Field(null,
              new Shape.Sequence(Codecs.U8.shape()), "Vec<u8>"))));

  private final Wiring wiring;
  private final TangleEngine engine;
  private final Map<String, Map<String, Method>> apis = new LinkedHashMap<>();
  private final Map<String, Method> byName = new HashMap<>();

  private record Method(List<RuntimeDeclaration.Param> inputs, Shape output,
      Function<Bytes, ApiAnswer> run) {}

  private record ToValidate(TransactionSource source, Extrinsic<Call> tx, Hash blockHash) {}

  private record Asked(Extrinsic<Call> tx, Long length) {}

  RuntimeApis(Wiring wiring, TangleEngine engine) {
    this.wiring = wiring;
    this.engine = engine;
    core();
    pallets();
    credits();
    transactions();
    sessionKeys();
    accounts();
    payment();
  }

  // --- the table ---

  private static RuntimeDeclaration.Param param(String name, Codec<?> codec) {
    return new RuntimeDeclaration.Param(name, codec.shape());
  }

  private <A extends @Nullable Object, R extends @Nullable Object> void add(String api,
      String method,
      List<RuntimeDeclaration.Param> inputs, Codec<A> arguments, Codec<R> result,
      Function<A, R> run) {
    var added = new Method(inputs, result.shape(),
        bytes -> switch (arguments.decode(bytes.array())) {
          case Decoded.Value<A>(A decoded) -> answer(result, run, decoded);
          case Decoded.Malformed<A> bad -> new ApiAnswer.BadArguments(bad.message());
        });
    apis.computeIfAbsent(api, name -> new LinkedHashMap<>()).put(method, added);
    byName.put(api + "_" + method, added);
  }

  /** The arguments are of the right type, but there is no answer: the chain's code would trap. */
  private static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(String reason) {
      super(reason, null, false, false);
    }
  }

  private static <A extends @Nullable Object, R extends @Nullable Object> ApiAnswer answer(
      Codec<R> result,
      Function<A, R> run, A arguments) {
    try {
      return new ApiAnswer.Value(Bytes.wrap(result.encode(run.apply(arguments))));
    } catch (NoAnswer trapped) {
      return new ApiAnswer.BadArguments(String.valueOf(trapped.getMessage()));
    }
  }

  private <R extends @Nullable Object> void add(String api, String method, Codec<R> result,
      Supplier<R> run) {
    add(api, method, List.of(), Codecs.unit(true), result, nothing -> run.get());
  }

  private <A extends @Nullable Object, R extends @Nullable Object> void add(String api,
      String method, String name,
      Codec<A> argument, Codec<R> result, Function<A, R> run) {
    add(api, method, List.of(param(name, argument)), argument, result, run);
  }

  /** What metadata tells of the APIs. */
  List<RuntimeDeclaration.Api> declarations() {
    return apis.entrySet().stream()
        .map(api -> new RuntimeDeclaration.Api(api.getKey(),
            api.getValue().entrySet().stream()
                .map(method -> new RuntimeDeclaration.Method(method.getKey(),
                    method.getValue().inputs, method.getValue().output))
                .toList()))
        .toList();
  }

  // --- the methods ---

  private void core() {
    add("Core", "version", RuntimeVersionCodec.CODEC, engine::version);
    add("Metadata", "metadata", OPAQUE_METADATA, () -> RuntimeMetadata.of(wiring.types, 14));
    add("Metadata", "metadata_at_version", "version", Codecs.U32, Codecs.option(OPAQUE_METADATA),
        version -> version == 14 || version == 15
            ? RuntimeMetadata.of(wiring.types, version.intValue()) : null);
    add("Metadata", "metadata_versions", Codecs.list(Codecs.U32), () -> List.of(14L, 15L));
  }

  private void pallets() {
    var errors = wiring.types.errors();
    var queries = new OperatorQueries(wiring.operators);
    String services = "ServicesApi";
    add(services, "query_services_with_blueprints_by_operator", "operator", AccountId.CODEC,
        Results.codec(Codecs.list(ServicesOfBlueprint.CODEC), errors),
        operator -> answer(() -> queries.services(operator)));
    add(services, "query_service_requests_with_blueprints_by_operator", "operator",
        AccountId.CODEC, Results.codec(Codecs.list(OperatorQueries.NumberedRequest.CODEC), errors),
        operator -> answer(() -> queries.requests(operator)));
    add("RewardsApi", "query_user_rewards",
        List.of(param("account_id", AccountId.CODEC), param("asset_id", Asset.CODEC)),
        Codecs.pair(AccountId.CODEC, Asset.CODEC, Owned::new, Owned::account, Owned::asset),
        Results.codec(Balance.CODEC, errors),
        asked -> answer(() -> wiring.rewardsQueries.userRewards(asked.account, asked.asset)));
  }

  private void credits() {
    var errors = wiring.types.errors();
    add("CreditsApi", "query_user_credits", "account_id", AccountId.CODEC,
        Results.codec(Balance.CODEC, errors),
        account -> answer(() -> wiring.creditsQueries.userCredits(account)));
    add("CreditsApi", "query_user_credits_with_asset",
        List.of(param("account_id", AccountId.CODEC), param("asset_id", AssetId.CODEC)),
        Codecs.pair(AccountId.CODEC, AssetId.CODEC, OwnedId::new, OwnedId::account, OwnedId::id),
        Results.codec(Balance.CODEC, errors),
        asked -> answer(() -> wiring.creditsQueries.userCredits(asked.account, asked.id)));
  }

  private record OwnedId(AccountId account, AssetId id) {}

  private record Owned(AccountId account, Asset asset) {}

  /** What {@code query} answers, or the error with which it refuses. */
  private <T> Results<T> answer(Supplier<T> query) {
    var found = new ArrayList<T>(1);
    return switch (wiring.block.attempt(() -> found.add(query.get()))) {
      case Outcome.Done done -> new Results.Ok<>(found.getFirst());
      case Outcome.Refused(DispatchError error, PostDispatch post) -> new Results.Err<>(error);
    };
  }

  private void transactions() {
    Codec<Extrinsic<Call>> extrinsic = wiring.types.extrinsics();
    var source = Codecs.plainEnum("sp_runtime::transaction_validity::TransactionSource",
        TransactionSource.values(), TransactionSource::ordinal, TransactionSource::chainName);
    add("TaggedTransactionQueue", "validate_transaction",
        List.of(param("source", source), param("tx", extrinsic),
            param("block_hash", Hash.CODEC)),
        Codecs.triple(source, extrinsic, Hash.CODEC, ToValidate::new, ToValidate::source,
            ToValidate::tx, ToValidate::blockHash),
        ValidityCodec.INSTANCE, asked -> validity(asked.tx, asked.blockHash));
  }

  private void payment() {
    String api = "TransactionPaymentApi";
    aboutExtrinsic(api, "query_info", DispatchFee.CODEC, (tx, length) -> wiring.payment
        .queryInfo(infoOf(tx), length, tx instanceof Extrinsic.Signed));
    aboutExtrinsic(api, "query_fee_details", FeeDetails.CODEC, (tx, length) -> wiring.payment
        .queryFeeDetails(infoOf(tx), length, tx instanceof Extrinsic.Signed));
    add(api, "query_weight_to_fee", "weight", Weight.CODEC, Balance.CODEC,
        PaymentPallet::weightToFee);
    add(api, "query_length_to_fee", "length", Codecs.U32, Balance.CODEC,
        PaymentPallet::lengthToFee);
  }

  private <R> void aboutExtrinsic(String api, String method, Codec<R> result,
      BiFunction<Extrinsic<Call>, Long, R> run) {
    Codec<Extrinsic<Call>> extrinsic = wiring.types.extrinsics();
    add(api, method, List.of(param("uxt", extrinsic), param("len", Codecs.U32)),
        Codecs.pair(extrinsic, Codecs.U32, Asked::new, Asked::tx, Asked::length), result,
        asked -> run.apply(asked.tx, asked.length));
  }

  private DispatchInfo infoOf(Extrinsic<Call> extrinsic) {
    return wiring.dispatcher.info(extrinsic.call());
  }

  private Validity validity(Extrinsic<Call> extrinsic, Hash bestHash) {
    long best = wiring.systemItems.number.get();
    Hash genesis = best == 0 ? bestHash : wiring.systemItems.blockHash.get(0L);
    var checker =
        new SignatureChecker(wiring.types.profile(), wiring.types.extrinsics(), genesis);
    Bytes bytes = Bytes.wrap(wiring.types.extrinsics().encode(extrinsic));
    ExtrinsicChecker.Checked checked = checker.check(bytes, best,
        number -> number == best ? bestHash : wiring.systemItems.blockHash.orNull(number));
    return switch (checked) {
      case ExtrinsicChecker.Checked.Good(var good) -> engine.validate(good);
      case ExtrinsicChecker.Checked.Bad(Validity.Unfit reason) -> reason;
      case ExtrinsicChecker.Checked.Undecodable(String reason) ->
          throw new IllegalStateException("decoded and encoded again, but " + reason);
    };
  }

  private void sessionKeys() {
    Codec<Bytes> bytes = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
    Codec<@Nullable Bytes> seed = Codecs.option(bytes);
    var keysApi =
        new SessionKeysApi(wiring.types.sessionKeys(), wiring.types.profile().sessionKeys());
    add("SessionKeys", "generate_session_keys", "seed", seed, bytes, suri -> {
      Bytes keys = keysApi.generate(suri);
      if (keys == null) {
        throw new NoAnswer("keys come from a secret URI: a runtime holds no keystore");
      }
      return keys;
    });
    add("SessionKeys", "decode_session_keys", "encoded", bytes, SessionKeysApi.DECODED,
        keysApi::decode);
  }

  private void accounts() {
    add("AccountNonceApi", "account_nonce", "account", AccountId.CODEC, Codecs.U32,
        account -> wiring.accounts.get(account).nonce());
  }

  /** Calls {@code name} ({@code Api_method}) and takes back whatever it wrote. */
  ApiAnswer call(String name, Bytes arguments) {
    Method method = byName.get(name);
    if (method == null) {
      return new ApiAnswer.NoSuchMethod();
    }
    int mark = wiring.store.mark();
    ApiAnswer answer = method.run.apply(arguments);
    wiring.store.rollback(mark);
    return answer;
  }
}
