-- Which findings are open, and every kept count, from the rows themselves. The triggers keep step with the first
-- statement; the last ones replace whatever stood there.
UPDATE finding SET open = (
  EXISTS (SELECT 1 FROM document d JOIN text t ON t.hash = d.text WHERE t.n = finding.text AND d.trashed IS NULL)
  AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.id = finding.id));
DELETE FROM tally;
INSERT INTO tally
  SELECT 'documents', '', count(*) FROM document WHERE trashed IS NULL
  UNION ALL SELECT 'trashed', '', count(*) FROM document WHERE trashed IS NOT NULL
  UNION ALL SELECT 'samples', '', count(*) FROM document WHERE sample = 1
  UNION ALL SELECT 'accepted', c.indicator, count(*) FROM decision c JOIN document d ON d.id = c.document
    WHERE c.status <> 'rejected' AND d.trashed IS NULL GROUP BY c.indicator
  UNION ALL SELECT 'open', indicator, count(*) FROM finding WHERE open = 1 GROUP BY indicator;
