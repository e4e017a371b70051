SELECT n FROM document
WHERE trashed IS NULL AND instr(folded(title || ' ' || coalesce(outlet, '')), ?1) > 0
ORDER BY published DESC, n
