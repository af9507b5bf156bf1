package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.node.pool.Submitted;
import io.fairlead.runtime.engine.Validity;
import org.jspecify.annotations.Nullable;

/**
 * The jump from inside a method to its error reply; caught by {@link JsonRpc} alone. Codes and texts
 * are those of a Substrate node.
 */
final class RpcError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int code;
  final transient @Nullable JsonNode data;

  RpcError(int code, String message) {
    this(code, message, (JsonNode) null);
  }

  RpcError(int code, String message, @Nullable String data) {
    this(code, message, data == null ? null : JsonNodeFactory.instance.textNode(data));
  }

  RpcError(int code, String message, @Nullable JsonNode data) {
    super(message, null, false, false);
    this.code = code;
    this.data = data;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  static RpcError parse() {
    return new RpcError(-32700, "Parse error");
  }

  static RpcError invalidRequest() {
    return new RpcError(-32600, "Invalid request");
  }

  static RpcError methodNotFound() {
    return new RpcError(-32601, "Method not found");
  }

  static RpcError params(String reason) {
    return new RpcError(-32602, "Invalid params", reason);
  }

  static RpcError internal() {
    return new RpcError(-32603, "Internal error");
  }

  static RpcError tooBig(long limit) {
    return new RpcError(-32007, "Request is too big", "Exceeded max limit of " + limit);
  }

  static RpcError tooManySubscriptions(int limit) {
    return new RpcError(-32006, "Too many subscriptions on the connection",
        "Exceeded max limit of " + limit);
  }

  static RpcError state(String reason) {
    return new RpcError(4003, "Client error: " + reason);
  }

  static RpcError count(long count, long limit) {
    return new RpcError(4002, "count exceeds maximum value. value: " + count + ", max: " + limit);
  }

  static RpcError undecodable(String reason) {
    return new RpcError(1002, "Verification Error: the extrinsic cannot be decoded " + reason,
        "RuntimeApi(\"the extrinsic cannot be decoded " + reason + "\")");
  }

  static RpcError unfit(Validity.Unfit reason) {
    return switch (reason) {
      case Validity.Invalid invalid -> invalid(invalid);
      case Validity.Unknown(int index) ->
          new RpcError(1011, "Unknown Transaction Validity", switch (index) {
            case Validity.Unknown.CANNOT_LOOKUP ->
                "Could not lookup information required to validate the transaction";
            case Validity.Unknown.NO_UNSIGNED_VALIDATOR ->
                "Could not find an unsigned validator for the unsigned transaction";
            default -> "UnknownTransaction::Custom";
          });
    };
  }

  private static RpcError invalid(Validity.Invalid reason) {
    return new RpcError(1010, "Invalid Transaction", switch (reason.kind()) {
      case CALL -> "Transaction call is not expected";
      case PAYMENT -> "Inability to pay some fees (e.g. account balance too low)";
      case FUTURE -> "Transaction will be valid in the future";
      case STALE -> "Transaction is outdated";
      case BAD_PROOF -> "Transaction has a bad signature";
      case ANCIENT_BIRTH_BLOCK -> "Transaction has an ancient birth block";
      case EXHAUSTS_RESOURCES -> "Transaction would exhaust the block limits";
      case CUSTOM -> "Custom error: " + reason.custom();
      case BAD_MANDATORY -> "A call was labelled as mandatory, but resulted in an Error.";
      case MANDATORY_VALIDATION ->
          "Transaction dispatch is mandatory; transactions must not be validated.";
      case BAD_SIGNER -> "Invalid signing address";
    });
  }

  /** The error of a refusal; null when the transaction was taken. */
  static @Nullable RpcError of(Submitted submitted) {
    return switch (submitted) {
      case Submitted.Taken taken -> null;
      case Submitted.Unfit(Validity.Unfit reason) -> unfit(reason);
      case Submitted.TemporarilyBanned banned ->
          new RpcError(1012, "Transaction is temporarily banned");
      case Submitted.AlreadyImported known ->
          new RpcError(1013, "Transaction Already Imported", known.hash().toString());
      case Submitted.TooLowPriority(long old, long offered) -> new RpcError(1014,
          "Priority is too low: (" + Long.toUnsignedString(old) + " vs "
              + Long.toUnsignedString(offered) + ")",
          "The transaction has too low priority to replace another transaction already in the "
              + "pool.");
      case Submitted.CycleDetected cycle -> new RpcError(1015, "Cycle Detected");
      case Submitted.ImmediatelyDropped dropped -> new RpcError(1016, "Immediately Dropped",
          "The transaction couldn't enter the pool because of the limit");
      case Submitted.NoTagsProvided none -> new RpcError(1019, "No tags provided",
          "Transaction does not provide any tags, so the pool can't identify it");
    };
  }
}
