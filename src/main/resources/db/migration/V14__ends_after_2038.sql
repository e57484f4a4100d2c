-- A TIMESTAMP ends in January 2038 before MariaDB 11.5, and a block may last ten years from now.
SET time_zone = '+00:00';
ALTER TABLE block
  MODIFY until DATETIME(6) NULL COMMENT 'in UTC; null: no end';
ALTER TABLE api_key
  MODIFY expires_at DATETIME(6) NULL COMMENT 'in UTC; null: no end';
