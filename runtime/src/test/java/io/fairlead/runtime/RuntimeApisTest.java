package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.runtime.payment.DispatchFee;
import io.fairlead.runtime.payment.FeeDetails;
import io.fairlead.runtime.system.RuntimeVersionCodec;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeApisTest {
  private static final AccountId ALICE = DevChain.account(DevChain.ALICE);

  private final DevChain chain = new DevChain(Rules.REPAIRED);
  private final Bytes transfer = chain.signed(DevChain.ALICE,
      new BalancesCall.TransferKeepAlive(MultiAddress.of(DevChain.account(DevChain.BOB)),
          Balance.UNIT));

  private byte[] value(String method, Bytes arguments) {
    return ((ApiAnswer.Value) chain.engine.call(method, arguments)).bytes().array();
  }

  private Bytes withLength() {
    var out = new Output(256);
    out.raw(transfer.array());
    out.u32(transfer.size());
    return Bytes.wrap(out.toBytes());
  }

  @Test
  void a_version_names_only_the_apis_that_are_served() {
    RuntimeVersion version =
        RuntimeVersionCodec.CODEC.decode(value("Core_version", Bytes.EMPTY)).trusted();

    assertThat(version.specName()).isEqualTo("tangle-testnet");
    assertThat(version.specVersion()).isEqualTo(1403);
    assertThat(version.transactionVersion()).isEqualTo(1);
    assertThat(version.apis()).extracting(RuntimeVersion.Api::id).containsExactly(
        "0xdf6acb689907609b", "0x37e397fc7c91f5e4", "0x9bbaa777b4c15fc4", "0x8f5c2d0094ecd047",
        "0xdf0860aacfd7eeac", "0xd2bc9897eed08f15", "0xab3c0572291feb8b", "0xbc9d89904f5b923f",
        "0x37c8bb1350a9a2a8");
    assertThat(chain.engine.version()).isEqualTo(version);
  }

  @Test
  void every_api_of_the_version_has_its_methods_in_metadata() {
    List<String> declared = RuntimeMetadata.declaration(Profile.TANGLE_TESTNET).apis().stream()
        .map(api -> api.name()).toList();

    assertThat(declared).containsExactly("Core", "Metadata", "ServicesApi", "RewardsApi",
        "CreditsApi", "TaggedTransactionQueue", "SessionKeys", "AccountNonceApi",
        "TransactionPaymentApi");
    assertThat(chain.engine.version().apis()).hasSameSizeAs(declared);
  }

  @Test
  void the_price_of_a_transfer_is_told_before_it_is_paid() {
    Balance fee = Balance.of(107_074_000 + 163_159_000)
        .plus(Balance.of(1_000_000_000_000_000L).times(transfer.size()));

    assertThat(DispatchFee.CODEC.decode(value("TransactionPaymentApi_query_info", withLength())))
        .extracting(decoded -> decoded.trusted()).isEqualTo(
            new DispatchFee(Weight.of(163_159_000, 3_593), DispatchClass.NORMAL, fee));
    FeeDetails details = FeeDetails.CODEC
        .decode(value("TransactionPaymentApi_query_fee_details", withLength())).trusted();
    assertThat(details.finalFee()).isEqualTo(fee);
    assertThat(Balance.CODEC.decode(value("TransactionPaymentApi_query_length_to_fee",
        Bytes.wrap(Codecs.U32.encode(3L)))).trusted())
        .isEqualTo(Balance.of(3_000_000_000_000_000L));
  }

  @Test
  void a_validity_is_encoded_as_the_chain_encodes_it() {
    var out = new Output(256);
    out.u8(2);
    out.raw(transfer.array());
    out.raw(DevChain.GENESIS.bytes());

    Bytes answer = Bytes.wrap(
        value("TaggedTransactionQueue_validate_transaction", Bytes.wrap(out.toBytes())));

    assertThat(answer.at(0)).isZero();
    assertThat(answer.toString()).endsWith("00" + "0490" + ALICE.toString().substring(2)
        + "00000000" + "fe" + "ff".repeat(7) + "01");
    assertThat(ValidityCodec.INSTANCE.decode(answer.array()).trusted())
        .isEqualTo(chain.engine.validate(chain.good(transfer)));
  }

  @Test
  void an_account_without_a_profile_gets_the_error_of_services() {
    Bytes alice = Bytes.wrap(ALICE.bytes());

    assertThat(value("ServicesApi_query_services_with_blueprints_by_operator", alice))
        .containsExactly(1, 3, 51, 28, 0, 0, 0);
    assertThat(value("ServicesApi_query_service_requests_with_blueprints_by_operator", alice))
        .containsExactly(1, 3, 51, 28, 0, 0, 0);
  }

  @Test
  void an_operator_finds_its_services_by_blueprint() {
    World world = World.withService(Rules.REPAIRED);
    world.request(World.CHARLIE, 0, List.of(World.DAVE, World.EVE));
    var engine = TangleEngines.dev(Rules.REPAIRED).empty();
    engine.restore(world.chain.store().pairs());
    Bytes dave = Bytes.wrap(World.DAVE.bytes());

    byte[] services = ((ApiAnswer.Value) engine
        .call("ServicesApi_query_services_with_blueprints_by_operator", dave)).bytes().array();
    byte[] requests = ((ApiAnswer.Value) engine
        .call("ServicesApi_query_service_requests_with_blueprints_by_operator", dave)).bytes()
        .array();

    var errors = world.chain.types().errors();
    var found = (Results.Ok<List<ServicesOfBlueprint>>) Results
        .codec(Codecs.list(ServicesOfBlueprint.CODEC), errors).decode(services).trusted();
    assertThat(found.value()).singleElement().satisfies(group -> {
      assertThat(group.blueprintId()).isZero();
      assertThat(group.services()).extracting(service -> service.id()).containsExactly(0L);
    });
    var waiting = (Results.Ok<List<OperatorQueries.NumberedRequest>>) Results
        .codec(Codecs.list(OperatorQueries.NumberedRequest.CODEC), errors).decode(requests)
        .trusted();
    assertThat(waiting.value()).extracting(OperatorQueries.NumberedRequest::id)
        .containsExactly(1L);
  }

  @Test
  void rewards_of_an_asset_without_a_vault_are_an_error_of_rewards() {
    byte[] nobodyAndNative = new byte[32 + 1 + 16];

    byte[] answer = value("RewardsApi_query_user_rewards", Bytes.wrap(nobodyAndNative));

    assertThat(answer).startsWith(1, 3, 53).hasSize(7);
  }

  @Test
  void credits_accrue_by_the_tiers_of_an_asset_or_of_tnt() {
    byte[] nobody = new byte[32];

    assertThat(value("CreditsApi_query_user_credits", Bytes.wrap(nobody)))
        .isEqualTo(new byte[17]);
    assertThat(value("CreditsApi_query_user_credits_with_asset", Bytes.wrap(new byte[32 + 16])))
        .isEqualTo(new byte[17]);
  }

  @Test
  void what_is_not_served_and_what_does_not_fit_is_said() {
    assertThat(chain.engine.call("BabeApi_configuration", Bytes.EMPTY))
        .isInstanceOf(ApiAnswer.NoSuchMethod.class);
    assertThat(chain.engine.call("AccountNonceApi_account_nonce", Bytes.of((byte) 1)))
        .isInstanceOf(ApiAnswer.BadArguments.class);
    assertThat(chain.engine.call("Core_version", Bytes.of((byte) 1)))
        .isInstanceOf(ApiAnswer.BadArguments.class);
  }

  @Test
  void session_keys_come_from_a_secret_uri_and_are_told_apart() {
    Codec<Bytes> text = Bytes.codec(Codecs.byteVec(99));
    Bytes alice = Bytes.wrap(Codecs.option(text).encode(Bytes.utf8("//Alice")));

    byte[] keys = value("SessionKeys_generate_session_keys", alice);
    byte[] apart = value("SessionKeys_decode_session_keys", Bytes.wrap(keys));

    String sr25519 = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
    String ed25519 = "88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee";
    assertThat(Bytes.wrap(keys)).hasToString("0x8101" + sr25519 + ed25519 + sr25519);
    assertThat(Bytes.wrap(apart)).hasToString("0x010c" + "80" + sr25519 + "62616265" + "80"
        + ed25519 + "6772616e" + "80" + sr25519 + "696d6f6e");
    assertThat(value("SessionKeys_decode_session_keys", Bytes.of((byte) 4, (byte) 1)))
        .containsExactly(0);
    assertThat(chain.engine.call("SessionKeys_generate_session_keys", Bytes.of((byte) 0)))
        .isInstanceOf(ApiAnswer.BadArguments.class);
  }
}
