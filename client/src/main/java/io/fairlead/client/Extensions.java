package io.fairlead.client;

import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.extrinsic.SigningPayload;
import io.fairlead.substrate.metadata.ExtrinsicMetadata;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Output;
import java.util.List;

/**
 * Signed extrinsics of any chain, by the extensions that its metadata names. An extension that this
 * program does not know is left out when it needs no bytes, and refused by name otherwise.
 *
 * @param era blocks in which the extrinsic is valid
 * @param nonce of the signer
 * @param birth hash of the first block of the era
 */
record Extensions(Metadata metadata, ChainRpc.Versions versions, Hash genesis, Era era,
    long nonce, Hash birth) {
  private static final int SIGNED_V4 = 0x84;

  /** What is signed for {@code call}. */
  Bytes message(Bytes call) {
    var out = new Output(call.size() + 128);
    out.raw(call.array());
    extra(out);
    additional(out);
    return Bytes.wrap(new SigningPayload(Bytes.wrap(out.toBytes())).message());
  }

  /** The extrinsic, its length in front. */
  Bytes signed(Signer signer, Bytes signature, Bytes call) {
    var body = new Output(call.size() + 160);
    body.u8(SIGNED_V4);
    address(signer.account(), body);
    body.u8(signer.scheme());
    body.raw(signature.array());
    extra(body);
    body.raw(call.array());
    byte[] bytes = body.toBytes();
    var out = new Output(bytes.length + 4);
    out.compact(bytes.length);
    out.raw(bytes);
    return Bytes.wrap(out.toBytes());
  }

  private void address(AccountId account, Output out) {
    if (metadata.type(metadata.extrinsic().address()).name().equals("MultiAddress")) {
      MultiAddress.CODEC.write(MultiAddress.of(account), out);
    } else {
      AccountId.CODEC.write(account, out);
    }
  }

  private void extra(Output out) {
    for (ExtrinsicMetadata.Extension extension : metadata.extrinsic().extensions()) {
      switch (extension.identifier()) {
        case "CheckMortality", "CheckEra" -> Era.CODEC.write(era, out);
        case "CheckNonce" -> out.compact(nonce);
        case "ChargeTransactionPayment", "CheckMetadataHash" -> out.u8(0);
        case "ChargeAssetTxPayment" -> out.u16(0);
        case String other -> nothing(other, extension.type());
      }
    }
  }

  private void additional(Output out) {
    for (ExtrinsicMetadata.Extension extension : metadata.extrinsic().extensions()) {
      switch (extension.identifier()) {
        case "CheckSpecVersion" -> out.u32(versions.specVersion());
        case "CheckTxVersion" -> out.u32(versions.transactionVersion());
        case "CheckGenesis" -> Hash.CODEC.write(genesis, out);
        case "CheckMortality", "CheckEra" -> Hash.CODEC.write(birth, out);
        case "CheckMetadataHash" -> out.u8(0);
        case String other -> nothing(other, extension.additional());
      }
    }
  }

  private void nothing(String extension, int type) {
    if (!isEmpty(type, 8)) {
      throw RpcFailure.unexpected("the chain " + versions.specName()
          + " wants the signed extension " + extension + ", which this program cannot fill in");
    }
  }

  private boolean isEmpty(int type, int depth) {
    return depth > 0 && switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) ->
          fields.stream().allMatch(field -> isEmpty(field.type(), depth - 1));
      case TypeDef.Tuple(List<Integer> elements) ->
          elements.stream().allMatch(element -> isEmpty(element, depth - 1));
      case TypeDef.Variant v -> false;
      case TypeDef.Sequence s -> false;
      case TypeDef.Array(long length, int element) -> length == 0;
      case TypeDef.Primitive p -> false;
      case TypeDef.Compact(int inner) -> isEmpty(inner, depth - 1);
      case TypeDef.BitSequence b -> false;
    };
  }
}
