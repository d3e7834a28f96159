"""What a dataset would hold, and what is better mended before it is frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from model.doubts import LOW
from model.labels import Reviewer, Slot, Status
from model.nodes import CLASSIFIED
from model.schemes import SLOTS
from storage.exporting.agreement import unsettled
from storage.exporting.live import Live
from storage.exporting.records import Record
from storage.exporting.settings import Settings
from storage.progress import Progress, no_progress
from storage.project import Project
from storage.schema import SCHEME

_CLASSIFIED = frozenset(kind.value for kind in CLASSIFIED)


@dataclass(frozen=True)
class Preview:
    """`counts` are those of the manifest (`storage.exporting.about.Counting`); each warning is a sentence."""

    counts: Mapping[str, Any]
    warnings: tuple[str, ...]


def preview(project: Project, settings: Settings, on_progress: Progress = no_progress,
            reviewer: Reviewer | None = None) -> Preview:  # fmt: skip
    """Goes through all rows; `on_progress(documents done, of all)` may raise. Where this reviewer judges
    alone, no warning tells that others judge differently."""
    alone = reviewer is not None and bool(project.who_judges_alone(reviewer))
    unreviewed = unsure = older = 0
    slots = [slot for slot in SLOTS if slot in settings.slots]
    with project.reading() as connection:
        latest = connection.scalar(select(func.max(SCHEME.c.at))) or ""
        live = Live(project, connection, settings)
        for batch in live.batches(on_progress):
            for row in batch.rows:
                if row.status == Status.UNREVIEWED and not row.frame:
                    unreviewed += row.kind in _CLASSIFIED
                    unsure += row.confidence < LOW
                older += _of_older_scheme(row, slots, latest)
        counts = live.manifest()
        differing = 0 if alone else sum(unsettled(connection, settings).values())
        found = [
            (unreviewed, "paragraph or item is not reviewed", "paragraphs and items are not reviewed"),
            (unsure, "doubtful entry is not reviewed", "doubtful entries are not reviewed"),
            (counts["states"].get("flagged", 0), "entry is flagged for another look",
             "entries are flagged for another look"),
            (counts["states"].get("rejected", 0), "entry was rejected, and is in it",
             "entries were rejected, and are in it"),
            (_doubled(counts["documents"]), "report has the symbol and the language of another in it",
             "reports have the symbol and the language of another in it"),
            (differing, "entry is judged differently by people, and not settled",
             "entries are judged differently by people, and not settled"),
            (older, "label was given by an older label scheme",
             "labels were given by an older label scheme"),
            (counts.get("near_duplicates_in_all", 0),
             "pair of recommendations stands in two splits in nearly the same words",
             "pairs of recommendations stand in two splits in nearly the same words"),
        ]  # fmt: skip
    warnings = [f"{number:,} {one if number == 1 else several}" for number, one, several in found if number]
    extractors = {document["extractor"] for document in counts["documents"]}
    if len(extractors) > 1:
        warnings.append(f"The reports were extracted by different versions: {', '.join(sorted(extractors))}")
    return Preview(counts, tuple(warnings))


def _doubled(documents: Sequence[Mapping[str, Any]]) -> int:
    """How many reports may be another one over again, from another file."""
    printed = [(one["symbol"], one["language"]) for one in documents if one["symbol"]]
    return len(printed) - len(set(printed))


def _of_older_scheme(row: Record, slots: Sequence[Slot], latest: str) -> int:
    """How many of a row's own labels people gave before the label scheme was what it is now."""
    labels = (row.label(slot) for slot in slots if slot is not Slot.ROLE or not row.frame)
    times = (label.at for label in labels if label is not None and label.lead_in is None)
    return sum(at is not None and at < latest for at in times)
