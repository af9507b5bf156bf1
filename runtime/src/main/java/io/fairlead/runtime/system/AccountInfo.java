package io.fairlead.runtime.system;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * An account as System stores it ({@code frame_system::AccountInfo}). It exists while it has a
 * provider or a sufficient.
 *
 * @param nonce number of its next transaction, u32
 * @param consumers how many things need the account to live, u32
 * @param providers how many things let it live, u32
 * @param sufficients how many things live in it for their own sake, u32
 */
public record AccountInfo(long nonce, long consumers, long providers, long sufficients,
    AccountData data) {
  /** What stands where there is no account. */
  public static final AccountInfo NONE = new AccountInfo(0, 0, 0, 0, AccountData.NONE);

  /** 80 bytes. */
  public static final Codec<AccountInfo> CODEC = Codecs.struct("frame_system::AccountInfo",
      Fields.of(AccountInfo::new,
          Fields.field("nonce", AccountInfo::nonce, Codecs.U32, "Nonce"),
          Fields.field("consumers", AccountInfo::consumers, Codecs.U32, "RefCount"),
          Fields.field("providers", AccountInfo::providers, Codecs.U32, "RefCount"),
          Fields.field("sufficients", AccountInfo::sufficients, Codecs.U32, "RefCount"),
          Fields.field("data", AccountInfo::data, AccountData.CODEC, "AccountData")),
      Shape.param("Nonce", Codecs.U32.shape()),
      Shape.param("AccountData", AccountData.CODEC.shape()));

  /** Whether anything lets the account live. */
  public boolean isAlive() {
    return providers > 0 || sufficients > 0;
  }

  /** The same with other money. */
  public AccountInfo withData(AccountData next) {
    return new AccountInfo(nonce, consumers, providers, sufficients, next);
  }

  /** The same after one more transaction. */
  public AccountInfo withNextNonce() {
    return new AccountInfo(nonce + 1, consumers, providers, sufficients, data);
  }

  AccountInfo withConsumers(long next) {
    return new AccountInfo(nonce, next, providers, sufficients, data);
  }

  AccountInfo withProviders(long next) {
    return new AccountInfo(nonce, consumers, next, sufficients, data);
  }

  AccountInfo withSufficients(long next) {
    return new AccountInfo(nonce, consumers, providers, next, data);
  }
}
