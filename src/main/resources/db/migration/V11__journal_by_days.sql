-- The log lies in days of UTC, each a partition of its own, so that what is too old goes with its day at once: deleting costs
-- a third of what writing does. All that is there already is one day that ends tomorrow night, so that there is time to make
-- further ones, as the service does; what is later than the last one lies in `tail`, out of which it would have to be copied.
SET @end = UTC_DATE() + INTERVAL 2 DAY;

SET @days = CONCAT(
  'ALTER TABLE journal PARTITION BY RANGE COLUMNS (id) (PARTITION until_', DATE_FORMAT(@end, '%Y%m%d'),
  ' VALUES LESS THAN (''d-', LPAD(LOWER(HEX(TIMESTAMPDIFF(SECOND, '1970-01-01', @end) * 1000)), 12, '0'),
  '''), PARTITION tail VALUES LESS THAN (MAXVALUE))');

EXECUTE IMMEDIATE @days;
