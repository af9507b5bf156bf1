package io.fairlead.runtime.managers;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the contract at one address answers.
 *
 * @param answers one for each {@link Hook}, by ordinal
 * @param slashingOrigin what a query for it gives back; null: the query reverts
 * @param disputeOrigin what a query for it gives back; null: the query reverts
 * @param heartbeats what the queries for settings of heartbeats give back
 */
public record ManagerScript(List<Answer> answers, @Nullable EvmAddress slashingOrigin,
    @Nullable EvmAddress disputeOrigin, HeartbeatSettings heartbeats) {

  /** The hooks and queries; the ordinal stands in storage. */
  public enum Hook {
    MANAGER_BLUEPRINT_CREATED, BLUEPRINT_CREATED, REGISTER, REQUEST, APPROVE, SERVICE_INITIALIZED,
    JOB_CALL, JOB_RESULT, SLASHING_ORIGIN, DISPUTE_ORIGIN, UNREGISTER, UPDATE_RPC_ADDRESS,
    UPDATE_PRICE_TARGETS, REJECT, SERVICE_TERMINATION, CAN_JOIN, OPERATOR_JOINED, CAN_LEAVE,
    OPERATOR_LEFT, HEARTBEAT_INTERVAL, HEARTBEAT_THRESHOLD, SLASHING_WINDOW, UNAPPLIED_SLASH,
    SLASH, SLASH_EVENT
  }

  /** How a hook is answered; the ordinal stands in storage. */
  public enum Answer {
    /** The contract accepts; a query gives the script's address. */
    ACCEPT,
    /** The contract reverts. */
    REVERT,
    /** As if no contract were there: a hook is allowed, a query gives nothing. */
    ABSENT,
    /** A master manager passes the call on to the blueprint's own; it reverts if that is absent. */
    FORWARD,
    /** The contract uses up its gas: not allowed, and no event. */
    OUT_OF_GAS
  }

  private static final Answer[] ANSWERS = Answer.values();

  static final Codec<ManagerScript> CODEC = Codecs.struct("", Fields.of(ManagerScript::new,
      field("answers", ManagerScript::answers,
          Codecs.list(Codecs.plainEnum("", ANSWERS, Answer::ordinal, Answer::name),
              Hook.values().length),
          null),
      field("slashing_origin", ManagerScript::slashingOrigin, Codecs.option(EvmAddress.CODEC),
          null),
      field("dispute_origin", ManagerScript::disputeOrigin, Codecs.option(EvmAddress.CODEC),
          null),
      field("heartbeats", ManagerScript::heartbeats, HeartbeatSettings.AT_END, null)));

  public ManagerScript {
    answers = List.copyOf(answers);
  }

  /** No contract. */
  static final ManagerScript NONE = always(Answer.ABSENT);

  private static ManagerScript always(Answer answer) {
    return new ManagerScript(Collections.nCopies(Hook.values().length, answer), null, null,
        HeartbeatSettings.NONE);
  }

  /** A master manager that passes everything on. */
  public static ManagerScript forwarding() {
    return always(Answer.FORWARD);
  }

  /** A manager that reverts whatever it is asked. */
  public static ManagerScript refusing() {
    return always(Answer.REVERT);
  }

  /** A manager that accepts everything and names both origins. */
  public static ManagerScript accepting(EvmAddress slashingOrigin, EvmAddress disputeOrigin) {
    return new ManagerScript(Collections.nCopies(Hook.values().length, Answer.ACCEPT),
        slashingOrigin, disputeOrigin, HeartbeatSettings.NONE);
  }

  /** The same with another answer to {@code hook}. */
  public ManagerScript with(Hook hook, Answer answer) {
    var next = new ArrayList<>(answers);
    next.set(hook.ordinal(), answer);
    return new ManagerScript(next, slashingOrigin, disputeOrigin, heartbeats);
  }

  /** The same with other settings of heartbeats. */
  public ManagerScript with(HeartbeatSettings settings) {
    return new ManagerScript(answers, slashingOrigin, disputeOrigin, settings);
  }

  Answer answer(Hook hook) {
    return hook.ordinal() < answers.size() ? answers.get(hook.ordinal()) : Answer.ABSENT;
  }
}
