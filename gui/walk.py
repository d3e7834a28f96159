""" "Next" and "previous": the way through a report's entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from model.edits import ChangeSet, NodeChange
from model.labels import Status
from model.nodes import CLASSIFIED, Kind
from model.plurals import counted

if TYPE_CHECKING:
    from gui.session import Session
    from model.review import Review

# Kinds that it passes over: nothing about them is to be decided in the reading flow.
_SKIPPED = frozenset({Kind.FURNITURE, Kind.CONTENTS, Kind.FOOTNOTE})
NOTHING_WAITS = "Nothing else waits for review here."
NOTHING_SHOWN_WAITS = "Nothing else that is shown waits for review."
_NO_REPORT_WAITS = "No other report waits for review."
Source = Callable[[], Sequence[str]]


class Walk:
    """Walks by the queue if somebody chose its order, else by the rows of the outline under its filter."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: Source | None = None
        self._queue: Source | None = None
        self._opening = ""  # the report that is opened for what waits in it
        self.after_role = False  # whether a role that was given leads to the next entry that waits, too

    def by_rows(self, source: Source | None) -> None:
        """Sets where the ids of the outline's rows come from; it is asked at each step."""
        self._rows = source

    def by_queue(self, source: Source | None) -> None:
        """Sets where the ids of the queue come from, which lead instead of the rows; None for the rows
        again."""
        self._queue = source

    def step(self, direction: int) -> None:
        """Selects the next (1) or the previous (-1) entry."""
        order, current = self._order(), self._current
        if not order:
            return
        if current in order:
            index = min(max(order.index(current) + direction, 0), len(order) - 1)
        else:
            index = 0 if direction > 0 else len(order) - 1
        self._session.select((order[index],), "keys")

    def chosen_after(self, review: Review, changes: ChangeSet, is_reversal: bool) -> tuple[str, ...]:
        """What to select after an edit of the open report: nothing that it took away."""
        selection = self._session.selection
        beside = None if is_reversal else self._beside_deleted(changes)
        if beside is not None:
            return (beside,)
        # After a label or a correction the reviewer has often gone on already: "accept and go on" does.
        focus = changes.edit.focus
        leads = (changes.structural or is_reversal) and focus not in selection
        if leads and focus is not None and focus in review.outline:
            return (focus,)
        return tuple(node_id for node_id in selection if node_id in review.outline) or self._beside_gone(
            review, changes
        )

    def _beside_gone(self, review: Review, changes: ChangeSet) -> tuple[str, ...]:
        """Where the selected entries no longer exist, as after the undo of a split: what took them back, else
        the entry before them in the order that still shows them, else the one after."""
        order = self._order()
        chosen = self._session.selection
        place = next((place for place, node_id in enumerate(order) if node_id in chosen), None)
        if place is None:
            return ()
        before = [node_id for node_id in reversed(order[:place]) if node_id in review.outline]
        after = [node_id for node_id in order[place:] if node_id in review.outline]
        changed = [node_id for node_id in before if node_id in changes.nodes]
        return tuple((changed + before + after)[:1])

    def _beside_deleted(self, changes: ChangeSet) -> str | None:
        """Where an edit took all that is selected out of the text: the entry to be selected then, as in any
        list the next one, or else the one before. None where what is selected stays."""
        chosen = set(self._session.selection)
        if not chosen or not chosen <= _deleted(changes):
            return None
        order = self._order()
        places = [place for place, node_id in enumerate(order) if node_id in chosen]
        if not places:
            return None
        after = [node_id for node_id in order[places[0] :] if node_id not in chosen]
        before = order[: places[0]]
        return after[0] if after else before[-1] if before else None

    def go_on(self) -> None:
        """Selects the next entry that waits for review, then the first one that was skipped; the next of
        all if none waits."""
        order, current = self._order(), self._current
        at = order.index(current) if current in order else len(order)
        rest = (*order[at + 1 :], *order[:at])
        waiting = next((node_id for node_id in rest if self._waits(node_id)), None)
        if waiting is None:
            self.step(1)
            self._session.told.emit(self._done_here())
        else:
            self._session.select((waiting,), "keys")

    def next_report(self) -> None:
        """Opens the next report where something waits, round about; `opened` goes to what is shown."""
        review, rows = self._session.review, self._session.documents
        here = review.document.id if review is not None else ""
        at = next((place for place, row in enumerate(rows) if row.id == here), -1)
        others = (*rows[at + 1 :], *rows[: max(at, 0)])
        self._opening = next((row.id for row in others if row.reviewed < row.classified), "")
        if self._opening:
            self._session.open_document(self._opening)
        else:
            self._session.told.emit(_NO_REPORT_WAITS)

    @property
    def others_waiting(self) -> int:
        """How many reports beside the open one are not fully reviewed."""
        here = self._session.review.document.id if self._session.review is not None else ""
        return sum(row.id != here and row.reviewed < row.classified for row in self._session.documents)

    def opened(self, review: Review) -> None:
        """Called when a report is open and everybody has been told."""
        wanted, self._opening = self._opening, ""
        if review.document.id != wanted:
            return
        shown = self._rows() if self._rows is not None else [node.id for node in review.outline]
        waiting = next((node_id for node_id in shown if self._waits(node_id)), None)
        self._session.select((waiting,) if waiting is not None else (), "keys")
        if waiting is None:
            self._session.told.emit(self._done_here())

    def _done_here(self) -> str:
        """That nothing waits any more, or nothing that the filter shows, and where something does."""
        review, order, others = self._session.review, set(self._order()), self.others_waiting
        hidden = review is not None and any(
            self._waits(node.id) for node in review.outline if node.id not in order
        )
        nothing = NOTHING_SHOWN_WAITS if hidden else NOTHING_WAITS
        if not others:
            return nothing
        wait = "waits" if others == 1 else "wait"
        where = f"{counted(others, 'other report')} still {wait}"
        return f"{nothing} {where}: Ctrl+PgDown opens the next one."

    @property
    def _current(self) -> str | None:
        selection = self._session.selection
        return selection[0] if selection else None

    def _waits(self, node_id: str) -> bool:
        review, reviewer = self._session.review, self._session.reviewer
        if review is None or reviewer is None:
            return False
        node = review.outline.get(node_id)
        if node is None or node.kind not in CLASSIFIED:
            return False
        return review.status(node_id, reviewer.id) is Status.UNREVIEWED

    def _order(self) -> Sequence[str]:
        source, review = self._queue or self._rows, self._session.review
        if source is not None:
            return source()
        return [node.id for node in review.outline if node.kind not in _SKIPPED] if review is not None else ()


def _deleted(changes: ChangeSet) -> set[str]:
    """The ids of the entries that an edit made furniture."""
    nodes = (change for change in changes.edit.changes if isinstance(change, NodeChange))
    there = ((change.before, change.after) for change in nodes if change.before and change.after)
    return {
        after.id for before, after in there if after.kind is Kind.FURNITURE and before.kind is not after.kind
    }
