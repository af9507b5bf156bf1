package io.fairlead.twin.table;

/**
 * What is written. In one transaction all of one statement come before those of the next, so inserts
 * stand before updates; an update that closes a row only takes rows of earlier blocks.
 */
enum Sql {
  LOG_PART("INSERT INTO log_part (sequence, first_block, last_block) VALUES (?, ?, ?)"),
  SLASH("INSERT INTO slash (round, idx, blueprint, service, operator, percent, recorded, proposer,"
      + " call_block, call_idx, extrinsic, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, -1)"),
  SLASH_ENDED(
      "UPDATE slash SET ended_how = ?, ended = ?, ended_by = ? WHERE round = ? AND idx = ?"),
  SERVICE("INSERT INTO service_of_blueprint (blueprint, service, owner, valid_from, valid_to)"
      + " VALUES (?, ?, ?, ?, -1)"),
  SERVICE_ENDED("UPDATE service_of_blueprint SET valid_to = ? WHERE service = ? AND valid_to < 0"),
  MEMBER("INSERT INTO service_member (service, operator, blueprint, valid_from, valid_to)"
      + " VALUES (?, ?, ?, ?, -1)"),
  MEMBER_LEFT("UPDATE service_member SET valid_to = ?"
      + " WHERE service = ? AND operator = ? AND valid_to < 0 AND valid_from < ?"),
  JOB("INSERT INTO job (call_id, service, job, caller, called_block, called_idx, first_block,"
      + " first_idx, first_by, last_by, answers, overwrites, settled)"
      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
  JOB_ANSWERED("UPDATE job SET answers = answers + 1,"
      + " overwrites = overwrites + CASE WHEN answers > 0 AND last_by <> ? THEN 1 ELSE 0 END,"
      + " first_block = CASE WHEN answers = 0 THEN ? ELSE first_block END,"
      + " first_idx = CASE WHEN answers = 0 THEN ? ELSE first_idx END,"
      + " first_by = CASE WHEN answers = 0 THEN ? ELSE first_by END, last_by = ? WHERE call_id = ?"),
  JOB_HAD_ANSWER("UPDATE job SET answers = 1 WHERE call_id = ? AND answers = 0"),
  JOB_SETTLED("UPDATE job SET settled = ? WHERE call_id = ? AND settled < 0"),
  DUTY("INSERT INTO duty (operator, call_id, service, job, called, answered, settled)"
      + " VALUES (?, ?, ?, ?, ?, ?, ?)"),
  DUTY_ANSWERED("UPDATE duty SET answered = ? WHERE operator = ? AND call_id = ? AND answered < 0"),
  DUTY_SETTLED("UPDATE duty SET settled = ? WHERE call_id = ? AND settled < 0"),
  DUTY_LEFT("UPDATE duty SET settled = ?"
      + " WHERE operator = ? AND service = ? AND settled < 0 AND called < ?"),
  DELEGATION("INSERT INTO delegation (delegator, operator, asset, nomination, amount, valid_from,"
      + " valid_to) VALUES (?, ?, ?, ?, ?, ?, -1)"),
  DELEGATION_ENDED("UPDATE delegation SET valid_to = ? WHERE delegator = ? AND operator = ?"
      + " AND asset = ? AND nomination = ? AND valid_to < 0 AND valid_from < ?"),
  VAULT("INSERT INTO vault_total (vault, deposit, score, valid_from, valid_to)"
      + " VALUES (?, ?, ?, ?, -1)"),
  VAULT_CHANGED("UPDATE vault_total SET valid_to = ?"
      + " WHERE vault = ? AND valid_to < 0 AND valid_from < ?"),
  REFUSED("INSERT INTO refused_call (signer, block, idx, extrinsic, pallet, called, error, fee)"
      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
  REQUEST("INSERT INTO request (id, blueprint, owner, requested, asked, approved, ended, service)"
      + " VALUES (?, ?, ?, ?, ?, ?, -1, -1)"),
  REQUEST_APPROVED("UPDATE request SET asked = ?, approved = ? WHERE id = ?"),
  REQUEST_ENDED("UPDATE request SET ended_how = ?, ended = ?, service = ? WHERE id = ?"),
  REQUEST_REMOVED("UPDATE request SET ended = ?, ended_how = ? WHERE id = ? AND ended < 0");

  private final String text;

  Sql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
