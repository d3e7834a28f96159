"""Has this been recommended before? All recommendations of a project, kept ready to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

from model.errors import Cancelled
from model.garbage_collection import uncollected
from model.labels import Reviewer
from model.similarity import Matrix, SimilarTexts, features
from storage.progress import GoesOn, to_the_end
from storage.project import Project
from storage.recommendations import EntryText, ReportState, recommendations, report_states

_MOST = 100  # that are like a text


class Likeness(NamedTuple):
    """An entry that says nearly the same; `score` is 1 for the same words."""

    entry: EntryText
    score: float


@dataclass(frozen=True, slots=True)
class _Report:
    state: ReportState
    entries: list[EntryText]
    rows: Matrix


class SimilarRecommendations:
    """Reads each report once and again only when it was edited. May be asked from any thread.

    Raises model.similarity.MissingPackages where the extra is not installed.
    """

    def __init__(self, project: Project, reviewer: Reviewer | None = None) -> None:
        self._project = project
        self._reviewer = reviewer.id if reviewer is not None else ""
        self._reports: dict[str, _Report] = {}
        self._entries: list[EntryText] = []
        self._texts: SimilarTexts | None = None
        self._lock = Lock()

    def like(self, node: str, text: str, least: float = 0.3,
             goes_on: GoesOn = to_the_end) -> list[Likeness]:  # fmt: skip
        """The recommendations that are at least so like a text, the likest first; `node` is where it stands.
        Raises Cancelled."""
        entries, texts = self._ready(goes_on)
        found = texts.nearest(text, _MOST + 1, least)
        others = [Likeness(entries[place], score) for place, score in found if entries[place].node != node]
        return others[:_MOST]

    def repeats(self, least: float, goes_on: GoesOn = to_the_end) -> list[list[EntryText]]:
        """Groups of recommendations that are connected by being so alike, the largest first. Raises
        Cancelled."""
        entries, texts = self._ready(goes_on)
        with uncollected():
            groups = texts.groups(least, lambda: not goes_on(len(entries), len(entries)))
            return [[entries[place] for place in places] for places in groups]

    def _ready(self, goes_on: GoesOn) -> tuple[list[EntryText], SimilarTexts]:
        """Reads what changed since the last time."""
        with self._lock, uncollected(), self._project.reading() as connection:
            states = report_states(connection)
            fresh = [one for one, state in states.items() if self._state(one) != state]
            gone = self._reports.keys() - states.keys()
            for done, document in enumerate(fresh):
                if not goes_on(done, len(fresh)):
                    raise Cancelled
                entries = recommendations(connection, document, states[document].name, self._reviewer)
                rows = features([entry.text for entry in entries])
                self._reports[document] = _Report(states[document], entries, rows)
                self._texts = None
            for document in gone:
                del self._reports[document]
                self._texts = None
            if self._texts is None:
                self._join(list(states))
            assert self._texts is not None
            return self._entries, self._texts

    def _state(self, document: str) -> ReportState | None:
        report = self._reports.get(document)
        return None if report is None else report.state

    def _join(self, documents: list[str]) -> None:
        from scipy.sparse import vstack

        reports = [self._reports[document] for document in documents]
        self._entries = [entry for report in reports for entry in report.entries]
        rows = [report.rows for report in reports if report.entries]
        self._texts = SimilarTexts(vstack(rows) if rows else features([]))
