-- Every document outside the bin, newest first; those without a day last.
SELECT n FROM document WHERE trashed IS NULL ORDER BY published DESC, title, outlet, n
