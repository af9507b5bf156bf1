package io.fairlead.substrate.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of extrinsics. Numbers named after types are type ids.
 *
 * @param version of the format
 * @param type of the whole; only V14 has it, and there the next four are its type parameters
 * @param address type of the signer
 * @param call type of the call
 * @param signature type of the signature
 * @param extra type of what the extensions send
 */
public record ExtrinsicMetadata(int version, @Nullable Integer type, int address, int call,
    int signature, int extra, List<Extension> extensions) {
  public ExtrinsicMetadata {
    extensions = List.copyOf(extensions);
  }

  /**
   * A signed extension.
   *
   * @param type of what it sends
   * @param additional type of what it only signs
   */
  public record Extension(String identifier, int type, int additional) {}
}
