-- Version 1 of the project file. Frozen: a change of the schema is a new file with the next number.

CREATE TABLE source (
    pk      INTEGER PRIMARY KEY,
    sha256  TEXT    NOT NULL UNIQUE,
    size    INTEGER NOT NULL CHECK (size >= 0)
);

-- A PDF's bytes in parts, so that the project travels as one file and an edit never waits for a whole PDF.
CREATE TABLE source_part (
    source  INTEGER NOT NULL REFERENCES source (pk) ON DELETE CASCADE,
    number  INTEGER NOT NULL CHECK (number >= 0),
    bytes   BLOB    NOT NULL,
    PRIMARY KEY (source, number)
);

-- `imported_at` stays NULL until all of a document is there.
CREATE TABLE document (
    pk                INTEGER PRIMARY KEY,
    id                TEXT    NOT NULL UNIQUE,
    source            INTEGER REFERENCES source (pk),
    name              TEXT    NOT NULL,
    original_path     TEXT    NOT NULL DEFAULT '',
    sha256            TEXT    NOT NULL,
    language          TEXT    NOT NULL DEFAULT '',
    extractor         TEXT    NOT NULL DEFAULT '',
    coverage          REAL    NOT NULL DEFAULT 1.0,
    symbol            TEXT    NOT NULL DEFAULT '',
    symbols           TEXT    NOT NULL DEFAULT '[]',
    title             TEXT    NOT NULL DEFAULT '',
    date              TEXT    NOT NULL DEFAULT '',
    date_printed      TEXT    NOT NULL DEFAULT '',
    distribution      TEXT    NOT NULL DEFAULT '',
    original_language TEXT    NOT NULL DEFAULT '',
    body              TEXT    NOT NULL DEFAULT '',
    session           TEXT    NOT NULL DEFAULT '',
    agenda_item       TEXT    NOT NULL DEFAULT '',
    job_number        TEXT    NOT NULL DEFAULT '',
    page_count        INTEGER NOT NULL DEFAULT 0,
    imported_at       TEXT
);
CREATE INDEX document_by_sha256 ON document (sha256);
CREATE INDEX document_by_source ON document (source);

-- Sizes in points, unrotated; `crop_*` is the CropBox in the MediaBox.
CREATE TABLE page (
    document INTEGER NOT NULL REFERENCES document (pk) ON DELETE CASCADE,
    number   INTEGER NOT NULL CHECK (number >= 1),
    width    REAL    NOT NULL,
    height   REAL    NOT NULL,
    rotation INTEGER NOT NULL DEFAULT 0,
    crop_x0  REAL    NOT NULL DEFAULT 0,
    crop_y0  REAL    NOT NULL DEFAULT 0,
    crop_x1  REAL    NOT NULL DEFAULT 0,
    crop_y1  REAL    NOT NULL DEFAULT 0,
    label    TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (document, number)
);

-- `regions` is JSON, [[page, x0, y0, x1, y1], ...]; `page` the first of them, 0 where there is none.
-- `quote` is NULL where it equals the text, as it does until somebody corrects the text.
-- An edit may put children before their parents, so the reference is checked at its end.
CREATE TABLE node (
    pk         INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE,
    document   INTEGER NOT NULL REFERENCES document (pk),
    parent     INTEGER REFERENCES node (pk) DEFERRABLE INITIALLY DEFERRED,
    rank       INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    level      INTEGER,
    number     TEXT    NOT NULL DEFAULT '',
    text       TEXT    NOT NULL,
    page       INTEGER NOT NULL DEFAULT 0,
    regions    TEXT    NOT NULL DEFAULT '[]',
    quote      TEXT,
    prefix     TEXT    NOT NULL DEFAULT '',
    suffix     TEXT    NOT NULL DEFAULT '',
    confidence REAL    NOT NULL DEFAULT 1.0,
    reasons    TEXT    NOT NULL DEFAULT '[]',
    extra      TEXT    NOT NULL DEFAULT '{}'
);
CREATE INDEX node_by_document ON node (document, kind);
CREATE INDEX node_by_parent ON node (parent);

CREATE TABLE reviewer (
    pk   INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'machine')),
    UNIQUE (kind, name)
);

-- The standing decisions; what stood before is in the ledger.
CREATE TABLE decision (
    node        INTEGER NOT NULL REFERENCES node (pk) DEFERRABLE INITIALLY DEFERRED,
    slot        TEXT    NOT NULL,
    reviewer    INTEGER NOT NULL REFERENCES reviewer (pk),
    frame       INTEGER NOT NULL DEFAULT 0,
    value       TEXT    NOT NULL,
    decided_at  TEXT,
    evidence    TEXT    NOT NULL DEFAULT '[]',
    confidence  REAL    NOT NULL DEFAULT 1.0,
    rule        TEXT    NOT NULL DEFAULT '',
    adjudicated INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (node, slot, reviewer, frame)
) WITHOUT ROWID;
CREATE INDEX decision_status ON decision (slot, node, value) WHERE slot = 'status';

-- The ledger: every edit with the rows before and after. `reverts` is the entry whose inverse this one is.
CREATE TABLE edit (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (pk),
    reviewer INTEGER NOT NULL REFERENCES reviewer (pk),
    at       TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    reverts  INTEGER UNIQUE REFERENCES edit (number),
    name     TEXT    NOT NULL,
    focus    TEXT,
    changes  TEXT    NOT NULL,
    CHECK ((kind = 'do') = (reverts IS NULL))
);
CREATE INDEX edit_by_document ON edit (document, reviewer, number);

-- Which nodes an edit touched, by id, because the history of a node outlives the node.
CREATE TABLE edit_node (
    node TEXT    NOT NULL,
    edit INTEGER NOT NULL REFERENCES edit (number),
    PRIMARY KEY (node, edit)
) WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TRIGGER edit_is_never_changed BEFORE UPDATE ON edit
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER edit_node_is_never_changed BEFORE UPDATE ON edit_node
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER edit_node_is_never_deleted BEFORE DELETE ON edit_node
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;
