package io.fairlead.substrate.metadata;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The name of a DispatchError by the chain's metadata. */
public final class DispatchErrorName {
  private DispatchErrorName() {}

  /** Such as {@code Services.NotRegistered} or {@code BadOrigin}. */
  public static String of(Metadata metadata, DynamicValue error) {
    if (!(error instanceof DynamicValue.Choice(String variant, int index, List<DynamicValue.Member> members))) {
      return error.toString();
    }
    if (variant.equals("Module") && !members.isEmpty()) {
      DynamicValue module = members.getFirst().value();
      Optional<Integer> pallet = module.field("index").flatMap(DispatchErrorName::number);
      Optional<Integer> code = module.field("error")
          .flatMap(bytes -> bytes instanceof DynamicValue.Blob(var blob) && blob.size() > 0
              ? Optional.of(blob.at(0)) : Optional.empty());
      if (pallet.isPresent() && code.isPresent()) {
        return metadata.pallet(pallet.get()).map(p -> p.name()).orElse("pallet " + pallet.get())
            + "." + metadata.error(pallet.get(), code.get()).map(e -> e.name())
                .orElse("error " + code.get());
      }
    }
    return members.isEmpty() ? variant
        : variant + "(" + of(metadata, members.getFirst().value()) + ")";
  }

  private static Optional<Integer> number(DynamicValue value) {
    return value instanceof DynamicValue.Number(BigInteger n) ? Optional.of(n.intValue())
        : Optional.empty();
  }
}
