package io.fairlead.twin.api;

import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.twin.table.Page;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked.
 *
 * @param path the changing segments of the path, by name
 * @param query parameters
 */
record Question(Map<String, String> path, Map<String, String> query) {
  private static final int SHOWN_MAX = 80;

  Question {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /** A text of the asker in a message, not the whole of a long one. */
  static String shown(String text) {
    return text.length() <= SHOWN_MAX ? "\"" + text + "\""
        : "\"" + text.substring(0, SHOWN_MAX) + "…\" (" + text.length() + " characters)";
  }

  /** A number of the path. */
  long number(String name) {
    return number(name, path.getOrDefault(name, ""));
  }

  /** A number that the query may have. */
  Optional<Long> queryNumber(String name) {
    return Optional.ofNullable(query.get(name)).map(text -> number(name, text));
  }

  static long number(String name, String text) {
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException tooLarge) {
        // told below
      }
    }
    throw Refusal.unreadable(name + ": expected a number from 0 to " + Long.MAX_VALUE + ", found "
        + shown(text), "give it in decimal digits, without a sign");
  }

  /** One of {@code allowed}; the first when the query has none. */
  String choice(String name, String... allowed) {
    String found = query.getOrDefault(name, allowed[0]);
    if (!Set.of(allowed).contains(found)) {
      throw Refusal.unreadable(name + ": expected " + String.join(" or ", allowed) + ", found "
          + shown(found), "leave it out for " + allowed[0]);
    }
    return found;
  }

  /** Which page of a list. */
  Page page() {
    String text = query.getOrDefault("limit", Integer.toString(Page.FIRST.limit()));
    long limit = number("limit", text);
    if (limit < 1 || limit > Page.LIMIT_MAX) {
      throw Refusal.unreadable(
          "limit: expected 1 to " + Page.LIMIT_MAX + ", found " + shown(text),
          "ask for a page, then for the next with after=…");
    }
    return new Page(query.getOrDefault("after", ""), (int) limit);
  }

  /** The account of the path. */
  AccountId account(int prefix) {
    return account("account", path.getOrDefault("account", ""), prefix);
  }

  /** An address with the chain's prefix, or 0x and 64 digits. */
  static AccountId account(String name, String text, int prefix) {
    if (text.startsWith("0x")) {
      return Hex.parse(text).filter(bytes -> bytes.length == 32).map(AccountId::of)
          .orElseThrow(() -> Refusal.unreadable(
              name + ": expected 0x and 64 hexadecimal digits, found " + shown(text),
              "give the public key, or an SS58 address with prefix " + prefix));
    }
    return switch (Ss58.decode(text)) {
      case Ss58.Address address when address.account().length != 32 ->
          throw Refusal.unreadable(
              name + ": expected an account of 32 bytes, found one of " + address.account().length,
              "an ECDSA key is no account; give the address that the chain shows");
      case Ss58.Address address when address.prefix() != prefix -> throw Refusal.unreadable(
          name + ": expected an address with prefix " + prefix + " of this chain, found prefix "
              + address.prefix() + " in " + shown(text),
          "the same account here is " + Ss58.encode(prefix, address.account()));
      case Ss58.Address address -> AccountId.of(address.account());
      case Ss58.Invalid invalid -> throw Refusal.unreadable(
          name + ": expected an SS58 address with prefix " + prefix + ", or 0x and 64 hexadecimal"
              + " digits; found " + shown(text),
          text.length() > 64 ? "it is too long" : invalid.reason());
    };
  }
}
