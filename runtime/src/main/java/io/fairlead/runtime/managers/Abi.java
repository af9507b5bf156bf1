package io.fairlead.runtime.managers;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.SettingAnswer;
import io.fairlead.services.wire.BoundedString;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our types as ABI values, and calls of contract functions as bytes. */
final class Abi {
  private static final int WORD = 32;

  private Abi() {}

  /** Selector and arguments. */
  static Bytes call(Function function, Object... arguments) {
    return Bytes.wrap(function.encodeCallWithArgs(arguments).array());
  }

  /** {@code uint64}, {@code uint256}. */
  static BigInteger uint(long unsigned) {
    return new Balance(0, unsigned).toBigInteger();
  }

  static Address address(EvmAddress address) {
    return Address.wrap(Address.toChecksumAddress(new BigInteger(1, address.bytes().array())));
  }

  /** The first 20 bytes of the account: not the inverse of how addresses become accounts. */
  static Address address(AccountId account) {
    return address(ServicesAccounts.addressOf(account));
  }

  static Address[] addresses(List<AccountId> accounts) {
    return accounts.stream().map(Abi::address).toArray(Address[]::new);
  }

  /** {@code (bytes key, string rpc)}. */
  static Tuple preferences(OperatorPreferences of) {
    return Tuple.of(of.key().toArray(), BoundedString.text(of.rpcAddress()));
  }

  static Tuple[] preferences(List<OperatorPreferences> operators) {
    return operators.stream().map(Abi::preferences).toArray(Tuple[]::new);
  }

  /** {@code (uint8 kind, bytes32 data)}: 0 with the number, 1 with the address. */
  static Tuple asset(Asset asset) {
    return switch (asset) {
      case Asset.Custom(AssetId id) -> Tuple.of(0,
          ByteBuffer.allocate(WORD).putLong(16, id.high()).putLong(24, id.low()).array());
      case Asset.Erc20(EvmAddress token) ->
          Tuple.of(1, ByteBuffer.allocate(WORD).put(12, token.bytes().array()).array());
    };
  }

  /** A text that may be missing. */
  static String text(@Nullable Bytes text) {
    return text == null ? "" : BoundedString.text(text);
  }

  /** The address that an output of one word encodes; null when it is none. */
  static @Nullable EvmAddress addressIn(Bytes output) {
    if (output.size() < WORD) {
      return null;
    }
    byte[] word = java.util.Arrays.copyOf(output.array(), WORD);
    for (int i = 0; i < WORD - 20; i++) {
      if (word[i] != 0) {
        return null;
      }
    }
    return EvmAddress.of(java.util.Arrays.copyOfRange(word, WORD - 20, WORD));
  }

  /** Whether an output of one word encodes {@code true}. */
  static boolean isTrue(Bytes output) {
    if (output.size() < WORD) {
      return false;
    }
    for (int i = 0; i < WORD - 1; i++) {
      if (output.at(i) != 0) {
        return false;
      }
    }
    return output.at(WORD - 1) == 1;
  }

  /** The setting that an output of two words encodes: a flag and a number up to u32. */
  static SettingAnswer settingIn(Bytes output) {
    if (output.size() < 2 * WORD) {
      return SettingAnswer.UNDECODABLE;
    }
    byte[] words = output.array();
    for (int i = 0; i < 2 * WORD - Integer.BYTES; i++) {
      if (words[i] != 0 && !(i == WORD - 1 && words[i] == 1)) {
        return SettingAnswer.UNDECODABLE;
      }
    }
    int value = ByteBuffer.wrap(words).getInt(2 * WORD - Integer.BYTES);
    return new SettingAnswer.Of(words[WORD - 1] == 1, Integer.toUnsignedLong(value));
  }
}
