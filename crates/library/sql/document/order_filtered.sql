SELECT n FROM document INDEXED BY document_listed
WHERE trashed IS NULL AND instr(folded(title || ' ' || coalesce(outlet, '')), ?1) > 0
ORDER BY published DESC, title, outlet, n
