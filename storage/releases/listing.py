"""The releases of a project."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.errors import UserFacingError
from storage.exporting.croissant import citation
from storage.exporting.settings import Settings, settings_from
from storage.rows import to_json
from storage.schema import RELEASE, REVIEWER

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}")
_HASHED = ("version", "at", "reviewer", "notes", "settings", "manifest")


@dataclass(frozen=True)
class Release:
    """A frozen dataset. `at` is ISO 8601 in UTC, `reviewer` a name; `content` is the hash of its rows."""

    key: int
    version: str
    at: str
    reviewer: str
    notes: str
    settings: Settings
    manifest: Mapping[str, Any]
    sha256: str

    @property
    def content(self) -> str:
        return str(self.manifest["content"])

    @property
    def rows(self) -> int:
        return int(self.manifest["rows"])

    def as_json(self) -> dict[str, Any]:
        """What the files that are written of it say."""
        return {"version": self.version, "at": self.at, "reviewer": self.reviewer, "notes": self.notes,
                "content": self.content, "sha256": self.sha256}  # fmt: skip

    def citation(self, name: str) -> str:
        """How to cite it, in one line; `name` is the dataset's."""
        return citation(name, self.as_json())


def releases(connection: Connection) -> list[Release]:
    """In the order in which they were made."""
    return [_release(row) for row in connection.execute(_QUERY.order_by(RELEASE.c.pk)).mappings()]


def is_version(name: str) -> bool:
    """Whether a release can have it: its files are named after it."""
    return _VERSION.fullmatch(name) is not None


def next_version(versions: Sequence[str]) -> str:
    """What may come after these, the latest last: its last number counted on ("1.0", "1.1"; "2024-06",
    "2024-07"); "1.0" where there is none, and nothing if the latest ends in no number."""
    if not versions:
        return "1.0"
    found = re.fullmatch(r"(.*?)([0-9]{1,9})", versions[-1])
    if found is None:
        return ""
    front, number = found.groups()
    counted = (f"{front}{int(number) + step:0{len(number)}}" for step in range(1, len(versions) + 2))
    return next(version for version in counted if version not in versions)


def release_named(connection: Connection, project: Path, version: str) -> Release:
    """Raises UserFacingError that lists those there are."""
    row = connection.execute(_QUERY.where(RELEASE.c.version == version)).mappings().first()
    if row is None:
        there = ", ".join(connection.scalars(select(RELEASE.c.version).order_by(RELEASE.c.pk)))
        said = f"choose from {there}" if there else "it has none yet; make one with “paraph release”"
        raise UserFacingError(f"{project}: no release {version}; {said}")
    return _release(row)


def hash_of(row: Mapping[str, Any]) -> str:
    """The hash of a release from its row with the reviewer's name."""
    return hashlib.sha256(to_json([row[name] for name in _HASHED]).encode("utf-8")).hexdigest()


def _release(row: Mapping[Any, Any]) -> Release:
    return Release(
        row["pk"], row["version"], row["at"], row["reviewer"], row["notes"],
        settings_from(json.loads(row["settings"])), json.loads(row["manifest"]), row["sha256"],
    )  # fmt: skip


_QUERY = select(
    RELEASE.c.pk, RELEASE.c.version, RELEASE.c.at, REVIEWER.c.name.label("reviewer"), RELEASE.c.notes,
    RELEASE.c.settings, RELEASE.c.manifest, RELEASE.c.sha256,
).join(REVIEWER, REVIEWER.c.pk == RELEASE.c.reviewer)  # fmt: skip
