package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * What the tables answer. Each list shows what was true after the block {@code at}: rows that began
 * later are not there, those that ended later are open. Lists are ordered by key, ascending unless said
 * otherwise. Every method asks a database: not for an actor's thread.
 */
public interface TableView {

  /** The last block of which every table has all rows; -1 before the first. */
  long watermark();

  /** Which slashes. */
  enum SlashState {
    PENDING, ENDED, ALL
  }

  /** Slashes by round and index; without an operator or a service those of all. */
  Rows<SlashRow> slashes(long at, SlashState state, Optional<AccountId> operator,
      Optional<Long> service, Page page);

  /** One slash. */
  Optional<SlashRow> slash(long at, long round, long index);

  /** Services of a blueprint. */
  Rows<ServiceRow> services(long at, long blueprint, boolean onlyActive, Page page);

  /** Members of a service that are in it; with {@code withFormer} those that left too. */
  Rows<MemberRow> members(long at, long service, boolean withFormer, Page page);

  /** Services in which an operator is a member; with {@code withFormer} those that it left too. */
  Rows<MemberRow> memberships(long at, AccountId operator, boolean withFormer, Page page);

  /** Job calls of a service, newest first. */
  Rows<JobRow> jobs(long at, long service, boolean onlyOpen, Page page);

  /** One job call. */
  Optional<JobRow> job(long at, long call);

  /** What an operator was to answer, oldest first; without {@code onlyOpen} the answered too. */
  Rows<DutyRow> duties(long at, AccountId operator, boolean onlyOpen, Page page);

  /** What an account got, newest first. */
  Rows<IncomeRow> income(long at, AccountId who, Page page);

  /** Delegations of a delegator. */
  Rows<DelegationRow> delegationsOf(long at, AccountId delegator, Page page);

  /** Delegations to an operator. */
  Rows<DelegationRow> delegationsTo(long at, AccountId operator, Page page);

  /** Totals of every vault. */
  List<VaultTotalRow> vaults(long at);

  /** Refused calls of an account, newest first. */
  Rows<RefusedCallRow> refused(long at, AccountId signer, Page page);

  /** Requests; without {@code onlyWaiting} the ended too. */
  Rows<RequestRow> requests(long at, boolean onlyWaiting, Page page);

  /** One request. */
  Optional<RequestRow> request(long at, long request);

  /** The part of the log with {@code block}; the last part of it where it is cut into several. */
  Optional<LogPart> part(long block);
}
