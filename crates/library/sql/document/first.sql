SELECT n FROM document WHERE trashed IS NULL ORDER BY published DESC, title, outlet, n LIMIT ?1
