-- Version 3: label schemes, vocabularies, learned suggestions, and releases of the dataset.

-- A report that somebody took out of the project: no list shows it, and it can be put back with all its work.
ALTER TABLE document ADD COLUMN taken_out_at TEXT;

-- The label scheme as it was from a time on; a change is a new version, so that old decisions keep their meaning.
CREATE TABLE scheme (
    version  INTEGER PRIMARY KEY CHECK (version >= 1),
    at       TEXT    NOT NULL,
    reviewer INTEGER NOT NULL REFERENCES reviewer (pk),
    content  TEXT    NOT NULL
);

-- A vocabulary for a slot, such as themes. A newer version of one is another row; `current` is the one in use.
CREATE TABLE vocabulary (
    pk       INTEGER PRIMARY KEY,
    name     TEXT    NOT NULL,
    slot     TEXT    NOT NULL,
    version  TEXT    NOT NULL,
    sha256   TEXT    NOT NULL,
    added_at TEXT    NOT NULL,
    current  INTEGER NOT NULL DEFAULT 1,
    UNIQUE (name, version)
);

-- `labels` and `synonyms` are JSON by language: {"en": "Trafficking"}, {"en": ["human trafficking"]}.
CREATE TABLE concept (
    vocabulary INTEGER NOT NULL REFERENCES vocabulary (pk) ON DELETE CASCADE,
    code       TEXT    NOT NULL,
    broader    TEXT    NOT NULL DEFAULT '[]',
    labels     TEXT    NOT NULL,
    synonyms   TEXT    NOT NULL DEFAULT '{}',
    definition TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (vocabulary, code)
) WITHOUT ROWID;

-- What was learned from decisions or from a table, with how well it does; `current` says that it suggests.
CREATE TABLE learned (
    pk      INTEGER PRIMARY KEY,
    slot    TEXT    NOT NULL,
    name    TEXT    NOT NULL UNIQUE,
    made_at TEXT    NOT NULL,
    metrics TEXT    NOT NULL,
    content BLOB    NOT NULL,
    current INTEGER NOT NULL DEFAULT 0
);

-- A frozen dataset: its settings, what is in it and its hash. Rows are kept in parts, compressed JSON Lines.
CREATE TABLE release (
    pk       INTEGER PRIMARY KEY,
    version  TEXT    NOT NULL UNIQUE,
    at       TEXT    NOT NULL,
    reviewer INTEGER NOT NULL REFERENCES reviewer (pk),
    notes    TEXT    NOT NULL DEFAULT '',
    settings TEXT    NOT NULL,
    manifest TEXT    NOT NULL,
    sha256   TEXT    NOT NULL
);

CREATE TABLE release_part (
    release INTEGER NOT NULL REFERENCES release (pk),
    number  INTEGER NOT NULL CHECK (number >= 0),
    bytes   BLOB    NOT NULL,
    PRIMARY KEY (release, number)
);

CREATE TRIGGER release_is_never_changed BEFORE UPDATE ON release
BEGIN
    SELECT RAISE(ABORT, 'a release is never changed');
END;

CREATE TRIGGER release_is_never_deleted BEFORE DELETE ON release
BEGIN
    SELECT RAISE(ABORT, 'a release is never changed');
END;

CREATE TRIGGER release_part_is_never_changed BEFORE UPDATE ON release_part
BEGIN
    SELECT RAISE(ABORT, 'a release is never changed');
END;

CREATE TRIGGER release_part_is_never_deleted BEFORE DELETE ON release_part
BEGIN
    SELECT RAISE(ABORT, 'a release is never changed');
END;
