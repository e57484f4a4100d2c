-- The address of what was made names the account, of which every character may be written in nine.
ALTER TABLE answer
  MODIFY location VARCHAR(2000) NOT NULL;
