-- The detail of a decision is JSON in UTF-8 that only the service reads and writes: as bytes, nobody checks its characters
-- one by one. Few decisions refuse: they are found by marks, as rules and reasons are, and every other decision is spared
-- an index entry.
ALTER TABLE journal
  MODIFY detail MEDIUMBLOB NOT NULL COMMENT 'JSON: reasons, block, methods, advice, rules, findings, facts',
  DROP KEY by_verdict;

ALTER TABLE journal_mark
  MODIFY kind VARCHAR(10) NOT NULL COMMENT 'rule, reason, or verdict other than allow';

INSERT INTO journal_mark (kind, word, decision)
SELECT 'verdict', verdict, id FROM journal WHERE verdict <> 'allow';
