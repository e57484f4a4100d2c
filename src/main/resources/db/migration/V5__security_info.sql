-- The life of security info: replacements that are held, and what was done last to each.
ALTER TABLE security_info
  ADD COLUMN held_until  TIMESTAMP(6) NULL COMMENT 'proves nothing before; null: added without a hold',
  ADD COLUMN paused_at   TIMESTAMP(6) NULL COMMENT 'since when the hold stands still; null: it does not',
  ADD COLUMN last_change VARCHAR(20)  NOT NULL DEFAULT 'add';

UPDATE security_info SET last_change = 'prove' WHERE state = 'confirmed';

-- What the help desk asked for, and who else said yes.
CREATE TABLE security_info_clearing (
  id            VARCHAR(40)  NOT NULL COMMENT 'sorts by time',
  account       VARCHAR(128) NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  asked_by      VARCHAR(40)  NOT NULL COMMENT 'id of the key',
  asked_name    VARCHAR(100) NOT NULL COMMENT 'name of the key',
  asked_at      TIMESTAMP(6) NOT NULL,
  approved_by   VARCHAR(40)  NULL     COMMENT 'id of the other key; null: not yet',
  approved_name VARCHAR(100) NULL,
  approved_at   TIMESTAMP(6) NULL,
  PRIMARY KEY (id),
  KEY by_account (account, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
