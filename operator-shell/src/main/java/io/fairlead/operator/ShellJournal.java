package io.fairlead.operator;

import static io.fairlead.substrate.scale.Fields.field;

import akka.serialization.SerializerWithStringManifest;
import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.io.NotSerializableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of the shell's events: SCALE under a manifest with a version. A form that was
 * ever stored never changes; a changed event gets the next version and the old one is still read.
 */
public final class ShellJournal extends SerializerWithStringManifest {
  private static final int IDENTIFIER = 5_101;

  private record Stored<T>(String manifest, Class<T> type, Codec<T> codec) {}

  private record Service(long number, long blueprint) {}

  private static final Codec<CallKey> KEY = Codecs.struct("fairlead::CallKey",
      Fields.of(CallKey::new, field("service", CallKey::service, Codecs.U64, "u64"),
          field("call", CallKey::call, Codecs.U64, "u64")));
  private static final Codec<JobOrder> ORDER = Codecs.struct("fairlead::JobOrder",
      Fields.of(JobOrder::new, field("key", JobOrder::key, KEY, "CallKey"),
          field("blueprint", JobOrder::blueprint, Codecs.U64, "u64"),
          field("job", JobOrder::job, Codecs.U8, "u8"),
          field("args", JobOrder::args, Field.LIST, "Vec<Field>")));
  private static final Codec<ChainPoint> POINT = Codecs.struct("fairlead::ChainPoint",
      Fields.of(ChainPoint::new, field("number", ChainPoint::number, Codecs.U64, "u64"),
          field("hash", ChainPoint::hash, Hash.CODEC, "Hash")));
  private static final Codec<List<Service>> SERVICES = Codecs.list(Codecs.pair(Codecs.U64,
      Codecs.U64, Service::new, Service::number, Service::blueprint));
  private static final Codec<OperatorView> VIEW = Codecs.struct("fairlead::OperatorView",
      Fields.of(ShellJournal::view,
          field("operator", OperatorView::operator, AccountId.CODEC, "AccountId"),
          field("services", ShellJournal::services, SERVICES, "Vec<(u64, u64)>")));

  private final Map<String, Stored<?>> byManifest = new LinkedHashMap<>();
  private final Map<Class<?>, Stored<?>> byType = new LinkedHashMap<>();

