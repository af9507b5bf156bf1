package io.fairlead.runtime.session;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/** The event of Session. */
public sealed interface SessionEvent extends Event {
  /** A session began. */
  record NewSession(long sessionIndex) implements SessionEvent {}

  /** One byte of index, then the field. */
  EnumCodec<SessionEvent> CODEC = Codecs.enumOf("pallet_session::pallet::Event", List.of(),
      variant(0, "NewSession", NewSession.class, Fields.of(NewSession::new, Fields
          .field("session_index", NewSession::sessionIndex, Codecs.U32, "SessionIndex"))));

  @Override
  default String pallet() {
    return SessionStorage.PALLET;
  }
}
