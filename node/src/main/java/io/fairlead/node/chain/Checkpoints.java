package io.fairlead.node.chain;

import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files with the whole state of a block, sorted by key, and the blocks after it up to the head: so a
 * node that starts from one can read as many old states as before.
 */
final class Checkpoints {
  /** Older files are deleted. */
  private static final int KEPT = 2;
  private static final String FORM = "fairlead-checkpoint/1";

  /**
   * What a file holds.
   *
   * @param earlier hashes of all blocks before {@code blocks}
   * @param state after the first of {@code blocks}
   * @param blocks the first without changes, the others as in the journal
   */
  private record Content(String form, List<String> rules, List<Hash> earlier, List<Change> state,
      List<ChainEvent.BlockAuthored> blocks) {
    static final Codec<Content> CODEC = Codecs.struct("Checkpoint",
        Fields.of(Content::new, Fields.field("form", Content::form, Codecs.STRING, null),
            Fields.field("rules", Content::rules, Codecs.list(Codecs.STRING), null),
            Fields.field("earlier", Content::earlier, Codecs.list(Hash.CODEC), null),
            Fields.field("state", Content::state, Stored.CHANGES, null), Fields.field("blocks",
                Content::blocks, Codecs.list(ChainEvent.BlockAuthored.CODEC), null)));
  }

  /** A checkpoint whose form is good; its roots are not checked yet. */
  record Loaded(List<String> rules, List<Hash> earlier, Block first, List<Change> state,
      List<ChainEvent.BlockAuthored> following) {}

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** The value of a pair of a whole state, which has one. */
  static byte[] valueOf(Change pair) {
    Bytes value = pair.value();
    if (value == null) {
      throw new ChainDamaged("the state has key " + pair.key() + " without a value");
    }
    return value.array();
  }

  CheckpointWritten write(ChainView view) {
    ChainView.Recent head = view.newest();
    long first = view.states().oldest();
    var blocks = new ArrayList<ChainEvent.BlockAuthored>();
    for (long number = first; number <= head.block().number(); number++) {
      ChainView.Recent recent = view.recentAt(number);
      blocks.add(new ChainEvent.BlockAuthored(recent.block().header(), recent.block().extrinsics(),
          number == first ? List.of() : recent.changes()));
    }
    var content = new Content(FORM, view.rules(), view.hashesBefore(first),
        view.states().pairsAt(Bytes.EMPTY, first), blocks);
    String name = String.format("block-%010d.checkpoint", head.block().number());
    try {
      store(name, Content.CODEC.encode(content));
      deleteOld();
    } catch (IOException failed) {
      throw new UncheckedIOException("checkpoint " + folder.resolve(name), failed);
    }
    return new CheckpointWritten(head.block().number(), head.block().hash(), name,
        head.block().header().stateRoot());
  }

  private void store(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    Path aside = folder.resolve(name + ".part");
    try (FileChannel file = FileChannel.open(aside, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining();) {
        file.write(rest);
      }
      file.force(true);
    }
    Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private void deleteOld() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(it -> it.toString().endsWith(".checkpoint")).sorted().toList();
    }
    for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
      Files.delete(old);
    }
  }

  Loaded load(CheckpointWritten written) {
    Path file = folder.resolve(written.file());
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new CheckpointDamaged("checkpoint " + file + " cannot be read: " + failed);
    }
    return switch (Content.CODEC.decode(bytes)) {
      case Decoded.Malformed<Content> bad ->
          throw new CheckpointDamaged("checkpoint " + file + " is damaged " + bad.message());
      case Decoded.Value<Content>(Content content) -> {
        if (!content.form().equals(FORM) || content.blocks().isEmpty()) {
          throw new CheckpointDamaged("checkpoint " + file + " is not of form " + FORM);
        }
        ChainEvent.BlockAuthored first = content.blocks().getFirst();
        var block = new Block(first.header(), first.header().hash(), first.extrinsics());
        yield new Loaded(content.rules(), content.earlier(), block, content.state(),
            content.blocks().subList(1, content.blocks().size()));
      }
    };
  }
}
