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

-- Decisions that would have been others by a rule in shadow mode or by a candidate; most decisions have no row here.
CREATE TABLE journal_difference (
  ruleset   VARCHAR(64)   NOT NULL COMMENT 'the candidate, or the rule set whose rule is in shadow mode',
  rule      VARCHAR(40)   NOT NULL COMMENT 'empty: the candidate as a whole',
  verdict   VARCHAR(10)   NOT NULL COMMENT 'of the active rule set',
  other     VARCHAR(10)   NOT NULL COMMENT 'of the shadow or the candidate',
  region    VARCHAR(3)    NOT NULL,
  effective BOOLEAN       NOT NULL COMMENT 'whether the candidate decided',
  decision  VARCHAR(40)   NOT NULL,
  fired     VARCHAR(8000) NOT NULL COMMENT 'rules of the candidate, between spaces',
  PRIMARY KEY (decision, ruleset, rule)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
