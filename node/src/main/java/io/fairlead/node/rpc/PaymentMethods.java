package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Output;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code payment_*} ({@code pallet_transaction_payment_rpc}). */
final class PaymentMethods {
  private static final String[] CLASSES = {"normal", "operational", "mandatory"};

  private record Info(long refTime, long proofSize, int dispatchClass, Balance fee) {
    static final Codec<Info> CODEC = Codecs.struct("RuntimeDispatchInfo",
        Fields.of(Info::new, Fields.field(null, Info::refTime, Codecs.COMPACT_U64, null),
            Fields.field(null, Info::proofSize, Codecs.COMPACT_U64, null),
            Fields.field(null, Info::dispatchClass, Codecs.U8, null),
            Fields.field(null, Info::fee, Balance.CODEC, null)));
  }

  private record Inclusion(Balance base, Balance length, Balance weight) {
    static final Codec<Inclusion> CODEC = Codecs.triple(Balance.CODEC, Balance.CODEC,
        Balance.CODEC, Inclusion::new, Inclusion::base, Inclusion::length, Inclusion::weight);
  }

  private record Details(@Nullable Inclusion inclusion, Balance tip) {
    static final Codec<Details> CODEC = Codecs.struct("FeeDetails",
        Fields.of(Details::new,
            Fields.<Details, @Nullable Inclusion>field(null, Details::inclusion,
                Codecs.option(Inclusion.CODEC), null),
            Fields.field(null, Details::tip, Balance.CODEC, null)));
  }

  private final Node node;

  private PaymentMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var payment = new PaymentMethods(node);
    methods.now(payment::info, "payment_queryInfo");
    methods.now(payment::details, "payment_queryFeeDetails");
  }

  private <T> T ask(String method, Codec<T> codec, Params params) {
    Bytes extrinsic = params.bytes(0, "extrinsic");
    var arguments = new Output(extrinsic.size() + 4);
    arguments.raw(extrinsic.array());
    arguments.u32(extrinsic.size());
    long block = node.blockAt(params.hash(1, "at"));
    Bytes answer = node.call(block, method, Bytes.wrap(arguments.toBytes()));
    return codec.decode(answer.array()).trusted();
  }

  private JsonNode info(Params params) {
    Info info = ask("TransactionPaymentApi_query_info", Info.CODEC, params);
    ObjectNode json = Json.object();
    json.putObject("weight").put("ref_time", info.refTime()).put("proof_size", info.proofSize());
    return json.put("class", CLASSES[info.dispatchClass()]).put("partialFee",
        info.fee().toString());
  }

  private JsonNode details(Params params) {
    Details details = ask("TransactionPaymentApi_query_fee_details", Details.CODEC, params);
    ObjectNode json = Json.object();
    Inclusion inclusion = details.inclusion();
    if (inclusion == null) {
      return json.putNull("inclusionFee");
    }
    json.putObject("inclusionFee").put("baseFee", hex(inclusion.base()))
        .put("lenFee", hex(inclusion.length())).put("adjustedWeightFee", hex(inclusion.weight()));
    return json;
  }

  private static String hex(Balance balance) {
    return "0x" + new BigInteger(balance.toString()).toString(16);
  }
}
