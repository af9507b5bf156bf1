package io.fairlead.cli.slashes;

import io.fairlead.cli.Failure;
import io.fairlead.client.BlockHeader;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.TangleChain;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A slash in the queue.
 *
 * @param index number of the slash, over all rounds
 * @param dueRound first round in which the chain takes it
 */
record PendingSlash(long index, UnappliedSlash slash, long dueRound) {

  /**
   * The queue as it stands at a finalized block.
   *
   * @param round current round of restaking
   */
  record Queue(Hash at, long block, long round, List<PendingSlash> slashes) {
    /** Those of its slashes that {@code wanted} takes. */
    Queue only(Predicate<UnappliedSlash> wanted) {
      return new Queue(at, block, round,
          slashes.stream().filter(each -> wanted.test(each.slash())).toList());
    }
  }

  private static final int KEYS_AT = Item.PREFIX_BYTES;

  /** Reads the queue at the finalized head. */
  static Queue read(TangleChain chain) {
    ChainRpc rpc = chain.rpc();
    Hash at = rpc.finalizedHead().join();
    BlockHeader header = rpc.header(at).join();
    long round = value(rpc, Item.prefix("MultiAssetDelegation", "CurrentRound"), at, Codecs.U32)
        .orElse(0L);
    long deferral = deferral(chain);
    var slashes = new ArrayList<PendingSlash>();
    for (ChainRpc.Pair pair : rpc
        .pairs(Bytes.wrap(Item.prefix("Services", "UnappliedSlashes")), at).join()) {
      byte[] key = pair.key().array();
      long index = decoded(Codecs.U32, Arrays.copyOfRange(key, KEYS_AT + 4, key.length));
      UnappliedSlash slash = decoded(UnappliedSlash.CODEC, pair.value().array());
      slashes.add(new PendingSlash(index, slash, slash.era() + deferral));
    }
    slashes.sort(Comparator.comparingLong(PendingSlash::dueRound)
        .thenComparingLong(PendingSlash::index));
    return new Queue(at, header.number(), round, List.copyOf(slashes));
  }

  /** The slash of that index in the queue at the finalized head. */
  static PendingSlash find(Queue queue, long index) {
    return queue.slashes().stream().filter(pending -> pending.index() == index).findFirst()
        .orElseThrow(() -> Failure.check("no pending slash " + index + " at block " + queue.block()
            + "; pending are " + queue.slashes().stream().map(PendingSlash::index).toList()
            + ". It was taken, disputed, or never there"));
  }

  private static long deferral(TangleChain chain) {
    return chain.metadata().pallet("Services")
        .flatMap(services -> services.constant("SlashDeferDuration"))
        .map(constant -> decoded(Codecs.U32, constant.value().array()))
        .orElseThrow(() -> RpcFailure
            .unexpected("the chain has no constant Services.SlashDeferDuration"));
  }

  private static <T> Optional<T> value(ChainRpc rpc, byte[] key, Hash at, Codec<T> codec) {
    return rpc.storage(Bytes.wrap(key), at).join().map(bytes -> decoded(codec, bytes.array()));
  }

  private static <T> T decoded(Codec<T> codec, byte[] bytes) {
    return switch (codec.decode(bytes)) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Malformed<T> bad ->
          throw RpcFailure.unexpected("the chain's state: " + bad.message());
    };
  }

  /** How many rounds until it is taken; 0 when it is due. */
  long roundsLeft(Queue queue) {
    return Math.max(0, dueRound - queue.round());
  }

  /** For {@code --output json}. */
  Map<String, Object> json(TangleChain chain, Queue queue) {
    var json = new LinkedHashMap<String, Object>();
    json.put("index", index);
    json.put("era", slash.era());
    json.put("operator", chain.address(slash.operator()));
    json.put("serviceId", slash.serviceId());
    json.put("blueprintId", slash.blueprintId());
    json.put("percent", slash.slashPercent().parts());
    json.put("dueRound", dueRound);
    json.put("roundsLeft", roundsLeft(queue));
    return json;
  }
}
