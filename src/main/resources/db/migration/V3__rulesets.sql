-- Versions of rule sets, and which of them decides. Rows are added and never changed.

CREATE TABLE ruleset (
  number      BIGINT        NOT NULL AUTO_INCREMENT COMMENT 'orders the history, whatever clocks say',
  revision    VARCHAR(64)   NOT NULL COMMENT 'a hash over the files',
  parent      VARCHAR(64)   NULL     COMMENT 'what its author began with',
  author      VARCHAR(100)  NOT NULL COMMENT 'name of the caller; empty: the folder of a node',
  message     VARCHAR(1000) NOT NULL,
  created_at  TIMESTAMP(6)  NOT NULL,
  examination MEDIUMTEXT    NOT NULL COMMENT 'JSON: rules, cases, warnings',
  files       MEDIUMBLOB    NOT NULL COMMENT 'ZIP',
  PRIMARY KEY (number),
  UNIQUE KEY by_revision (revision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The newest row tells what decides. Who changes it takes the next number, which only one can have.
CREATE TABLE ruleset_rollout (
  number     BIGINT       NOT NULL,
  active     VARCHAR(64)  NOT NULL,
  candidate  VARCHAR(64)  NULL     COMMENT 'null: none',
  share      SMALLINT     NOT NULL COMMENT 'of accounts that the candidate decides for, in hundredths of a percent',
  changed_by VARCHAR(100) NOT NULL COMMENT 'name of the caller; empty: the folder of a node',
  changed_at TIMESTAMP(6) NOT NULL,
  PRIMARY KEY (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
