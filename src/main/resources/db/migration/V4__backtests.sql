-- Backtests and replays: what was asked for, how far it is, and what came of it.
CREATE TABLE backtest (
  id          VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  kind        VARCHAR(10)  NOT NULL COMMENT 'backtest or replay',
  author      VARCHAR(100) NOT NULL COMMENT 'name of the key that asked for it',
  candidate   VARCHAR(64)  NOT NULL COMMENT 'revision that is tried; empty for a replay',
  only_one    VARCHAR(40)  NOT NULL COMMENT 'id of the one decision to replay; empty for all',
  period_from TIMESTAMP(6) NOT NULL,
  period_to   TIMESTAMP(6) NOT NULL,
  threads     SMALLINT     NOT NULL,
  state       VARCHAR(10)  NOT NULL COMMENT 'waiting, running, done, partial or failed',
  stopping    BOOLEAN      NOT NULL COMMENT 'somebody wants it to end with what it has',
  decisions   BIGINT       NOT NULL COMMENT 'gone through so far',
  reached     TIMESTAMP(6) NOT NULL COMMENT 'when the last of them was made',
  created_at  TIMESTAMP(6) NOT NULL,
  changed_at  TIMESTAMP(6) NOT NULL,
  failure     VARCHAR(500) NOT NULL,
  result      MEDIUMTEXT   NULL COMMENT 'JSON: the report',
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
