-- Counts that are kept and are not what counting gives.
WITH kept AS (SELECT name, indicator, n FROM tally),
counted AS (
  SELECT 'documents' AS name, '' AS indicator, count(*) AS n FROM document WHERE trashed IS NULL
  UNION ALL SELECT 'trashed', '', count(*) FROM document WHERE trashed IS NOT NULL
  UNION ALL SELECT 'samples', '', count(*) FROM document WHERE sample = 1
  UNION ALL SELECT 'accepted', c.indicator, count(*) FROM decision c JOIN document d ON d.id = c.document
    WHERE c.status <> 'rejected' AND d.trashed IS NULL GROUP BY c.indicator
  UNION ALL SELECT 'open', f.indicator, count(*) FROM finding f JOIN text t ON t.n = f.text
    WHERE EXISTS (SELECT 1 FROM document d WHERE d.text = t.hash AND d.trashed IS NULL)
      AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.id = f.id)
    GROUP BY f.indicator
)
SELECT coalesce(k.name, c.name), coalesce(k.indicator, c.indicator), coalesce(k.n, 0), coalesce(c.n, 0)
FROM kept k FULL JOIN counted c ON c.name = k.name AND c.indicator = k.indicator
WHERE coalesce(k.n, 0) <> coalesce(c.n, 0)
