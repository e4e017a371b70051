SELECT n FROM document WHERE trashed IS NULL ORDER BY published DESC, n LIMIT ?1
