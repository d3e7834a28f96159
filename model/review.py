"""One document under review, in memory: its tree, everybody's decisions, and what to show for each slot."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from model.documents import Document
from model.edits import DecisionChange, Edit, NodeChange
from model.labels import PASSED_DOWN_SLOTS, Decision, DecisionKey, Slot, Status
from model.nodes import Kind, Node
from model.outline import Outline


class Source(StrEnum):
    """Whose word a shown value is."""

    ADJUDICATED = "adjudicated"
    OWN = "own"
    REVIEWER = "reviewer"  # another person's
    SUGGESTED = "suggested"
    INHERITED = "inherited"
    NONE = "none"

    @classmethod
    def _missing_(cls, value: object) -> Source | None:
        return cls.REVIEWER if value == OTHER_REVIEWER else None


# Nobody has decided what is shown.
SUGGESTIONS = frozenset({Source.SUGGESTED, Source.INHERITED})
# What datasets called a person's word before they said "reviewer".
OTHER_REVIEWER = "other reviewer"


class Shown(NamedTuple):
    """A slot's value as the window and the exports show it, and whose word it is.

    `node` holds the decision; it is not the node that was asked about if the value is inherited.
    """

    value: Any
    source: Source
    node: str
    decision: Decision | None = None


# So many moves are remembered; who goes further back has looked at something else meanwhile.
_MOVES = 32


class Review:
    """The state that edits act on. `apply` is the only way it changes, so memory and file stay equal.

    `moves` are the last edits that put nodes elsewhere, the latest last: what an edit takes back is put where
    it was. `alone` is the id of who judges without other people's words, empty if nobody does: then only
    what was settled is shown of these.
    """

    def __init__(self, document: Document, nodes: Iterable[Node], decisions: Iterable[Decision],
                 machines: frozenset[str]) -> None:  # fmt: skip
        self.document = document
        self.outline = Outline(nodes)
        self.machines = machines
        self.alone = ""
        self.moves: deque[Edit] = deque(maxlen=_MOVES)
        self._decisions: dict[str, dict[DecisionKey, Decision]] = {}
        for decision in decisions:
            key = decision.key
            of_node = self._decisions.get(key.node)
            if of_node is None:
                self._decisions[key.node] = {key: decision}
            else:
                of_node[key] = decision

    def copy(self) -> Review:
        """A copy in the same state, to try edits on."""
        said = (decision for of_node in self._decisions.values() for decision in of_node.values())
        made = Review(self.document, self.outline, said, self.machines)
        made.alone = self.alone
        return made

    def decisions(self, node_id: str) -> list[Decision]:
        """Everybody's current decisions on a node."""
        return list(self._decisions.get(node_id, {}).values())

    def decision(self, key: DecisionKey) -> Decision | None:
        return self._decisions.get(key.node, {}).get(key)

    def frames(self, node_id: str) -> int:
        """How many recommendations a node holds; 1 if nothing was decided on it."""
        last = 0
        for _, _, _, frame in self._decisions.get(node_id, ()):
            if frame > last:
                last = frame
        return 1 + last

    def frames_seen(self, node_id: str) -> int:
        """How many of these are shown: one that only another person sees is hidden from whoever reviews
        independently."""
        if not self.alone:
            return self.frames(node_id)
        seen = (d.key.frame for d in self._decisions.get(node_id, {}).values() if not self.hides(d))
        return 1 + max(seen, default=0)

    def shown(self, node_id: str, slot: Slot, reviewer: str, frame: int = 0) -> Shown:
        """Adjudicated, else this reviewer's, else another person's unless that is hidden, else the machine's
        suggestion; the latest of several.

        A suggestion that is inherited from the lead-in shows what the lead-in shows now: its role, and of
        its recommendations the last, which is open where its text ends. So does an item of a lead-in where
        nobody says anything of the item itself.
        """
        best: Decision | None = None
        best_source, best_key = Source.NONE, (9, 0.0, "")
        for decision in self._decisions.get(node_id, {}).values():
            if decision.key.slot is not slot or decision.key.frame != frame:
                continue
            source = self._source(decision, reviewer)
            if self.alone and self.hides(decision):
                continue
            key = (_PRECEDENCE[source], -decision.said_at, decision.key.reviewer)
            if key < best_key:
                best, best_source, best_key = decision, source, key
        above: Shown | None = None
        if best is None:
            if not frame and self._hangs_on_lead_in(node_id, slot, reviewer):
                above = self._shown_above(node_id, slot, reviewer)
            return above or Shown(None, Source.NONE, node_id)
        if best_source is Source.SUGGESTED and best.rule.startswith("inherited"):
            above = self._shown_above(node_id, slot, reviewer, best)
        return above or Shown(best.value, best_source, node_id, best)

    def _hangs_on_lead_in(self, node_id: str, slot: Slot, reviewer: str) -> bool:
        """Whether an item's value comes from its lead-in because nobody gave it one of its own."""
        node = self.outline.get(node_id)
        if slot not in PASSED_DOWN_SLOTS or node is None or node.kind is not Kind.ITEM:
            return False
        return self.shown(node_id, Slot.ROLE, reviewer).source is Source.INHERITED

    def _shown_above(self, node_id: str, slot: Slot, reviewer: str,
                     word: Decision | None = None) -> Shown | None:  # fmt: skip
        """The nearest value above, however many levels up; `word` is the one that says it comes down."""
        node = self.outline[node_id]
        while node.parent is not None:
            node = self.outline[node.parent]
            last = 0 if slot is Slot.ROLE else self.frames_seen(node.id) - 1
            above = self.shown(node.id, slot, reviewer, last)
            if above.value is not None:
                return Shown(above.value, Source.INHERITED, above.node, word or above.decision)
        return None

    def has_notes(self, node_id: str) -> bool:
        """Whether anybody wrote a note on a node."""
        note = Slot.NOTE
        keys = (key for key in self._decisions.get(node_id, ()) if key.slot is note)
        return any(not self.alone or key.reviewer == self.alone for key in keys)

    def notes(self, node_id: str) -> list[Decision]:
        """Everybody's notes on a node, the oldest first."""
        found = (d for d in self._decisions.get(node_id, {}).values() if d.key.slot is Slot.NOTE and d.value)
        return sorted((d for d in found if not self.hides(d)), key=attrgetter("said_at"))

    def status(self, node_id: str, reviewer: str) -> Status:
        said = Slot.STATUS
        for _, slot, _, _ in self._decisions.get(node_id, ()):
            if slot is said:
                value = self.shown(node_id, said, reviewer).value
                return Status(value) if value else Status.UNREVIEWED
        return Status.UNREVIEWED

    def hides(self, decision: Decision) -> bool:
        """Whether a decision is hidden: another person's, not settled, and this reviewer reviews
        independently."""
        who = decision.key.reviewer
        return (
            bool(self.alone) and who != self.alone and who not in self.machines and not decision.adjudicated
        )

    def apply(self, edit: Edit) -> None:
        """Makes an edit's changes; nodes that appear come before their children, those that go after."""
        if any(isinstance(change, NodeChange) and change.moves for change in edit.changes):
            self.moves.append(edit)
        for change in edit.changes:
            if isinstance(change, NodeChange):
                if change.after is None:
                    self.outline.drop(change.node_id)
                else:
                    self.outline.put(change.after)
            elif isinstance(change, DecisionChange):
                self._put(change)
        if edit.document is not None:
            self.document = edit.document.after
            self.machines |= frozenset(edit.document.machines)

    def _put(self, change: DecisionChange) -> None:
        of_node = self._decisions.setdefault(change.key.node, {})
        if change.after is None:
            of_node.pop(change.key, None)
        else:
            of_node[change.key] = change.after

    def _source(self, decision: Decision, reviewer: str) -> Source:
        if decision.adjudicated:
            return Source.ADJUDICATED
        if decision.key.reviewer == reviewer:
            return Source.OWN
        if decision.key.reviewer in self.machines:
            return Source.SUGGESTED
        return Source.REVIEWER


_PRECEDENCE = {source: index for index, source in enumerate(Source)}
