package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Verifier;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * A signature of one of the three schemes ({@code sp_runtime::MultiSignature}).
 *
 * @param bytes 64 bytes, for ecdsa 65
 */
public record MultiSignature(Scheme scheme, Bytes bytes) {
  /** The scheme in one byte, then the signature. */
  public static final Codec<MultiSignature> CODEC = new Wire();

  private static final Scheme[] SCHEMES = Scheme.values();

  public MultiSignature {
    if (bytes.size() != scheme.signatureLength()) {
      throw new IllegalArgumentException(
          scheme + " signature of " + scheme.signatureLength() + " bytes, found " + bytes.size());
    }
  }

  /** The signature of {@code key} over {@code message} as it is. */
  public static MultiSignature by(KeyPair key, byte[] message) {
    return new MultiSignature(key.scheme(), Bytes.wrap(key.sign(message)));
  }

  /** Whether {@code account} made this signature over {@code message}. */
  public boolean verifies(AccountId account, byte[] message) {
    return Verifier.verify(scheme, account.bytes(), message, bytes.array());
  }

  private record Wire() implements Codec<MultiSignature> {
    private static final Shape SHAPE = new Shape.Variants("sp_runtime::MultiSignature", List.of(),
        List.of(of("Ed25519", 0, 64, "ed25519"), of("Sr25519", 1, 64, "sr25519"),
            of("Ecdsa", 2, 65, "ecdsa")));

    private static Shape.Case of(String name, int index, int length, String module) {
      return new Shape.Case(name, index, List.of(
          new Shape.Field(null, Codecs.rawBytes(length).shape(), module + "::Signature")));
    }

    @Override
    public void write(MultiSignature value, Output out) {
      out.u8(value.scheme.ordinal());
      out.raw(value.bytes.array());
    }

    @Override
    public MultiSignature read(Input in) {
      int tag = in.u8();
      if (tag >= SCHEMES.length) {
        throw in.malformed("variant of sp_runtime::MultiSignature", "index " + tag);
      }
      Scheme scheme = SCHEMES[tag];
      return new MultiSignature(scheme, Bytes.wrap(in.raw(scheme.signatureLength())));
    }

    @Override
    public int size(MultiSignature value) {
      return 1 + value.bytes.size();
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }
  }
}
