package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.fact.FactId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The row of a job call that is not written yet, with the duties that it makes: what happens to it in
 * the same transaction changes it here, so that it is written once.
 */
final class NewJob {
  private static final long OPEN = -1;

  private final long call;
  private final long service;
  private final int job;
  private final @Nullable AccountId caller;
  private final @Nullable FactId called;
  /** Block of the first result of each member; -1 while it gave none. */
  private final Map<AccountId, Long> duties = new TreeMap<>();
  private final Map<AccountId, Long> left = new TreeMap<>();
  private @Nullable FactId firstAnswer;
  private @Nullable AccountId firstBy;
  private @Nullable AccountId lastBy;
  private long answers;
  private long overwrites;
  private long settled = OPEN;

  NewJob(long call, long service, int job, @Nullable AccountId caller, @Nullable FactId called,
      List<AccountId> members) {
    this.call = call;
    this.service = service;
    this.job = job;
    this.caller = caller;
    this.called = called;
    members.forEach(member -> duties.put(member, OPEN));
  }

  long service() {
    return service;
  }

  void answered(AccountId operator, FactId fact) {
    if (answers == 0) {
      firstAnswer = fact;
      firstBy = operator;
    } else if (lastBy != null && !operator.equals(lastBy)) {
      overwrites++;
    }
    answers++;
    lastBy = operator;
    duties.computeIfPresent(operator, (it, block) -> block < 0 ? fact.block() : block);
  }

  /** It has a result from before this history. */
  void hadAnswer() {
    answers = Math.max(answers, 1);
  }

  void settled(long block) {
    settled = block;
  }

  /** A member left: its duty ends unless the call had a result. */
  void left(AccountId operator, long block) {
    if (duties.containsKey(operator)) {
      left.putIfAbsent(operator, block);
    }
  }

  void write(List<Write> writes) {
    writes.add(Write.of(Sql.JOB, call, service, job, Texts.of(caller), block(called),
        index(called), block(firstAnswer), index(firstAnswer), Texts.of(firstBy),
        Texts.of(lastBy), answers, overwrites, settled));
    duties.forEach((operator, answered) -> {
      long ended = firstAnswer != null ? firstAnswer.block() : left.getOrDefault(operator, OPEN);
      writes.add(Write.of(Sql.DUTY, operator.toString(), call, service, job, block(called),
          answered, Math.min(ended, left.getOrDefault(operator, Long.MAX_VALUE))));
    });
  }

  private static long block(@Nullable FactId fact) {
    return fact == null ? OPEN : fact.block();
  }

  private static int index(@Nullable FactId fact) {
    return fact == null ? (int) OPEN : fact.index();
  }
}
