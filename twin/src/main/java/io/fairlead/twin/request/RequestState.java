package io.fairlead.twin.request;

import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.entity.Maps;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request of a service.
 *
 * @param record in {@code ServiceRequests}; null after its end
 * @param last the record as it was last, also after its end
 * @param payment that waits; null when there is none
 * @param approved block of each approval
 * @param rejected block of each rejection
 * @param asked block; -1: before this history
 * @param service that began; -1 while none did
 * @param ended block; -1 while it is open
 */
public record RequestState(long id, @Nullable ServiceRequest record,
    @Nullable ServiceRequest last, @Nullable StagingServicePayment payment,
    SortedMap<AccountId, Long> approved, SortedMap<AccountId, Long> rejected, long asked,
    long service, long ended) {
  public RequestState {
    approved = Maps.copy(approved);
    rejected = Maps.copy(rejected);
  }

  private static final Codec<SortedMap<AccountId, Long>> BLOCKS =
      Codecs.map(AccountId.CODEC, Codecs.U64, Codecs.UNBOUNDED);

  static final Codec<RequestState> CODEC = Codecs.struct("RequestState",
      Fields.of(RequestState::new, Fields.field("id", RequestState::id, Codecs.U64, ""),
          Fields.field("record", RequestState::record, Codecs.option(ServiceRequest.CODEC), ""),
          Fields.field("last", RequestState::last, Codecs.option(ServiceRequest.CODEC), ""),
          Fields.field("payment", RequestState::payment,
              Codecs.option(StagingServicePayment.CODEC), ""),
          Fields.field("approved", RequestState::approved, BLOCKS, ""),
          Fields.field("rejected", RequestState::rejected, BLOCKS, ""),
          Fields.field("asked", RequestState::asked, Codecs.I64, ""),
          Fields.field("service", RequestState::service, Codecs.I64, ""),
          Fields.field("ended", RequestState::ended, Codecs.I64, "")));

  static RequestState blank(long id) {
    return new RequestState(id, null, null, null, new TreeMap<>(), new TreeMap<>(), -1, -1, -1);
  }

  /** How it ended. */
  public RequestEnd end() {
    return service >= 0 ? RequestEnd.INITIATED
        : ended >= 0 ? RequestEnd.REMOVED : RequestEnd.OPEN;
  }

  RequestState withRecord(@Nullable ServiceRequest now, long block) {
    return new RequestState(id, now, now == null ? last : now, payment, approved, rejected, asked,
        service, now == null ? block : -1);
  }

  RequestState withPayment(@Nullable StagingServicePayment now) {
    return new RequestState(id, record, last, now, approved, rejected, asked, service, ended);
  }

  RequestState askedAt(long block) {
    return new RequestState(id, record, last, payment, approved, rejected, block, service, ended);
  }

  RequestState approvedBy(AccountId operator, long block) {
    return new RequestState(id, record, last, payment, Maps.with(approved, operator, block),
        rejected, asked, service, ended);
  }

  RequestState rejectedBy(AccountId operator, long block) {
    return new RequestState(id, record, last, payment, approved,
        Maps.with(rejected, operator, block), asked, service, ended);
  }

  RequestState initiated(long newService, long block) {
    return new RequestState(id, record, last, payment, approved, rejected, asked, newService,
        block);
  }
}
