-- How long an account has been asked to verify its security info.
ALTER TABLE account
  ADD COLUMN noticed_at  TIMESTAMP(6) NULL COMMENT 'first asked; null: not asked',
  ADD COLUMN skipped_at  TIMESTAMP(6) NULL COMMENT 'last put off since then',
  ADD COLUMN verified_at TIMESTAMP(6) NULL COMMENT 'a confirmed method last proved something';
