-- What a report of a code that nobody asked for is judged by.
ALTER TABLE verification
  ADD COLUMN origin      VARCHAR(10)  NOT NULL DEFAULT 'unknown' COMMENT 'from where it was asked for, as the account knew it',
  ADD COLUMN received_at TIMESTAMP(6) NULL COMMENT 'when it arrived, as the operator tells';
