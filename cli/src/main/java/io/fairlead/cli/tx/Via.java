package io.fairlead.cli.tx;

import java.util.Locale;

/** Who acts for the signer. */
enum Via {
  /** {@code Sudo.sudo}, or {@code sudo_as} an account. */
  SUDO,
  /** {@code Proxy.proxy} for an account that made the signer its proxy. */
  PROXY,
  /** Nobody. */
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
