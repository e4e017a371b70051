-- Keeps the table `tally`, and which findings are open, in step with every write, undo and redo among them.

CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
  INSERT INTO tally VALUES (iif(NEW.trashed IS NULL, 'documents', 'trashed'), '', 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO tally SELECT 'samples', '', 1 WHERE NEW.sample = 1 ON CONFLICT DO UPDATE SET n = n + 1;
  UPDATE finding SET open = NEW.trashed IS NULL AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = finding.id)
  WHERE text = (SELECT n FROM text WHERE hash = NEW.text);
END;

CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
  UPDATE tally SET n = n - 1 WHERE name = iif(OLD.trashed IS NULL, 'documents', 'trashed');
  UPDATE tally SET n = n - 1 WHERE name = 'samples' AND OLD.sample = 1;
  UPDATE finding SET open = 0 WHERE text = (SELECT n FROM text WHERE hash = OLD.text)
    AND NOT EXISTS (SELECT 1 FROM document o WHERE o.text = OLD.text AND o.trashed IS NULL);
END;

CREATE TRIGGER document_changed AFTER UPDATE OF text, trashed ON document
WHEN OLD.text <> NEW.text OR (OLD.trashed IS NULL) <> (NEW.trashed IS NULL) BEGIN
  UPDATE tally SET n = n - 1 WHERE name = iif(OLD.trashed IS NULL, 'documents', 'trashed');
  INSERT INTO tally VALUES (iif(NEW.trashed IS NULL, 'documents', 'trashed'), '', 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO tally SELECT 'accepted', indicator, (NEW.trashed IS NULL) - (OLD.trashed IS NULL)
    FROM decision WHERE document = NEW.id AND status <> 'rejected'
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
  UPDATE finding SET open = 0 WHERE text = (SELECT n FROM text WHERE hash = OLD.text)
    AND NOT EXISTS (SELECT 1 FROM document o WHERE o.text = OLD.text AND o.trashed IS NULL);
  UPDATE finding SET open = NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = finding.id)
  WHERE text = (SELECT n FROM text WHERE hash = NEW.text) AND NEW.trashed IS NULL;
END;

CREATE TRIGGER decision_added AFTER INSERT ON decision BEGIN
  INSERT INTO tally SELECT 'accepted', NEW.indicator, 1 FROM document
    WHERE id = NEW.document AND trashed IS NULL AND NEW.status <> 'rejected'
    ON CONFLICT DO UPDATE SET n = n + 1;
  UPDATE finding SET open = 0 WHERE id = NEW.id;
END;

CREATE TRIGGER decision_removed AFTER DELETE ON decision BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'accepted' AND indicator = OLD.indicator AND OLD.status <> 'rejected'
    AND EXISTS (SELECT 1 FROM document WHERE id = OLD.document AND trashed IS NULL);
  UPDATE finding SET open = 1 WHERE id = OLD.id
    AND EXISTS (SELECT 1 FROM document d JOIN text t ON t.hash = d.text WHERE t.n = finding.text AND d.trashed IS NULL);
END;

CREATE TRIGGER decision_changed AFTER UPDATE OF status, indicator ON decision
WHEN OLD.status <> NEW.status OR OLD.indicator <> NEW.indicator BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'accepted' AND indicator = OLD.indicator AND OLD.status <> 'rejected'
    AND EXISTS (SELECT 1 FROM document WHERE id = OLD.document AND trashed IS NULL);
  INSERT INTO tally SELECT 'accepted', NEW.indicator, 1 FROM document
    WHERE id = NEW.document AND trashed IS NULL AND NEW.status <> 'rejected'
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER finding_added AFTER INSERT ON finding WHEN NEW.open = 1 BEGIN
  INSERT INTO tally VALUES ('open', NEW.indicator, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER finding_removed AFTER DELETE ON finding WHEN OLD.open = 1 BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'open' AND indicator = OLD.indicator;
END;

CREATE TRIGGER finding_changed AFTER UPDATE OF open ON finding WHEN OLD.open <> NEW.open BEGIN
  INSERT INTO tally VALUES ('open', NEW.indicator, NEW.open - OLD.open) ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
