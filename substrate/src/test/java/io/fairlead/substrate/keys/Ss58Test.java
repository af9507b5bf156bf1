package io.fairlead.substrate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ss58Test {

  private static final byte[] ALICE = HexFormat.of()
      .parseHex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");

  @ParameterizedTest
  @CsvSource(textBlock = """
      //Alice, 0,    15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5
      //Alice, 3287, tt3f1vUyYhQFNMksdLpVg34Exf9Xu1QyxoTVQKNbJ99UEyjg8
      //Alice, 3799, ttFELSU4MTyzpfsgZ9tFinrmox7pV7nF1BLbfYjsu4rfDYM74
      //Bob,   0,    14E5nqKAp3oAJcmzgZhUD2RcptBeUBScxKHgJKU4HPNcKVf3
      //Bob,   3287, tt25reQoQZgFUCkP7utXjHiKzZJX1YsadJdM5G1Td5AZ1CqjR
      //Bob,   3799, ttDfBAPtDLFzvWsC3ixHn3WrqrGobfEqfgWTLVNkDzsjymXJs
      """)
  void an_account_has_its_known_address_under_each_prefix(String suri, int prefix, String address) {
    byte[] account = KeyPair.ofSuri(Scheme.SR25519, suri).publicKey();

    assertThat(Ss58.encode(prefix, account)).isEqualTo(address);
    assertThat(Ss58.decode(address)).isEqualTo(new Ss58.Address(prefix, account));
  }

  @Property
  void what_is_encoded_decodes_to_itself(@ForAll @IntRange(max = Ss58.PREFIX_MAX) int prefix,
      @ForAll @Size(33) byte[] bytes, @ForAll boolean asPublicKey) {
    byte[] account = asPublicKey ? bytes : Arrays.copyOf(bytes, 32);

    String address = Ss58.encode(prefix, account);

    if (prefix == 46 || prefix == 47) {
      assertThat(Ss58.decode(address)).isInstanceOf(Ss58.Invalid.class);
    } else {
      assertThat(Ss58.decode(address)).isEqualTo(new Ss58.Address(prefix, account));
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ,  its checksum is wrong
      5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQ0,  a character is not a base58 digit
      5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQ,   bytes of account
      '',                                                it holds 0 bytes of account
      F7NZ,                                              bytes of account
      """)
  void a_wrong_address_is_refused_and_named(String address, String reason) {
    assertThat(Ss58.decode(address)).isInstanceOfSatisfying(Ss58.Invalid.class,
        invalid -> assertThat(invalid.reason()).contains('"' + address + '"').contains(reason));
  }

  @Property
  void any_text_is_answered_without_an_exception(@ForAll String text) {
    assertThat(Ss58.decode(text)).isNotNull();
  }

  @Test
  void a_prefix_or_length_out_of_bounds_is_a_bug_of_the_caller() {
    assertThatThrownBy(() -> Ss58.encode(16_384, ALICE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ss58.encode(-1, ALICE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ss58.encode(42, new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
