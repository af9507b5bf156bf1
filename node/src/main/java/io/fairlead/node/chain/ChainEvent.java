package io.fairlead.node.chain;

import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/** The facts of the journal. Entry n + 1 is block n. */
public sealed interface ChainEvent {
  /** The block's header. */
  Header header();

  /** What the block did to storage, ascending by key. */
  List<Change> changes();

  /** The block's extrinsics, each with its length in front. */
  List<Bytes> extrinsics();

  /**
   * The first entry: block 0 and the rules that the chain keeps for ever.
   *
   * @param rules {@code group.name=value} each, in documentation order
   * @param changes the state of block 0
   */
  record GenesisWritten(List<String> rules, Header header,
      List<Change> changes) implements ChainEvent {
    static final Codec<GenesisWritten> CODEC = Codecs.struct("GenesisWritten",
        Fields.of(GenesisWritten::new,
            Fields.field("rules", GenesisWritten::rules, Codecs.list(Codecs.STRING), null),
            Fields.field("header", GenesisWritten::header, Header.STORED, null),
            Fields.field("changes", GenesisWritten::changes, Stored.CHANGES, null)));

    public GenesisWritten {
      rules = List.copyOf(rules);
      changes = List.copyOf(changes);
    }

    @Override
    public List<Bytes> extrinsics() {
      return List.of();
    }
  }

  /** A block was executed. */
  record BlockAuthored(Header header, List<Bytes> extrinsics,
      List<Change> changes) implements ChainEvent {
    static final Codec<BlockAuthored> CODEC = Codecs.struct("BlockAuthored",
        Fields.of(BlockAuthored::new,
            Fields.field("header", BlockAuthored::header, Header.STORED, null),
            Fields.field("extrinsics", BlockAuthored::extrinsics, Codecs.list(Stored.BYTES), null),
            Fields.field("changes", BlockAuthored::changes, Stored.CHANGES, null)));

    public BlockAuthored {
      extrinsics = List.copyOf(extrinsics);
      changes = List.copyOf(changes);
    }
  }
}
