"""The tables of the current version, for queries; the SQL files in `migrations/` make them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, MetaData, String, Table

METADATA = MetaData()

SOURCE = Table(
    "source", METADATA,
    Column("pk", Integer, primary_key=True),
    Column("sha256", String),
    Column("size", Integer),
)  # fmt: skip

SOURCE_PART = Table(
    "source_part", METADATA,
    Column("source", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("bytes", LargeBinary),
)  # fmt: skip

DOCUMENT = Table(
    "document", METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", String),
    Column("source", Integer),
    Column("name", String),
    Column("original_path", String),
    Column("sha256", String),
    Column("language", String),
    Column("extractor", String),
    Column("coverage", Float),
    Column("symbol", String),
    Column("symbols", String),
    Column("title", String),
    Column("date", String),
    Column("date_printed", String),
    Column("distribution", String),
    Column("original_language", String),
    Column("body", String),
    Column("session", String),
    Column("agenda_item", String),
    Column("job_number", String),
    Column("page_count", Integer),
    Column("imported_at", String),
    Column("taken_out_at", String),
)  # fmt: skip

# Of a document that lists, searches and datasets show: all of it is there, and nobody took it out.
LISTED = DOCUMENT.c.imported_at.is_not(None) & DOCUMENT.c.taken_out_at.is_(None)

PAGE = Table(
    "page", METADATA,
    Column("document", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("width", Float),
    Column("height", Float),
    Column("rotation", Integer),
    Column("crop_x0", Float),
    Column("crop_y0", Float),
    Column("crop_x1", Float),
    Column("crop_y1", Float),
    Column("label", String),
)  # fmt: skip

NODE = Table(
    "node", METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", String),
    Column("document", Integer),
    Column("parent", Integer),
    Column("rank", Integer),
    Column("kind", String),
    Column("level", Integer),
    Column("number", String),
    Column("text", String),
    Column("page", Integer),
    Column("regions", String),
    Column("quote", String),
    Column("prefix", String),
    Column("suffix", String),
    Column("confidence", Float),
    Column("reasons", String),
    Column("extra", String),
)  # fmt: skip

REVIEWER = Table(
    "reviewer", METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", String),
    Column("name", String),
    Column("kind", String),
)  # fmt: skip

DECISION = Table(
    "decision", METADATA,
    Column("node", Integer, primary_key=True),
    Column("slot", String, primary_key=True),
    Column("reviewer", Integer, primary_key=True),
    Column("frame", Integer, primary_key=True),
    Column("value", String),
    Column("decided_at", String),
    Column("evidence", String),
    Column("confidence", Float),
    Column("rule", String),
    Column("adjudicated", Boolean),
)  # fmt: skip

EDIT = Table(
    "edit", METADATA,
    Column("number", Integer, primary_key=True),
    Column("document", Integer),
    Column("reviewer", Integer),
    Column("at", String),
    Column("kind", String),
    Column("reverts", Integer),
    Column("name", String),
    Column("focus", String),
    Column("changes", String),
)  # fmt: skip

EDIT_NODE = Table(
    "edit_node", METADATA,
    Column("node", String, primary_key=True),
    Column("edit", Integer, primary_key=True),
)  # fmt: skip

SETTING = Table(
    "setting", METADATA,
    Column("key", String, primary_key=True),
    Column("value", String),
)  # fmt: skip

SCHEME = Table(
    "scheme", METADATA,
    Column("version", Integer, primary_key=True),
    Column("at", String),
    Column("reviewer", Integer),
    Column("content", String),
)  # fmt: skip

VOCABULARY = Table(
    "vocabulary", METADATA,
    Column("pk", Integer, primary_key=True),
    Column("name", String),
    Column("slot", String),
    Column("version", String),
    Column("sha256", String),
    Column("added_at", String),
    Column("current", Boolean),
)  # fmt: skip

CONCEPT = Table(
    "concept", METADATA,
    Column("vocabulary", Integer, primary_key=True),
    Column("code", String, primary_key=True),
    Column("broader", String),
    Column("labels", String),
    Column("synonyms", String),
    Column("definition", String),
)  # fmt: skip

LEARNED = Table(
    "learned", METADATA,
    Column("pk", Integer, primary_key=True),
    Column("slot", String),
    Column("name", String),
    Column("made_at", String),
    Column("metrics", String),
    Column("content", LargeBinary),
    Column("current", Boolean),
)  # fmt: skip

RELEASE = Table(
    "release", METADATA,
    Column("pk", Integer, primary_key=True),
    Column("version", String),
    Column("at", String),
    Column("reviewer", Integer),
    Column("notes", String),
    Column("settings", String),
    Column("manifest", String),
    Column("sha256", String),
)  # fmt: skip

RELEASE_PART = Table(
    "release_part", METADATA,
    Column("release", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("bytes", LargeBinary),
)  # fmt: skip
