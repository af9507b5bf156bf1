package io.fairlead.twin.bench;

import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.twin.fact.Cause;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import io.fairlead.twin.fact.MarkKind;
import io.fairlead.twin.fact.Outcome;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.BlockLine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blocks of job calls on a chain that never was, as facts: each pair of a call and its result gives two
 * calls, two events and two changes, as on a real chain. Service {@code i} has the one member
 * {@code operator(i)}. The same arguments give the same facts.
 */
final class MadeUpFacts {
  /** Facts of one pair. */
  static final int FACTS_PER_PAIR = 6;
  private static final int PERCENT = 10;
  private static final long BLOCK_MILLIS = 6_000;
  private static final long START = 1_700_000_000_000L;
  private static final Key<Long> ID = Key.identity(Codecs.U64);
  private static final Key<Long> U32 = Key.identity(Codecs.U32);
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);
  private static final String RESTAKING = "MultiAssetDelegation";

  private final ChangeReader reader = new ChangeReader();
  private final int services;
  private final AccountId caller = account((byte) 'c', 0);
  private long nextCall;

  MadeUpFacts(int services) {
    this.services = services;
  }

  static AccountId operator(int number) {
    return account((byte) 'o', number);
  }

  private static AccountId account(byte kind, int number) {
    byte[] bytes = new byte[32];
    bytes[0] = kind;
    ByteBuffer.wrap(bytes).putInt(8, number * 0x9e3779b1).putInt(28, number);
    return AccountId.of(bytes);
  }

  private static Hash hash(long number) {
    byte[] bytes = new byte[32];
    ByteBuffer.wrap(bytes).putLong(24, number + 1);
    return Hash.of(bytes);
  }

  /** Hash of a block. */
  static Hash hashOf(long number) {
    return hash(number);
  }

  /** The block that a history begins with: all services, {@code operators} operators, slashes. */
  BlockFacts first(int operators, int slashes) {
    var block = new Building(0);
    block.mark(MarkKind.SEEDED, services);
    for (int i = 0; i < services; i++) {
      var service = new Service(i, 0, caller, List.of(),
          List.of(new OperatorCommitments(operator(i), List.of())), List.of(), List.of(), 1_000_000,
          new MembershipModel.Fixed(1));
      block.change(Keys.of(ServicesCall.PALLET, "Instances", ID, (long) i), Service.CODEC, service,
          List.of(operator(i)));
    }
    for (int i = 0; i < operators; i++) {
      block.change(Keys.of(RESTAKING, "Operators", ACCOUNT, operator(i)), OperatorMetadata.CODEC,
          OperatorMetadata.joined(Balance.of(1_000_000)), List.of());
    }
    for (int i = 0; i < slashes; i++) {
      var entry = new UnappliedSlash(1, 0, i % services, operator(i % services),
          new Percent(PERCENT));
      block.change(
          Keys.of(ServicesCall.PALLET, "UnappliedSlashes", U32, 1L, U32, (long) i),
          UnappliedSlash.CODEC, entry, List.of());
    }
    return block.done();
  }

  /** A block of {@code pairs} job calls, each answered in it. */
  BlockFacts jobs(long number, int pairs) {
    var block = new Building(number);
    var stored = new ArrayList<Pair>();
    for (int i = 0; i < pairs; i++) {
      var pair = new Pair(nextCall % services, nextCall++);
      stored.add(pair);
      block.call(2 * i, caller,
          new ServicesCall.CallJob(pair.service, 0, List.of(new Field.Uint64(pair.call))));
      block.event(2 * i, new ServicesEvent.JobCalled(caller, pair.service, pair.call, 0,
          List.of(new Field.Uint64(pair.call))), List.of(pair.operator()));
      block.call(2 * i + 1, pair.operator(), new ServicesCall.SubmitResult(pair.service,
          pair.call, List.of(new Field.Uint64(pair.call * pair.call))));
      block.event(2 * i + 1, new ServicesEvent.JobResultSubmitted(pair.operator(), pair.service,
          pair.call, 0, List.of(new Field.Uint64(pair.call * pair.call))),
          List.of(pair.operator()));
    }
    for (Pair pair : stored) {
      block.change(Keys.of(ServicesCall.PALLET, "JobCalls", ID, pair.service, ID, pair.call),
          JobCall.CODEC,
          new JobCall(pair.service, 0, List.of(new Field.Uint64(pair.call))), List.of());
      block.change(Keys.of(ServicesCall.PALLET, "JobResults", ID, pair.service, ID, pair.call),
          JobCallResult.CODEC, new JobCallResult(pair.service, pair.call,
              List.of(new Field.Uint64(pair.call * pair.call))),
          List.of());
    }
    return block.done();
  }

  private record Pair(long service, long call) {
    AccountId operator() {
      return MadeUpFacts.operator((int) service);
    }
  }

  private final class Building {
    private final long number;
    private final List<Fact> facts = new ArrayList<>();

    Building(long number) {
      this.number = number;
      mark(MarkKind.BLOCK, START + number * BLOCK_MILLIS);
    }

    private FactId next() {
      return new FactId(number, facts.size());
    }

    void mark(MarkKind kind, long value) {
      facts.add(new Fact.Mark(next(), kind, value));
    }

    void call(int extrinsic, AccountId signer, ServicesCall call) {
      String name = ServicesCall.CODEC.variantOf(call).name();
      facts.add(new Fact.Call(next(), extrinsic, List.of(), signer,
          new Fact.Known.Typed<Call>(ServicesCall.PALLET, name, call), new Outcome.Done(),
          Optional.of(Balance.of(1_000))));
    }

    void event(int extrinsic, ServicesEvent event, List<AccountId> concerned) {
      String name = ServicesEvent.CODEC.variantOf(event).name();
      facts.add(new Fact.Event(next(), new Phase.ApplyExtrinsic(extrinsic),
          new Fact.Known.Typed<Event>(ServicesCall.PALLET, name, event), concerned, 0));
    }

    <T> void change(Bytes key, Codec<T> codec, T value, List<AccountId> concerned) {
      KeyChange pair = KeyChange.of(key, codec, value);
      facts.add(new Fact.Change(next(), key, pair.after(), reader.read(key, pair.after()),
          new Cause.Hook("made up"), concerned));
    }

    BlockFacts done() {
      var line = new BlockLine(hash(number), Hash.ZERO, 1, START + number * BLOCK_MILLIS, true);
      return new BlockFacts(number, hash(number - 1), line, facts);
    }
  }
}
