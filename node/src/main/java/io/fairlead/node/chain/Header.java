package io.fairlead.node.chain;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.trie.TrieRoot;
import java.util.List;

/**
 * The header of a block ({@code sp_runtime::generic::Header}).
 *
 * @param parent hash of the block before; zero for genesis
 * @param number blocks since genesis
 * @param stateRoot root of the state after this block
 * @param extrinsicsRoot root of the list of its extrinsics
 * @param digest encoded logs
 */
public record Header(Hash parent, long number, Hash stateRoot, Hash extrinsicsRoot,
    List<Bytes> digest) {

  /** How headers stand in the journal: as on the wire, but each log with its length. */
  static final Codec<Header> STORED = Codecs.struct("Header",
      Fields.of(Header::new, Fields.field("parent", Header::parent, Hash.CODEC, null),
          Fields.field("number", Header::number, Codecs.COMPACT_U64, null),
          Fields.field("state_root", Header::stateRoot, Hash.CODEC, null),
          Fields.field("extrinsics_root", Header::extrinsicsRoot, Hash.CODEC, null),
          Fields.field("digest", Header::digest, Codecs.list(Stored.BYTES), null)));

  public Header {
    digest = List.copyOf(digest);
  }

  /** The SCALE form that is hashed. */
  public byte[] encode() {
    var out = new Output(110);
    Hash.CODEC.write(parent, out);
    out.compact(number);
    Hash.CODEC.write(stateRoot, out);
    Hash.CODEC.write(extrinsicsRoot, out);
    out.compact(digest.size());
    for (Bytes log : digest) {
      out.raw(log.array());
    }
    return out.toBytes();
  }

  /** BLAKE2b-256 of {@link #encode}: the hash of the block. */
  public Hash hash() {
    return Hash.of(Blake2b.hash256(encode()));
  }

  /** The root over extrinsics, each with its length in front. */
  public static Hash rootOf(List<Bytes> extrinsics) {
    return Hash.of(TrieRoot.ofList(extrinsics.stream().map(Bytes::array).toList()));
  }
}
