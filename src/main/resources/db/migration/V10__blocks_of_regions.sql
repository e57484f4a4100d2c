-- Whether a region was ever blocked stands in its row of counters, as for everybody else: most decisions need not look for
-- its blocks then.
INSERT INTO subject (k, tallies, blocked, changed_at)
SELECT DISTINCT CONV(HEX(LEFT(subject, 8)), 16, 10), x'0200', TRUE, CURRENT_TIMESTAMP(6)
FROM block
WHERE scope = 'region' AND released_at IS NULL
ON DUPLICATE KEY UPDATE blocked = TRUE;
