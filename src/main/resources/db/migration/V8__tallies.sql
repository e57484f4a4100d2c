-- What was counted for subjects that are asked for together stands in one row: a number with its range, an account with
-- its sources. Reading it locks them on every node. `tallies` is written and read by the service only, because windows
-- are a matter of policies and not of the schema. Counters and blocks start
-- anew with this table.
DROP TABLE subject;

DELETE FROM block;

CREATE TABLE subject (
  k          BIGINT       NOT NULL COMMENT 'number of the kind, then 7 bytes of a keyed hash',
  tallies    MEDIUMBLOB   NOT NULL,
  blocked    BOOLEAN      NOT NULL COMMENT 'whether a block of one of its subjects ever began',
  changed_at TIMESTAMP(6) NOT NULL,
  PRIMARY KEY (k)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
