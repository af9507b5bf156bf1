-- One dialect for H2 and PostgreSQL. Accounts are hexadecimal, amounts in the smallest unit, blocks heights;
-- valid_to, ended, settled, answered are -1 while open. An asset is its id, or the address of its contract.
CREATE TABLE IF NOT EXISTS progress (
  id INT PRIMARY KEY, block BIGINT NOT NULL, sequence BIGINT NOT NULL, era BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS log_part (
  sequence BIGINT PRIMARY KEY, first_block BIGINT NOT NULL, last_block BIGINT NOT NULL);
CREATE INDEX IF NOT EXISTS log_part_block ON log_part (last_block, sequence);
CREATE TABLE IF NOT EXISTS slash (
  round BIGINT NOT NULL, idx BIGINT NOT NULL, blueprint BIGINT NOT NULL, service BIGINT NOT NULL,
  operator VARCHAR(66) NOT NULL, percent INT NOT NULL, recorded BIGINT NOT NULL, proposer VARCHAR(66),
  call_block BIGINT NOT NULL, call_idx INT NOT NULL, extrinsic BIGINT NOT NULL,
  ended_how VARCHAR(32), ended BIGINT NOT NULL, ended_by VARCHAR(66),
  PRIMARY KEY (round, idx));
CREATE INDEX IF NOT EXISTS slash_ended ON slash (ended, round, idx);
CREATE INDEX IF NOT EXISTS slash_operator ON slash (operator, round, idx);
CREATE INDEX IF NOT EXISTS slash_service ON slash (service, round, idx);
CREATE TABLE IF NOT EXISTS service_of_blueprint (
  blueprint BIGINT NOT NULL, service BIGINT NOT NULL, owner VARCHAR(66) NOT NULL,
  valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL, PRIMARY KEY (blueprint, service, valid_from));
CREATE INDEX IF NOT EXISTS service_of_blueprint_service ON service_of_blueprint (service);
CREATE TABLE IF NOT EXISTS service_member (
  service BIGINT NOT NULL, operator VARCHAR(66) NOT NULL, blueprint BIGINT NOT NULL,
  valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL, PRIMARY KEY (service, operator, valid_from));
CREATE INDEX IF NOT EXISTS service_member_operator ON service_member (operator, service, valid_from);
CREATE TABLE IF NOT EXISTS job (
  call_id BIGINT PRIMARY KEY, service BIGINT NOT NULL, job INT NOT NULL, caller VARCHAR(66),
  called_block BIGINT NOT NULL, called_idx INT NOT NULL, first_block BIGINT NOT NULL, first_idx INT NOT NULL,
  first_by VARCHAR(66), last_by VARCHAR(66), answers BIGINT NOT NULL, overwrites BIGINT NOT NULL,
  settled BIGINT NOT NULL);
CREATE INDEX IF NOT EXISTS job_service ON job (service, call_id);
CREATE TABLE IF NOT EXISTS duty (
  operator VARCHAR(66) NOT NULL, call_id BIGINT NOT NULL, service BIGINT NOT NULL, job INT NOT NULL,
  called BIGINT NOT NULL, answered BIGINT NOT NULL, settled BIGINT NOT NULL,
  PRIMARY KEY (operator, call_id));
CREATE INDEX IF NOT EXISTS duty_call ON duty (call_id);
CREATE TABLE IF NOT EXISTS income (
  who VARCHAR(66) NOT NULL, era BIGINT NOT NULL, on_day BIGINT NOT NULL, cause VARCHAR(32) NOT NULL,
  service BIGINT NOT NULL, asset VARCHAR(66) NOT NULL, amount NUMERIC(39) NOT NULL, times BIGINT NOT NULL,
  last_block BIGINT NOT NULL, PRIMARY KEY (who, era, on_day, cause, service, asset));
CREATE TABLE IF NOT EXISTS delegation (
  delegator VARCHAR(66) NOT NULL, operator VARCHAR(66) NOT NULL, asset VARCHAR(66) NOT NULL,
  nomination BOOLEAN NOT NULL, amount NUMERIC(39) NOT NULL, valid_from BIGINT NOT NULL,
  valid_to BIGINT NOT NULL, PRIMARY KEY (delegator, operator, asset, nomination, valid_from));
CREATE INDEX IF NOT EXISTS delegation_operator ON delegation (operator, delegator, asset, nomination, valid_from);
CREATE TABLE IF NOT EXISTS vault_total (
  vault BIGINT NOT NULL, deposit NUMERIC(39) NOT NULL, score NUMERIC(39) NOT NULL,
  valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL, PRIMARY KEY (vault, valid_from));
CREATE TABLE IF NOT EXISTS refused_call (
  signer VARCHAR(66) NOT NULL, block BIGINT NOT NULL, idx INT NOT NULL, extrinsic BIGINT NOT NULL,
  pallet VARCHAR(64) NOT NULL, called VARCHAR(64) NOT NULL, error VARCHAR(256) NOT NULL, fee NUMERIC(39),
  PRIMARY KEY (signer, block, idx));
CREATE TABLE IF NOT EXISTS request (
  id BIGINT PRIMARY KEY, blueprint BIGINT NOT NULL, owner VARCHAR(66) NOT NULL, requested BIGINT NOT NULL,
  asked INT NOT NULL, approved INT NOT NULL, ended_how VARCHAR(32), ended BIGINT NOT NULL,
  service BIGINT NOT NULL);
CREATE INDEX IF NOT EXISTS request_ended ON request (ended, id);
