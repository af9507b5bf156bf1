package io.fairlead.substrate.pallet;

/**
 * An error whose variant has fields, of which the wire keeps three bytes.
 *
 * @param error the variant
 * @param detail those bytes, little-endian
 */
public record DetailedError(PalletError error, int detail) implements PalletError {

  public DetailedError {
    if (detail >>> 24 != 0) {
      throw new IllegalArgumentException("more than three bytes of detail: " + detail);
    }
  }

  @Override
  public String pallet() {
    return error.pallet();
  }

  @Override
  public int index() {
    return error.index();
  }

  @Override
  public String chainName() {
    return error.chainName();
  }

  @Override
  public Refusal refusal() {
    return new Refusal(new DispatchError.Module(this));
  }
}
