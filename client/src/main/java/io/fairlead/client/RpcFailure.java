package io.fairlead.client;

/** Why a request got no result. */
public final class RpcFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure. */
  public enum Kind {
    /** No connection could be made, or it broke before the answer came. */
    UNREACHABLE,
    /** The node did not answer in time. */
    TIMEOUT,
    /** The node answered with an error: {@link RpcFailure#code} is set. */
    REFUSED,
    /** The node's answer is not what its method returns. */
    UNEXPECTED
  }

  private final Kind kind;
  private final int code;

  private RpcFailure(Kind kind, int code, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
  }

  /** No connection, or lost. */
  public static RpcFailure unreachable(String message) {
    return new RpcFailure(Kind.UNREACHABLE, 0, message);
  }

  /** No answer in time. */
  public static RpcFailure timeout(String message) {
    return new RpcFailure(Kind.TIMEOUT, 0, message);
  }

  /** The error object of a JSON-RPC response. */
  public static RpcFailure refused(int code, String message) {
    return new RpcFailure(Kind.REFUSED, code, message);
  }

  /** An answer of another form than expected. */
  public static RpcFailure unexpected(String message) {
    return new RpcFailure(Kind.UNEXPECTED, 0, message);
  }

  /** What kind of failure this is. */
  public Kind kind() {
    return kind;
  }

  /** JSON-RPC error code; 0 unless the kind is REFUSED. */
  public int code() {
    return code;
  }
}
