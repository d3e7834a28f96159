"""What a dataset would hold, and what is better mended before it is frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.engine import Connection

from model.doubts import LOW
from model.labels import ReviewerKind, Status
from model.nodes import CLASSIFIED
from storage.exporting.live import Live
from storage.exporting.settings import Settings
from storage.progress import Progress, no_progress
from storage.project import Project
from storage.schema import DECISION, REVIEWER, SCHEME

_CLASSIFIED = frozenset(kind.value for kind in CLASSIFIED)


@dataclass(frozen=True)
class Preview:
    """`counts` are those of the manifest (`storage.exporting.about.Counting`); each warning is a sentence."""

    counts: Mapping[str, Any]
    warnings: tuple[str, ...]


def preview(project: Project, settings: Settings, on_progress: Progress = no_progress) -> Preview:
    """Goes through all rows; `on_progress(documents done, of all)` may raise."""
    unreviewed = unsure = 0
    with project.reading() as connection:
        live = Live(project, connection, settings)
        for piece in live.pieces(on_progress):
            for row in piece.rows:
                if row.status == Status.UNREVIEWED and not row.frame:
                    unreviewed += row.kind in _CLASSIFIED
                    unsure += row.confidence < LOW
        counts = live.manifest()
        found = [
            (unreviewed, "paragraph or item is not reviewed", "paragraphs and items are not reviewed"),
            (unsure, "doubtful entry is not reviewed", "doubtful entries are not reviewed"),
            (counts["states"].get("flagged", 0), "entry is flagged for another look",
             "entries are flagged for another look"),
            (counts["states"].get("rejected", 0), "entry was rejected, and is in it",
             "entries were rejected, and are in it"),
            (_of_older_schemes(connection), "label was given by an older label scheme",
             "labels were given by an older label scheme"),
            (len(counts.get("near_duplicates", ())), "recommendation stands in two splits",
             "recommendations stand in two splits in nearly the same words"),
        ]  # fmt: skip
    warnings = [f"{number:,} {one if number == 1 else several}" for number, one, several in found if number]
    extractors = {document["extractor"] for document in counts["documents"]}
    if len(extractors) > 1:
        warnings.append(f"The reports were extracted by different versions: {', '.join(sorted(extractors))}")
    return Preview(counts, tuple(warnings))


def _of_older_schemes(connection: Connection) -> int:
    """People's labels from before the label scheme was what it is now."""
    latest = select(func.max(SCHEME.c.at)).scalar_subquery()
    query = (
        select(func.count())
        .select_from(DECISION)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .where(and_(REVIEWER.c.kind == ReviewerKind.PERSON.value, DECISION.c.decided_at < latest))
    )
    return connection.scalar(query) or 0
