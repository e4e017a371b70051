-- Removes for good the documents named in the temporary table `gone`: what was decided of them, what the journal
-- remembers of it, themselves. Acts that touched them cannot be undone any more.
CREATE TEMP TABLE gone_row AS
  SELECT id FROM gone
  UNION SELECT id FROM decision WHERE document IN (SELECT id FROM gone)
  UNION SELECT id FROM version WHERE document IN (SELECT id FROM gone)
  UNION SELECT id FROM change WHERE noun <> 'document' AND unhex(before ->> '$.document') IN (SELECT id FROM gone);
UPDATE act SET state = 'fixed', params = json_remove(params, '$.title') WHERE seq IN (SELECT act FROM change WHERE id IN (SELECT id FROM gone_row));
DELETE FROM change WHERE id IN (SELECT id FROM gone_row);
DELETE FROM decision WHERE document IN (SELECT id FROM gone);
DELETE FROM version WHERE document IN (SELECT id FROM gone);
DELETE FROM document WHERE id IN (SELECT id FROM gone);
DROP TABLE gone_row;
DROP TABLE gone;
