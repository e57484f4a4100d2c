-- What the service remembers about itself.
-- Every table states its character set and collation: a database that others installed may have another default,
-- and names are equal only when their bytes are.
CREATE TABLE setting (
  name       VARCHAR(100)  NOT NULL,
  value      VARCHAR(1000) NOT NULL,
  changed_at TIMESTAMP(6)  NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
