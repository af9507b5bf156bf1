package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * Format version 4 of extrinsics, with their length in front, over the call type {@code C}
 * ({@code sp_runtime::generic::UncheckedExtrinsic}). {@link #size} is the length that the length fee
 * counts.
 */
public final class ExtrinsicCodec<C> implements Codec<Extrinsic<C>> {
  /** Version of the format. */
  public static final int VERSION = 4;
  private static final int SIGNED = 0x80;

  private final Codec<C> calls;

  /** Extrinsics whose calls are encoded by {@code calls}. */
  public ExtrinsicCodec(Codec<C> calls) {
    this.calls = calls;
  }

  /** The codec of the calls. */
  public Codec<C> calls() {
    return calls;
  }

  /** The hash by which an extrinsic is known: blake2-256 of all its bytes, length included. */
  public static Hash hash(byte[] extrinsic) {
    return Hash.of(Blake2b.hash256(extrinsic));
  }

  /** The extrinsic of {@code call} signed by {@code key} for the account of that key. */
  public Extrinsic.Signed<C> sign(KeyPair key, C call, SignedExtra extra,
      AdditionalSigned additional) {
    byte[] message = payload(call, extra, additional).message();
    return new Extrinsic.Signed<>(MultiAddress.of(AccountId.of(key.accountIdBytes())),
        MultiSignature.by(key, message), extra, call);
  }

  /** What the signer of {@code call} signs. */
  public SigningPayload payload(C call, SignedExtra extra, AdditionalSigned additional) {
    return SigningPayload.of(calls, call, extra, additional);
  }

  @Override
  public void write(Extrinsic<C> value, Output out) {
    out.compact(bodySize(value));
    switch (value) {
      case Extrinsic.Unsigned<C>(C call) -> {
        out.u8(VERSION);
        calls.write(call, out);
      }
      case Extrinsic.Signed<C>(MultiAddress address, MultiSignature signature, SignedExtra extra, C call) -> {
        out.u8(SIGNED | VERSION);
        MultiAddress.CODEC.write(address, out);
        MultiSignature.CODEC.write(signature, out);
        SignedExtra.CODEC.write(extra, out);
        calls.write(call, out);
      }
    }
  }

  @Override
  public Extrinsic<C> read(Input in) {
    int length = in.length(Codecs.UNBOUNDED, 1);
    int start = in.position();
    int head = in.u8();
    Extrinsic<C> extrinsic;
    if (head == (SIGNED | VERSION)) {
      MultiAddress address = MultiAddress.CODEC.read(in);
      MultiSignature signature = MultiSignature.CODEC.read(in);
      SignedExtra extra = SignedExtra.CODEC.read(in);
      extrinsic = new Extrinsic.Signed<>(address, signature, extra, calls.read(in));
    } else if (head == VERSION) {
      extrinsic = new Extrinsic.Unsigned<>(calls.read(in));
    } else {
      throw in.malformed("extrinsic version " + VERSION, "version " + (head & ~SIGNED));
    }
    int read = in.position() - start;
    if (read != length) {
      throw in.malformed("an extrinsic of " + length + " bytes", read + " bytes");
    }
    return extrinsic;
  }

  @Override
  public int size(Extrinsic<C> value) {
    int body = bodySize(value);
    return Output.compactSize(body) + body;
  }

  private int bodySize(Extrinsic<C> value) {
    return switch (value) {
      case Extrinsic.Unsigned<C>(C call) -> 1 + calls.size(call);
      case Extrinsic.Signed<C>(MultiAddress address, MultiSignature signature, SignedExtra extra, C call) ->
          1 + MultiAddress.CODEC.size(address) + MultiSignature.CODEC.size(signature)
              + SignedExtra.CODEC.size(extra) + calls.size(call);
    };
  }

  /** The opaque type that runtime APIs take and give, as Tangle's self-contained extrinsic. */
  @Override
  public Shape shape() {
    return shape(calls.shape(), SignedExtension.TANGLE_TESTNET);
  }

  /** The type of extrinsics with the calls and extensions given. */
  public static Shape shape(Shape calls, List<SignedExtension> extensions) {
    var params = List.of(Shape.param("Address", MultiAddress.CODEC.shape()),
        Shape.param("Call", calls), Shape.param("Signature", MultiSignature.CODEC.shape()),
        Shape.param("Extra", SignedExtension.extraShape(extensions)));
    Shape inner =
        new Shape.Composite("sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic", params,
            List.of(new Shape.Field(null, new Shape.Sequence(Codecs.U8.shape()), null)));
    return new Shape.Composite("fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic", params,
        List.of(new Shape.Field(null, inner,
            "sp_runtime::generic::UncheckedExtrinsic<Address, Call, Signature, Extra\n>")));
  }
}
