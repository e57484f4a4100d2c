-- The schema. MariaDB commits each statement of DDL at once, so every statement here can run again: a first start that
-- was cut off is finished by the next one. Every table states its character set and collation, because a database that
-- others installed may have another default, and names are equal only when their bytes are. Times are UTC.

-- Small facts that the service keeps about itself.
CREATE TABLE IF NOT EXISTS setting (
  name       VARCHAR(100)  NOT NULL,
  value      VARCHAR(1000) NOT NULL,
  changed_at TIMESTAMP(6)  NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Counters of subjects that are read together share one row: a number with its range, an account with its clients.
-- Reading the row locks them on every node. Only the service reads and writes `counters`, because windows are a matter
-- of policies and not of the schema.
CREATE TABLE IF NOT EXISTS counter (
  subject    BIGINT       NOT NULL COMMENT 'number of the kind, then 7 bytes of a keyed hash',
  counters   MEDIUMBLOB   NOT NULL,
  blocked    BOOLEAN      NOT NULL COMMENT 'whether one of its subjects was ever blocked',
  changed_at TIMESTAMP(6) NOT NULL,
  PRIMARY KEY (subject)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- `until` is no TIMESTAMP, which ends in January 2038 before MariaDB 11.5: a block may last ten years from now.
CREATE TABLE IF NOT EXISTS block (
  id             VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  scope          VARCHAR(20)  NOT NULL,
  subject        BINARY(16)   NOT NULL COMMENT 'who or what is blocked',
  account        VARCHAR(128) NOT NULL COMMENT 'whose interaction caused it',
  reason         VARCHAR(64)  NOT NULL,
  rule           VARCHAR(40)  NOT NULL,
  clause         VARCHAR(100) NOT NULL,
  evidence       VARCHAR(200) NOT NULL,
  since          TIMESTAMP(6) NOT NULL,
  until          DATETIME(6)  NULL COMMENT 'null: no end',
  source         BINARY(16)   NULL,
  device         BINARY(16)   NULL,
  released_at    TIMESTAMP(6) NULL,
  released_by    VARCHAR(100) NULL,
  release_reason VARCHAR(500) NULL,
  PRIMARY KEY (id),
  KEY by_subject (subject, until),
  KEY by_account (account, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS account (
  id            VARCHAR(128) NOT NULL,
  kind          VARCHAR(20)  NOT NULL,
  language      VARCHAR(40)  NOT NULL,
  standing      VARCHAR(20)  NOT NULL,
  first_seen    TIMESTAMP(6) NOT NULL,
  usage_pattern MEDIUMTEXT   NOT NULL COMMENT 'JSON: fingerprints of familiar devices and networks, countries',
  prompted_at   TIMESTAMP(6) NULL COMMENT 'first prompted to verify; null: not prompted',
  skipped_at    TIMESTAMP(6) NULL COMMENT 'last skipped since then',
  verified_at   TIMESTAMP(6) NULL COMMENT 'a confirmed method was last verified',
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS security_info (
  id             VARCHAR(40)    NOT NULL,
  account        VARCHAR(128)   NOT NULL,
  channel        VARCHAR(20)    NOT NULL,
  address        VARBINARY(600) NULL COMMENT 'sealed',
  state          VARCHAR(20)    NOT NULL,
  language       VARCHAR(40)    NOT NULL,
  added_at       TIMESTAMP(6)   NOT NULL,
  confirmed_at   TIMESTAMP(6)   NULL,
  removed_at     TIMESTAMP(6)   NULL,
  held_until     TIMESTAMP(6)   NULL COMMENT 'end of the waiting period; null: added without one',
  hold_paused_at TIMESTAMP(6)   NULL COMMENT 'since when the waiting period is paused; null: it is not',
  last_change    VARCHAR(20)    NOT NULL,
  PRIMARY KEY (id),
  KEY by_account (account, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Requests of the help desk to clear security info, each approved by a second person.
CREATE TABLE IF NOT EXISTS clear_request (
  id                VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  account           VARCHAR(128) NOT NULL,
  reason            VARCHAR(500) NOT NULL,
  requested_by      VARCHAR(40)  NOT NULL COMMENT 'id of the key',
  requested_by_name VARCHAR(100) NOT NULL COMMENT 'name of the key',
  requested_at      TIMESTAMP(6) NOT NULL,
  approved_by       VARCHAR(40)  NULL COMMENT 'id of the other key; null: not yet',
  approved_by_name  VARCHAR(100) NULL,
  approved_at       TIMESTAMP(6) NULL,
  PRIMARY KEY (id),
  KEY by_account (account, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The decision log. `detail` is JSON in UTF-8 that only the service reads and writes: as bytes, the server need not check
-- its characters.
CREATE TABLE IF NOT EXISTS journal (
  id          VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  at          TIMESTAMP(6) NOT NULL,
  interaction VARCHAR(30)  NOT NULL,
  account     VARCHAR(128) NOT NULL,
  verdict     VARCHAR(10)  NOT NULL,
  channel     VARCHAR(20)  NOT NULL,
  hint        VARCHAR(20)  NOT NULL,
  region      VARCHAR(3)   NOT NULL,
  ruleset     VARCHAR(64)  NOT NULL,
  destination BINARY(16)   NULL,
  source      BINARY(16)   NULL,
  device      BINARY(16)   NULL,
  detail      MEDIUMBLOB   NOT NULL COMMENT 'JSON: reasons, block, methods, advice, rules, findings, facts',
  PRIMARY KEY (id),
  KEY by_account (account, id),
  KEY by_region (region, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Each day of UTC is a partition, so that an old day is dropped at once: deleting its rows costs a third of what writing
-- them does. The first one ends tomorrow night; the service adds further ones ahead of time. Rows later than the last day
-- are in `tail`, out of which they would have to be copied.
SET @end = UTC_DATE() + INTERVAL 2 DAY;

SET @days = CONCAT(
  'ALTER TABLE journal PARTITION BY RANGE COLUMNS (id) (PARTITION until_', DATE_FORMAT(@end, '%Y%m%d'),
  ' VALUES LESS THAN (''d-', LPAD(LOWER(HEX(TIMESTAMPDIFF(SECOND, '1970-01-01', @end) * 1000)), 12, '0'),
  '''), PARTITION tail VALUES LESS THAN (MAXVALUE))');

EXECUTE IMMEDIATE @days;

-- Finds decisions by rule, by reason and by a verdict other than `allow`. Most decisions allow, fire nothing and have no
-- row here.
CREATE TABLE IF NOT EXISTS journal_mark (
  kind     VARCHAR(10) NOT NULL COMMENT 'rule, reason, or verdict other than allow',
  value    VARCHAR(64) NOT NULL,
  decision VARCHAR(40) NOT NULL,
  PRIMARY KEY (kind, value, decision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Decisions that would have been different by a rule in shadow mode or by a candidate; most decisions have no row here.
CREATE TABLE IF NOT EXISTS shadow_difference (
  ruleset       VARCHAR(64)   NOT NULL COMMENT 'the candidate, or the rule set whose rule is in shadow mode',
  rule          VARCHAR(40)   NOT NULL COMMENT 'empty: the candidate as a whole',
  verdict       VARCHAR(10)   NOT NULL COMMENT 'of the active rule set',
  other_verdict VARCHAR(10)   NOT NULL COMMENT 'of the shadow rule or the candidate',
  region        VARCHAR(3)    NOT NULL,
  effective     BOOLEAN       NOT NULL COMMENT 'whether the candidate decided',
  decision      VARCHAR(40)   NOT NULL,
  fired         VARCHAR(8000) NOT NULL COMMENT 'rules of the candidate, separated by spaces',
  PRIMARY KEY (decision, ruleset, rule)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS verification (
  id            VARCHAR(40)    NOT NULL COMMENT 'sorts by time',
  account       VARCHAR(128)   NOT NULL,
  purpose       VARCHAR(20)    NOT NULL,
  channel       VARCHAR(20)    NOT NULL,
  address       VARBINARY(600) NOT NULL COMMENT 'sealed',
  security_info VARCHAR(40)    NOT NULL,
  language      VARCHAR(40)    NOT NULL,
  decision      VARCHAR(40)    NOT NULL,
  state         VARCHAR(20)    NOT NULL,
  code_hash     VARBINARY(32)  NULL COMMENT 'keyed; null until the message is about to be sent',
  checks_left   TINYINT        NOT NULL,
  created_at    TIMESTAMP(6)   NOT NULL,
  deliver_at    TIMESTAMP(6)   NOT NULL,
  expires_at    TIMESTAMP(6)   NOT NULL,
  resend_at     TIMESTAMP(6)   NULL COMMENT 'null: the rules allow no resend',
  origin        VARCHAR(10)    NOT NULL COMMENT 'where it was requested from, as the account knew it then',
  received_at   TIMESTAMP(6)   NULL COMMENT 'when it was delivered, by the receipt of the provider',
  PRIMARY KEY (id),
  KEY by_account (account, created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS outbox (
  id           VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  verification VARCHAR(40)  NOT NULL,
  account      VARCHAR(128) NOT NULL,
  state        VARCHAR(20)  NOT NULL,
  attempts     INT          NOT NULL,
  due_at       TIMESTAMP(6) NOT NULL,
  expires_at   TIMESTAMP(6) NOT NULL,
  node         VARCHAR(100) NOT NULL COMMENT 'which node took it last',
  reference    VARCHAR(200) NOT NULL COMMENT 'message id of the provider',
  outcome      VARCHAR(100) NOT NULL,
  PRIMARY KEY (id),
  KEY by_due (state, due_at),
  KEY by_reference (reference),
  KEY by_verification (verification)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The location of what was created may name the account, of which each character may be written in nine.
CREATE TABLE IF NOT EXISTS idempotent_response (
  idempotency_key VARCHAR(250)  NOT NULL COMMENT 'caller and Idempotency-Key',
  fingerprint     CHAR(64)      NOT NULL COMMENT 'of the request',
  status          SMALLINT      NOT NULL,
  body            MEDIUMTEXT    NOT NULL,
  location        VARCHAR(2000) NOT NULL,
  created_at      TIMESTAMP(6)  NOT NULL,
  PRIMARY KEY (idempotency_key),
  KEY by_age (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS api_key (
  id         VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  name       VARCHAR(100) NOT NULL,
  role       VARCHAR(20)  NOT NULL,
  scopes     VARCHAR(500) NOT NULL COMMENT 'separated by spaces',
  sha256     CHAR(64)     NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  expires_at DATETIME(6)  NULL COMMENT 'null: no end',
  revoked_at TIMESTAMP(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY by_hash (sha256)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Versions of rule sets. Rows are added and never changed.
CREATE TABLE IF NOT EXISTS ruleset (
  number     BIGINT        NOT NULL AUTO_INCREMENT COMMENT 'orders the history, whatever clocks say',
  revision   VARCHAR(64)   NOT NULL COMMENT 'a hash over the files',
  parent     VARCHAR(64)   NULL COMMENT 'the revision that its author began with',
  author     VARCHAR(100)  NOT NULL COMMENT 'name of the caller; empty: the folder of a node',
  message    VARCHAR(1000) NOT NULL,
  created_at TIMESTAMP(6)  NOT NULL,
  validation MEDIUMTEXT    NOT NULL COMMENT 'JSON: rules, cases, warnings',
  files      MEDIUMBLOB    NOT NULL COMMENT 'ZIP',
  PRIMARY KEY (number),
  UNIQUE KEY by_revision (revision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The newest row says which rule set decides. To change it, a node takes the next number, which only one can have.
CREATE TABLE IF NOT EXISTS ruleset_rollout (
  number     BIGINT       NOT NULL,
  active     VARCHAR(64)  NOT NULL,
  candidate  VARCHAR(64)  NULL COMMENT 'null: none',
  share      SMALLINT     NOT NULL COMMENT 'of accounts that the candidate decides for, in hundredths of a percent',
  changed_by VARCHAR(100) NOT NULL COMMENT 'name of the caller; empty: the folder of a node',
  changed_at TIMESTAMP(6) NOT NULL,
  PRIMARY KEY (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS backtest (
  id             VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  kind           VARCHAR(10)  NOT NULL COMMENT 'backtest or replay',
  author         VARCHAR(100) NOT NULL COMMENT 'name of the key that started it',
  candidate      VARCHAR(64)  NOT NULL COMMENT 'revision to test; empty for a replay',
  decision       VARCHAR(40)  NOT NULL COMMENT 'id of the one decision to replay; empty for all',
  period_from    TIMESTAMP(6) NOT NULL,
  period_to      TIMESTAMP(6) NOT NULL,
  threads        SMALLINT     NOT NULL,
  state          VARCHAR(10)  NOT NULL COMMENT 'waiting, running, done, partial or failed',
  stop_requested BOOLEAN      NOT NULL COMMENT 'it ends with what it has',
  decisions      BIGINT       NOT NULL COMMENT 'processed so far',
  reached_at     TIMESTAMP(6) NOT NULL COMMENT 'when the last of them was made',
  created_at     TIMESTAMP(6) NOT NULL,
  changed_at     TIMESTAMP(6) NOT NULL,
  failure        VARCHAR(500) NOT NULL,
  result         MEDIUMTEXT   NULL COMMENT 'JSON: the report',
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Messages that the sandbox sent. No unique key over the message: one that is sent twice must show.
CREATE TABLE IF NOT EXISTS sandbox_message (
  id        BIGINT         NOT NULL AUTO_INCREMENT,
  message   VARCHAR(40)    NOT NULL COMMENT 'id in the outbox',
  channel   VARCHAR(20)    NOT NULL,
  recipient BINARY(16)     NOT NULL,
  address   VARBINARY(600) NOT NULL COMMENT 'sealed',
  text      BLOB           NOT NULL COMMENT 'sealed',
  code      VARBINARY(200) NOT NULL COMMENT 'sealed',
  sent_at   TIMESTAMP(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY by_recipient (recipient, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
