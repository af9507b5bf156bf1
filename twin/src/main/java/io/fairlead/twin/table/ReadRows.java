package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.slash.SlashEnd;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows as they were after a block: what came later is not told. */
final class ReadRows {
  private ReadRows() {}

  private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : AccountId.hex(text);
  }

  private static AccountId someone(ResultSet row, String column) throws SQLException {
    return AccountId.hex(row.getString(column));
  }

  private static Balance amount(ResultSet row, String column) throws SQLException {
    BigDecimal number = row.getBigDecimal(column);
    return Balance.of(number.toBigIntegerExact());
  }

  private static @Nullable FactId fact(ResultSet row, String block, String index, long at)
      throws SQLException {
    long number = row.getLong(block);
    return number < 0 || number > at ? null : new FactId(number, row.getInt(index));
  }

  /** A block, or -1 where it is after {@code at}. */
  private static long until(ResultSet row, String column, long at) throws SQLException {
    long block = row.getLong(column);
    return block > at ? -1 : block;
  }

  static SlashRow slash(ResultSet row, long at) throws SQLException {
    long ended = until(row, "ended", at);
    return new SlashRow(row.getLong("round"), row.getLong("idx"), row.getLong("blueprint"),
        row.getLong("service"), someone(row, "operator"), row.getInt("percent"),
        row.getLong("recorded"), account(row, "proposer"),
        fact(row, "call_block", "call_idx", at), row.getLong("extrinsic"),
        ended < 0 ? null : SlashEnd.valueOf(row.getString("ended_how")), ended,
        ended < 0 ? null : account(row, "ended_by"));
  }

  static ServiceRow service(ResultSet row, long at) throws SQLException {
    return new ServiceRow(row.getLong("blueprint"), row.getLong("service"), someone(row, "owner"),
        row.getLong("valid_from"), until(row, "valid_to", at));
  }

  static MemberRow member(ResultSet row, long at) throws SQLException {
    return new MemberRow(row.getLong("service"), row.getLong("blueprint"),
        someone(row, "operator"), row.getLong("valid_from"), until(row, "valid_to", at));
  }

  /** Counts are those of now: the table keeps no times of later answers. */
  static JobRow job(ResultSet row, long at) throws SQLException {
    FactId first = fact(row, "first_block", "first_idx", at);
    boolean wasAnswered = row.getLong("first_block") <= at;
    return new JobRow(row.getLong("call_id"), row.getLong("service"), row.getInt("job"),
        account(row, "caller"), fact(row, "called_block", "called_idx", at), first,
        first == null ? null : account(row, "first_by"),
        wasAnswered ? row.getLong("answers") : 0, wasAnswered ? row.getLong("overwrites") : 0,
        until(row, "settled", at));
  }

  static DutyRow duty(ResultSet row, long at) throws SQLException {
    return new DutyRow(someone(row, "operator"), row.getLong("service"), row.getLong("call_id"),
        row.getInt("job"), row.getLong("called"), until(row, "answered", at),
        until(row, "settled", at));
  }

  static IncomeRow income(ResultSet row) throws SQLException {
    return new IncomeRow(row.getLong("era"), row.getLong("on_day"), someone(row, "who"),
        IncomeCause.valueOf(row.getString("cause")), row.getLong("service"),
        Texts.asset(row.getString("asset")), amount(row, "amount"), row.getLong("times"));
  }

  static DelegationRow delegation(ResultSet row, long at) throws SQLException {
    return new DelegationRow(someone(row, "delegator"), someone(row, "operator"),
        Texts.asset(row.getString("asset")), amount(row, "amount"), row.getBoolean("nomination"),
        row.getLong("valid_from"), until(row, "valid_to", at));
  }

  static VaultTotalRow vault(ResultSet row, long at) throws SQLException {
    return new VaultTotalRow(row.getLong("vault"), amount(row, "deposit"), amount(row, "score"),
        row.getLong("valid_from"), until(row, "valid_to", at));
  }

  static RefusedCallRow refused(ResultSet row) throws SQLException {
    BigDecimal fee = row.getBigDecimal("fee");
    return new RefusedCallRow(someone(row, "signer"),
        new FactId(row.getLong("block"), row.getInt("idx")), row.getLong("extrinsic"),
        row.getString("pallet"), row.getString("called"), row.getString("error"),
        fee == null ? null : Balance.of(fee.toBigIntegerExact()));
  }

  static RequestRow request(ResultSet row, long at) throws SQLException {
    long ended = until(row, "ended", at);
    return new RequestRow(row.getLong("id"), row.getLong("blueprint"), someone(row, "owner"),
        row.getLong("requested"), row.getInt("asked"), row.getInt("approved"),
        ended < 0 ? null : RequestEnd.valueOf(row.getString("ended_how")), ended,
        ended < 0 ? -1 : row.getLong("service"));
  }

  static LogPart part(ResultSet row) throws SQLException {
    return new LogPart(row.getLong("first_block"), row.getLong("last_block"),
        row.getLong("sequence"));
  }
}
