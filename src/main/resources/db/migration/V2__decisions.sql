-- Everything that a decision reads and writes. Names and fingerprints are compared byte for byte; times are UTC.

-- What was counted for one subject, in one row: reading it locks the subject on every node. `tally` is written and
-- read by the service only, because windows are a matter of policies and not of the schema.
CREATE TABLE subject (
  k          BINARY(16)   NOT NULL COMMENT 'number of the kind, then 15 bytes of a keyed hash',
  tally      MEDIUMBLOB   NOT NULL,
  changed_at TIMESTAMP(6) NOT NULL,
  PRIMARY KEY (k)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE block (
  id             VARCHAR(40)   NOT NULL,
  scope          VARCHAR(20)   NOT NULL,
  subject        BINARY(16)    NOT NULL COMMENT 'whom it holds back',
  account        VARCHAR(128)  NOT NULL COMMENT 'whose interaction caused it',
  reason         VARCHAR(64)   NOT NULL,
  rule           VARCHAR(40)   NOT NULL,
  clause         VARCHAR(100)  NOT NULL,
  evidence       VARCHAR(200)  NOT NULL,
  since          TIMESTAMP(6)  NOT NULL,
  until          TIMESTAMP(6)  NULL COMMENT 'null: no end',
  source         BINARY(16)    NULL,
  device         BINARY(16)    NULL,
  released_at    TIMESTAMP(6)  NULL,
  released_by    VARCHAR(100)  NULL,
  release_reason VARCHAR(500)  NULL,
  PRIMARY KEY (id),
  KEY by_subject (subject, until),
  KEY by_account (account, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE account (
  id         VARCHAR(128) NOT NULL,
  kind       VARCHAR(20)  NOT NULL,
  language   VARCHAR(40)  NOT NULL,
  standing   VARCHAR(20)  NOT NULL,
  first_seen TIMESTAMP(6) NOT NULL,
  pattern    MEDIUMTEXT   NOT NULL COMMENT 'JSON: fingerprints of familiar devices and networks, countries',
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE security_info (
  id           VARCHAR(40)    NOT NULL,
  account      VARCHAR(128)   NOT NULL,
  channel      VARCHAR(20)    NOT NULL,
  address      VARBINARY(600) NULL COMMENT 'sealed',
  state        VARCHAR(20)    NOT NULL,
  language     VARCHAR(40)    NOT NULL,
  added_at     TIMESTAMP(6)   NOT NULL,
  confirmed_at TIMESTAMP(6)   NULL,
  removed_at   TIMESTAMP(6)   NULL,
  PRIMARY KEY (id),
  KEY by_account (account, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE journal (
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
  detail      MEDIUMTEXT   NOT NULL COMMENT 'JSON: reasons, block, methods, advice, rules, findings, facts',
  PRIMARY KEY (id),
  KEY by_account (account, id),
  KEY by_verdict (verdict, id),
  KEY by_region (region, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- By which rules and reasons a decision is found. Most decisions allow, fire nothing and have no row here, so that
-- finding costs nothing where nothing is to be found.
CREATE TABLE journal_mark (
  kind     VARCHAR(10) NOT NULL COMMENT 'rule or reason',
  word     VARCHAR(64) NOT NULL,
  decision VARCHAR(40) NOT NULL,
  PRIMARY KEY (kind, word, decision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE verification (
  id            VARCHAR(40)    NOT NULL,
  account       VARCHAR(128)   NOT NULL,
  purpose       VARCHAR(20)    NOT NULL,
  channel       VARCHAR(20)    NOT NULL,
  address       VARBINARY(600) NOT NULL COMMENT 'sealed',
  security_info VARCHAR(40)    NOT NULL,
  language      VARCHAR(40)    NOT NULL,
  decision      VARCHAR(40)    NOT NULL,
  state         VARCHAR(20)    NOT NULL,
  code_hash     VARBINARY(32)  NULL COMMENT 'keyed; null until the message is about to leave',
  checks_left   TINYINT        NOT NULL,
  created_at    TIMESTAMP(6)   NOT NULL,
  deliver_at    TIMESTAMP(6)   NOT NULL,
  expires_at    TIMESTAMP(6)   NOT NULL,
  resend_at     TIMESTAMP(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY by_account (account, created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE outbox (
  id           VARCHAR(40)  NOT NULL,
  verification VARCHAR(40)  NOT NULL,
  account      VARCHAR(128) NOT NULL,
  state        VARCHAR(20)  NOT NULL,
  attempts     INT          NOT NULL,
  due_at       TIMESTAMP(6) NOT NULL,
  expires_at   TIMESTAMP(6) NOT NULL,
  node         VARCHAR(100) NOT NULL COMMENT 'which node took it last',
  reference    VARCHAR(200) NOT NULL COMMENT 'how the provider calls it',
  outcome      VARCHAR(100) NOT NULL,
  PRIMARY KEY (id),
  KEY by_due (state, due_at),
  KEY by_reference (reference),
  KEY by_verification (verification)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE answer (
  k           VARCHAR(250) NOT NULL COMMENT 'caller and Idempotency-Key',
  fingerprint CHAR(64)     NOT NULL,
  status      SMALLINT     NOT NULL,
  body        MEDIUMTEXT   NOT NULL,
  location    VARCHAR(200) NOT NULL,
  created_at  TIMESTAMP(6) NOT NULL,
  PRIMARY KEY (k),
  KEY by_age (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE api_key (
  id         VARCHAR(40)  NOT NULL,
  name       VARCHAR(100) NOT NULL,
  role       VARCHAR(20)  NOT NULL,
  scopes     VARCHAR(500) NOT NULL,
  sha256     CHAR(64)     NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  expires_at TIMESTAMP(6) NULL,
  revoked_at TIMESTAMP(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY by_hash (sha256)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What the sandbox "sent". No unique key over the message: a message that is sent twice has to show.
CREATE TABLE sandbox_message (
  id           BIGINT         NOT NULL AUTO_INCREMENT,
  message      VARCHAR(40)    NOT NULL,
  channel      VARCHAR(20)    NOT NULL,
  recipient    BINARY(16)     NOT NULL,
  address      VARBINARY(600) NOT NULL COMMENT 'sealed',
  text         BLOB           NOT NULL COMMENT 'sealed',
  code         VARBINARY(200) NOT NULL COMMENT 'sealed',
  sent_at      TIMESTAMP(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY by_recipient (recipient, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
