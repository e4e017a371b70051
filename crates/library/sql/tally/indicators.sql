SELECT indicator, sum(iif(name = 'accepted', n, 0)), sum(iif(name = 'open', n, 0))
FROM tally WHERE indicator <> '' AND n > 0
GROUP BY indicator
