package io.fairlead.substrate.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Output;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Storage keys made by polkadot.js from Tangle's metadata (spec 1403). */
class StorageKeyVectorsTest {
  private static final String ALICE =
      "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource(delimiter = '|', textBlock = """
      System | Number | '' | \
      26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac
      System | Events | '' | \
      26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7
      System | Account | BLAKE2_128_CONCAT:alice | \
      26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9de1e86a9a8c739864cf3\
      cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      System | BlockHash | TWOX_64_CONCAT:0500000000000000 | \
      26aa394eea5630e07c48ae0c9558cef7a44704b568d21667356a5a050c1187463d59c2d52d0bbe890500\
      000000000000
      System | LastRuntimeUpgrade | '' | \
      26aa394eea5630e07c48ae0c9558cef7f9cce9c888469bb1a0dceaa129672ef8
      System | ParentHash | '' | \
      26aa394eea5630e07c48ae0c9558cef78a42f33323cb5ced3b44dd825fda9fcc
      System | Digest | '' | \
      26aa394eea5630e07c48ae0c9558cef799e7f93fc6a98f0874fd057f111c4d2d
      Timestamp | Now | '' | \
      f0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb
      Balances | TotalIssuance | '' | \
      c2261276cc9d1f8598ea4b6a74b15c2f57c875e4cff74148e4628f264b974c80
      Sudo | Key | '' | \
      5c0d1176a568c1f92944340dbfed9e9c530ebca703c85910e7164cb7d1c9e47b
      Session | Validators | '' | \
      cec5070d609dd3497f72bde07fc96ba088dcde934c658227ee1dfafcd6e16903
      Session | NextKeys | TWOX_64_CONCAT:alice | \
      cec5070d609dd3497f72bde07fc96ba04c014e6bf8b8c2c011e7290b85696bb3518366b5b1bc7c99d435\
      93c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      Staking | Ledger | BLAKE2_128_CONCAT:alice | \
      5f3e4907f716ac89b6347d15ececedca422adb579f1dbf4f3886c5cfa3bb8cc4de1e86a9a8c739864cf3\
      cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      Staking | ErasStakers | TWOX_64_CONCAT:01000000 TWOX_64_CONCAT:alice | \
      5f3e4907f716ac89b6347d15ececedca8bde0a0ea8864605e3b68ed9cb2da01b5153cb1f00942ff40100\
      0000518366b5b1bc7c99d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      Staking | ActiveEra | '' | \
      5f3e4907f716ac89b6347d15ececedca487df464e44a534ba6b0cbb32407b587
      TransactionPayment | NextFeeMultiplier | '' | \
      3f1467a096bcd71a5b6a0c8155e208103f2edf3bdf381debe331ab7446addfdc
      Services | NextBlueprintId | '' | \
      bebc5b76152ddd09e43cd7046d104a271b16f54517e6cee35b129d7cac2a0523
      Services | Blueprints | IDENTITY:0000000000000000 | \
      bebc5b76152ddd09e43cd7046d104a2745ffdad4c0459966316e49889920328e0000000000000000
      Services | Operators | IDENTITY:0000000000000000 IDENTITY:alice | \
      bebc5b76152ddd09e43cd7046d104a2734a0a3fbf14e6c92456ca7bd91d59a570000000000000000d435\
      93c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      Services | Instances | IDENTITY:0000000000000000 | \
      bebc5b76152ddd09e43cd7046d104a274544e6e672b64c39c5816568f05c3bc80000000000000000
      Services | OperatorsProfile | IDENTITY:alice | \
      bebc5b76152ddd09e43cd7046d104a272c39e12dcf31eaad7c41c7343a376b4bd43593c715fdd31c6114\
      1abd04a99fd6822c8558854ccde39a5684e7a56da27d
      MultiAssetDelegation | Operators | BLAKE2_128_CONCAT:alice | \
      f1c921a672a50d3438fd1b16e141844134a0a3fbf14e6c92456ca7bd91d59a57de1e86a9a8c739864cf3\
      cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      MultiAssetDelegation | Delegators | BLAKE2_128_CONCAT:alice | \
      f1c921a672a50d3438fd1b16e1418441e1c5df6d2773f08c7b6b1b6d0139c22ade1e86a9a8c739864cf3\
      cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      Lst | BondedPools | TWOX_64_CONCAT:01000000 | \
      b215d74ed901653de1855869ec1085421f7c4e57dc49e4d6d003b730a7894f325153cb1f00942ff40100\
      0000
      """)
  void a_key_is_the_hashed_names_and_the_hashed_keys(String pallet, String item, String keys,
      String expected) {
    var out = new Output(128);
    out.raw(Item.prefix(pallet, item));

    for (String part : keys.isEmpty() ? new String[0] : keys.split(" ")) {
      StorageHasher hasher = StorageHasher.valueOf(part.substring(0, part.indexOf(':')));
      byte[] key = Hex.bytes(part.substring(part.indexOf(':') + 1).replace("alice", ALICE));
      out.raw(hasher.hash(key));
      if (hasher.concat()) {
        out.raw(key);
      }
    }

    assertThat(Hex.of(out.toBytes())).isEqualTo("0x" + expected);
  }
}
