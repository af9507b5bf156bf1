package io.fairlead.substrate.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.fairlead.substrate.hash.Blake2b;
import java.util.Arrays;

/**
 * SS58 addresses ({@code sp_core::crypto::Ss58Codec}): base58 of prefix, account and two bytes of
 * checksum, the first of blake2b-512 over "SS58PRE", prefix and account.
 */
public final class Ss58 {

  /** Prefixes are 0 to this, 14 bits. */
  public static final int PREFIX_MAX = 16_383;

  private static final byte[] CHECKSUM_PREFIX = "SS58PRE".getBytes(US_ASCII);
  private static final int CHECKSUM = 2;
  /** 2 prefix bytes, 33 bytes of account and the checksum make at most 51 digits. */
  private static final int LENGTH_MAX = 64;

  private Ss58() {}

  /** What a text says as an address. */
  public sealed interface Decoded {}

  /** A good address: the network prefix and the account, 32 bytes (33 for an ecdsa public key). */
  public record Address(int prefix, byte[] account) implements Decoded {

    @Override
    public boolean equals(Object other) {
      return other instanceof Address that && prefix == that.prefix
          && Arrays.equals(account, that.account);
    }

    @Override
    public int hashCode() {
      return 31 * prefix + Arrays.hashCode(account);
    }

    @Override
    public String toString() {
      return encode(prefix, account);
    }
  }

  /** No address; the reason contains the text. */
  public record Invalid(String reason) implements Decoded {}

  /**
   * The address of an account of 32 or 33 bytes under a network prefix.
   *
   * @throws IllegalArgumentException if the prefix is not in 0 to 16,383 or the account has another
   *     length
   */
  public static String encode(int prefix, byte[] account) {
    if (prefix < 0 || prefix > PREFIX_MAX) {
      throw new IllegalArgumentException("an SS58 prefix is 0 to 16383, not " + prefix);
    }
    if (account.length != 32 && account.length != 33) {
      throw new IllegalArgumentException("an account has 32 or 33 bytes, not " + account.length);
    }
    int head = prefix < 64 ? 1 : 2;
    byte[] bytes = new byte[head + account.length + CHECKSUM];
    if (head == 1) {
      bytes[0] = (byte) prefix;
    } else {
      bytes[0] = (byte) ((prefix & 0xfc) >> 2 | 0x40);
      bytes[1] = (byte) (prefix >> 8 | (prefix & 3) << 6);
    }
    System.arraycopy(account, 0, bytes, head, account.length);
    System.arraycopy(checksum(bytes), 0, bytes, head + account.length, CHECKSUM);
    return Base58.encode(bytes);
  }

  /** Reads an address of any network; a wrong digit, length, prefix or checksum is named. */
  public static Decoded decode(String text) {
    if (text.length() > LENGTH_MAX) {
      return new Invalid("an address is at most 51 characters long, not " + text.length());
    }
    byte[] bytes = Base58.decode(text);
    if (bytes == null) {
      return invalid(text, "a character is not a base58 digit");
    }
    int head = bytes.length > 0 && (bytes[0] & 0x40) != 0 ? 2 : 1;
    int length = bytes.length - head - CHECKSUM;
    if (length != 32 && length != 33) {
      return invalid(text, "it holds " + Math.max(0, length) + " bytes of account, not 32 or 33");
    }
    int prefix = prefix(bytes, head);
    if (prefix < 0 || prefix == 46 || prefix == 47) {
      return invalid(text, "its network prefix is reserved");
    }
    byte[] sum = checksum(bytes);
    if (sum[0] != bytes[bytes.length - 2] || sum[1] != bytes[bytes.length - 1]) {
      return invalid(text, "its checksum is wrong");
    }
    return new Address(prefix, Arrays.copyOfRange(bytes, head, head + length));
  }

  /** The prefix, or -1 if the first byte is one of the reserved 128 to 255. */
  private static int prefix(byte[] bytes, int head) {
    int first = bytes[0] & 0xff;
    if (first >= 128) {
      return -1;
    }
    if (head == 1) {
      return first;
    }
    int second = bytes[1] & 0xff;
    return (first << 2 & 0xfc | second >> 6) | (second & 0x3f) << 8;
  }

  private static byte[] checksum(byte[] bytes) {
    return Arrays.copyOf(
        Blake2b.hash512(CHECKSUM_PREFIX, Arrays.copyOf(bytes, bytes.length - CHECKSUM)), CHECKSUM);
  }

  private static Invalid invalid(String text, String reason) {
    return new Invalid("\"" + text + "\" is not an SS58 address: " + reason);
  }
}