  /** Made by Akka. */
  public ShellJournal() {
    Codec<List<JobOrder>> orders = Codecs.list(ORDER);
    stored("job-received/1", JobCallEvent.JobReceived.class,
        one(JobCallEvent.JobReceived::new, JobCallEvent.JobReceived::order, ORDER));
    stored("attempt-failed/1", JobCallEvent.AttemptFailed.class, one(
        JobCallEvent.AttemptFailed::new, JobCallEvent.AttemptFailed::reason, Codecs.STRING));
    stored("result-ready/1", JobCallEvent.ResultReady.class,
        Codecs.pair(Field.LIST, Codecs.U64, JobCallEvent.ResultReady::new,
            JobCallEvent.ResultReady::result, JobCallEvent.ResultReady::jobMillis));
    stored("result-signed/1", JobCallEvent.ResultSigned.class, one(
        JobCallEvent.ResultSigned::new, JobCallEvent.ResultSigned::signed, SignedResult.CODEC));
    stored("answer-signed/1", JobCallEvent.AnswerSigned.class,
        Codecs.triple(Field.LIST, Codecs.U64, SignedResult.CODEC, JobCallEvent.AnswerSigned::new,
            JobCallEvent.AnswerSigned::result, JobCallEvent.AnswerSigned::jobMillis,
            JobCallEvent.AnswerSigned::signed));
    stored("signature-expired/1", JobCallEvent.SignatureExpired.class, one(
        JobCallEvent.SignatureExpired::new, JobCallEvent.SignatureExpired::nonce, Codecs.U64));
    stored("result-finalized/1", JobCallEvent.ResultFinalized.class, one(
        JobCallEvent.ResultFinalized::new, JobCallEvent.ResultFinalized::block, Codecs.U64));
    stored("call-given-up/1", JobCallEvent.CallGivenUp.class, one(
        JobCallEvent.CallGivenUp::new, JobCallEvent.CallGivenUp::reason, Codecs.STRING));
    stored("shell-began/1", DeskEvent.ShellBegan.class, Codecs.struct("fairlead::ShellBegan",
        Fields.of(DeskEvent.ShellBegan::new,
            field("genesis", DeskEvent.ShellBegan::genesis, Hash.CODEC, "Hash"),
            field("at", DeskEvent.ShellBegan::at, POINT, "ChainPoint"),
            field("view", DeskEvent.ShellBegan::view, VIEW, "OperatorView"),
            field("opened", DeskEvent.ShellBegan::opened, orders, "Vec<JobOrder>"))));
    stored("block-followed/1", DeskEvent.BlockFollowed.class,
        Codecs.struct("fairlead::BlockFollowed",
            Fields.of(DeskEvent.BlockFollowed::new,
                field("at", DeskEvent.BlockFollowed::at, POINT, "ChainPoint"),
                field("view", DeskEvent.BlockFollowed::view, VIEW, "OperatorView"),
                field("opened", DeskEvent.BlockFollowed::opened, orders, "Vec<JobOrder>"),
                field("closed", DeskEvent.BlockFollowed::closed, Codecs.list(KEY),
                    "Vec<CallKey>"))));
    stored("call-closed/1", DeskEvent.CallClosed.class,
        one(DeskEvent.CallClosed::new, DeskEvent.CallClosed::key, KEY));
    stored("desk-fresh/1", DeskState.Fresh.class, Codecs.unit(new DeskState.Fresh()));
    stored("desk-at-work/1", DeskState.AtWork.class, Codecs.struct("fairlead::DeskAtWork",
        Fields.of(ShellJournal::atWork,
            field("genesis", DeskState.AtWork::genesis, Hash.CODEC, "Hash"),
            field("cursor", DeskState.AtWork::cursor, POINT, "ChainPoint"),
            field("view", DeskState.AtWork::view, VIEW, "OperatorView"),
            field("open", work -> new ArrayList<>(work.open().values()), orders,
                "Vec<JobOrder>"))));
  }

  private static <T, R> Codec<R> one(java.util.function.Function<T, R> make,
      java.util.function.Function<R, T> get, Codec<T> codec) {
    return codec.as(make, get);
  }

  private static OperatorView view(AccountId operator, List<Service> services) {
    var map = new TreeMap<Long, Long>();
    services.forEach(service -> map.put(service.number(), service.blueprint()));
    return new OperatorView(operator, map);
  }

  private static List<Service> services(OperatorView view) {
    return view.services().entrySet().stream()
        .map(entry -> new Service(entry.getKey(), entry.getValue())).toList();
  }

  private static DeskState.AtWork atWork(Hash genesis, ChainPoint cursor, OperatorView view,
      List<JobOrder> open) {
    var map = new TreeMap<CallKey, JobOrder>();
    open.forEach(order -> map.put(order.key(), order));
    return new DeskState.AtWork(genesis, cursor, view, map);
  }

  private <T> void stored(String manifest, Class<T> type, Codec<T> codec) {
    var stored = new Stored<>(manifest, type, codec);
    byManifest.put(manifest, stored);
    byType.put(type, stored);
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object event) {
    return of(event).manifest();
  }

  @Override
  public byte[] toBinary(Object event) {
    return encode(of(event), event);
  }

  private static <T> byte[] encode(Stored<T> stored, Object event) {
    return stored.codec().encode(stored.type().cast(event));
  }

  private Stored<?> of(Object event) {
    Stored<?> stored = byType.get(event.getClass());
    if (stored == null) {
      throw new IllegalArgumentException(event.getClass() + " has no stored form");
    }
    return stored;
  }

  @Override
  public Object fromBinary(byte @Nullable [] bytes, String manifest)
      throws NotSerializableException {
    Stored<?> stored = byManifest.get(manifest);
    if (stored == null || bytes == null) {
      throw new NotSerializableException(
          "the journal holds \"" + manifest + "\", which this version does not know");
    }
    return stored.codec().decode(bytes).trusted();
  }
}
