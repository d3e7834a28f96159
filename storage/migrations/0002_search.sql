-- Version 2: full-text search over every node's words. The index holds no text of its own; triggers keep it in
-- step with `node`, whoever writes there.

CREATE VIRTUAL TABLE node_text USING fts5 (
    text, content = 'node', content_rowid = 'pk', tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO node_text (node_text) VALUES ('rebuild');

CREATE TRIGGER node_text_added AFTER INSERT ON node
BEGIN
    INSERT INTO node_text (rowid, text) VALUES (new.pk, new.text);
END;

CREATE TRIGGER node_text_removed AFTER DELETE ON node
BEGIN
    INSERT INTO node_text (node_text, rowid, text) VALUES ('delete', old.pk, old.text);
END;

CREATE TRIGGER node_text_changed AFTER UPDATE OF text ON node WHEN old.text IS NOT new.text
BEGIN
    INSERT INTO node_text (node_text, rowid, text) VALUES ('delete', old.pk, old.text);
    INSERT INTO node_text (rowid, text) VALUES (new.pk, new.text);
END;
