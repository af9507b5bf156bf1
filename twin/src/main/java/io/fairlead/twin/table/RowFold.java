package io.fairlead.twin.table;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.fact.MarkKind;
import io.fairlead.twin.fact.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What blocks write into the tables. Sees no database: the open rows come from {@link Standing}. Amounts
 * of delegations and totals are those of storage, never summed from events.
 */
final class RowFold {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long UNKNOWN = -1;

  private final Remembered standing;
  private final List<Write> writes = new ArrayList<>();
  private final Map<Long, NewJob> jobs = new LinkedHashMap<>();
  private final Set<Long> answered = new HashSet<>();
  private final IncomeSums income = new IncomeSums();
  private long era;
  private long day;

  private long block;
  private final Set<Long> rejected = new HashSet<>();
  private final Set<Long> changedVaults = new TreeSet<>();

  /**
   * A fold that goes on in {@code era}.
   *
   * @param standing open rows before the first block
   */
  RowFold(Standing standing, long era) {
    this.standing = new Remembered(standing);
    this.era = era;
  }

  /** Takes all facts of a block. */
  void block(List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    block = facts.getFirst().id().block();
    rejected.clear();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Mark mark -> mark(mark);
        case Fact.Call call -> call(call);
        case Fact.Event event -> event.event().typed().ifPresent(it -> event(event, it));
        case Fact.Change change -> change(change.changed());
      }
    }
    vaults();
    SlashRows.fold(facts, standing, writes);
  }

  /** Rows to write, in order of blocks. */
  List<Write> writes() {
    jobs.values().forEach(job -> job.write(writes));
    jobs.clear();
    return writes;
  }

  /** Sums to add. */
  IncomeSums income() {
    return income;
  }

  /** The era after the last block. */
  long era() {
    return era;
  }

  private void write(Sql sql, @Nullable Object... values) {
    writes.add(Write.of(sql, values));
  }

  private void mark(Fact.Mark mark) {
    if (mark.kind() == MarkKind.BLOCK) {
      day = mark.value() / DAY_MILLIS;
    } else if (mark.kind() == MarkKind.ERA) {
      era = mark.value();
    }
  }

  private void call(Fact.Call call) {
    if (call.outcome() instanceof Outcome.Refused(String error)) {
      write(Sql.REFUSED, call.signer().toString(), block, call.id().index(),
          (long) call.extrinsic(), call.call().pallet(), call.call().name(), error,
          call.fee().map(Texts::of).orElse(null));
    }
  }

  private void event(Fact.Event fact, Event event) {
    switch (event) {
      case ServicesEvent.JobCalled it -> called(fact, it);
      case ServicesEvent.JobResultSubmitted it -> answered(fact.id(), it);
      case ServicesEvent.ServiceRequested it -> {
        standing.request(it.requestId());
        write(Sql.REQUEST, it.requestId(), it.blueprintId(), it.owner().toString(), block,
            it.pendingApprovals().size() + it.approved().size(), it.approved().size());
      }
      case ServicesEvent.ServiceRequestApproved it -> // the last approval stands in no record
          write(Sql.REQUEST_APPROVED, it.pendingApprovals().size() + it.approved().size(),
              it.approved().size(), it.requestId());
      case ServicesEvent.ServiceRequestRejected it -> rejected.add(it.requestId());
      case ServicesEvent.ServiceInitiated it -> write(Sql.REQUEST_ENDED,
          RequestEnd.INITIATED.name(), block, it.serviceId(), it.requestId());
      case RewardsEvent.RewardRecorded it -> income(it.operator(), IncomeCause.SERVICE_RECORDED,
          it.serviceId(), Asset.NATIVE, it.amount());
      case RewardsEvent.OperatorRewardsClaimed it -> income(it.operator(),
          IncomeCause.SERVICE_CLAIMED, UNKNOWN, Asset.NATIVE, it.amount());
      case RewardsEvent.RewardsClaimed it -> income(it.account(), IncomeCause.VAULT_CLAIMED,
          UNKNOWN, it.asset(), it.amount());
      default -> {} // no table tells of it
    }
  }

  private void income(AccountId who, IncomeCause cause, long service, Asset asset,
      Balance amount) {
    income.add(new IncomeSums.Of(who, era, day, cause, service, asset), amount, block);
  }

  private void called(Fact.Event fact, ServicesEvent.JobCalled it) {
    standing.job(it.callId());
    jobs.put(it.callId(), new NewJob(it.callId(), it.serviceId(), it.job(), it.caller(),
        fact.id(), fact.concerned()));
  }

  private void answered(FactId fact, ServicesEvent.JobResultSubmitted it) {
    NewJob fresh = jobs.get(it.callId());
    if (fresh != null) {
      fresh.answered(it.operator(), fact);
      return;
    }
    String operator = it.operator().toString();
    answered.add(it.callId());
    write(Sql.JOB_ANSWERED, operator, block, fact.index(), operator, operator, it.callId());
    write(Sql.DUTY_ANSWERED, block, operator, it.callId());
    write(Sql.DUTY_SETTLED, block, it.callId());
  }

  private void change(Changed changed) {
    switch (changed) {
      case Changed.Instance it -> instance(it.service(), it.value());
      case Changed.Job it -> job(it.call(), it.service(), it.value());
      case Changed.JobResult it -> {
        NewJob fresh = jobs.get(it.call());
        if (fresh != null) {
          fresh.hadAnswer(); // from before this history; others were events
        } else if (it.value().isPresent() && !answered.contains(it.call())) {
          write(Sql.JOB_HAD_ANSWER, it.call());
        }
      }
      case Changed.Request it -> request(it.request(), it.value());
      case Changed.Delegator it -> delegator(it.delegator(), it.value());
      case Changed.VaultDeposit it -> vault(it.vault(), new Standing.VaultTotals(
          it.value().orElse(Balance.ZERO), standing.vault(it.vault()).score()));
      case Changed.VaultScore it -> vault(it.vault(), new Standing.VaultTotals(
          standing.vault(it.vault()).deposit(), it.value().orElse(Balance.ZERO)));
      default -> {} // no table tells of it; slashes are folded by themselves
    }
  }

  private void instance(long service, Optional<Service> value) {
    Set<AccountId> before = standing.members(service);
    var now = new LinkedHashSet<AccountId>();
    value.ifPresent(it -> it.operators().stream().map(OperatorCommitments::operator)
        .forEach(now::add));
    for (AccountId gone : before) {
      if (!now.contains(gone)) {
        write(Sql.MEMBER_LEFT, block, service, gone.toString(), block);
        write(Sql.DUTY_LEFT, block, gone.toString(), service, block + 1);
        jobs.values().stream().filter(job -> job.service() == service)
            .forEach(job -> job.left(gone, block));
      }
    }
    value.ifPresent(it -> {
      for (AccountId member : now) {
        if (!before.contains(member)) {
          write(Sql.MEMBER, service, member.toString(), it.blueprint(), block);
        }
      }
    });
    standing.members(service, now);
    boolean ran = standing.isService(service);
    if (value.isPresent() && !ran) {
      write(Sql.SERVICE, value.get().blueprint(), service, value.get().owner().toString(), block);
    } else if (value.isEmpty() && ran) {
      write(Sql.SERVICE_ENDED, block, service);
    }
    standing.service(service, value.isPresent());
  }

  /** Most calls were told by their event; the others are from before this history. */
  private void job(long call, long service, Optional<JobCall> value) {
    NewJob fresh = jobs.get(call);
    if (value.isEmpty() && fresh != null) {
      fresh.settled(block);
    } else if (value.isEmpty()) {
      write(Sql.JOB_SETTLED, block, call);
    } else if (!standing.isJob(call)) {
      standing.job(call);
      jobs.put(call, new NewJob(call, service, value.get().job(), null, null, List.of()));
    }
  }

  private void request(long request, Optional<ServiceRequest> value) {
    if (value.isEmpty()) {
      write(Sql.REQUEST_REMOVED, block,
          (rejected.contains(request) ? RequestEnd.REJECTED : RequestEnd.VANISHED).name(), request);
      return;
    }
    ServiceRequest it = value.get();
    int approved = (int) it.approvals().stream()
        .filter(each -> each.state() instanceof ApprovalState.Approved).count();
    if (standing.isRequest(request)) {
      write(Sql.REQUEST_APPROVED, it.approvals().size(), approved, request);
    } else {
      standing.request(request);
      write(Sql.REQUEST, request, it.blueprint(), it.owner().toString(), block,
          it.approvals().size(), approved);
    }
  }

  private void delegator(AccountId delegator, Optional<DelegatorMetadata> value) {
    Map<Standing.DelegationKey, Balance> before = standing.delegations(delegator);
    var now = new LinkedHashMap<Standing.DelegationKey, Balance>();
    for (BondInfoDelegator each : value.orElse(DelegatorMetadata.EMPTY).delegations()) {
      now.merge(new Standing.DelegationKey(each.operator(), each.asset(), each.isNomination()),
          each.amount(), Balance::saturatingPlus);
    }
    before.forEach((key, amount) -> {
      if (!amount.equals(now.get(key))) {
        write(Sql.DELEGATION_ENDED, block, delegator.toString(), key.operator().toString(),
            Texts.of(key.asset()), key.isNomination(), block);
      }
    });
    now.forEach((key, amount) -> {
      if (!amount.equals(before.get(key))) {
        write(Sql.DELEGATION, delegator.toString(), key.operator().toString(),
            Texts.of(key.asset()), key.isNomination(), Texts.of(amount), block);
      }
    });
    standing.delegations(delegator, new HashMap<>(now));
  }

  private void vault(long vault, Standing.VaultTotals now) {
    standing.vault(vault, now);
    changedVaults.add(vault);
  }

  /** Deposit and score of a vault may change in one block: one row for both. */
  private void vaults() {
    changedVaults.forEach(vault -> {
      Standing.VaultTotals now = standing.vault(vault);
      write(Sql.VAULT, vault, Texts.of(now.deposit()), Texts.of(now.score()), block);
      write(Sql.VAULT_CHANGED, block, vault, block);
    });
    changedVaults.clear();
  }
}
