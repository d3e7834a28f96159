"""What the inspector speaks about: the selected entries of the review, for one reviewer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from gui.inspector.origin import Origin, Stand, origin_of, stand_of
from gui.texts import KIND_WORDS, percent, telling
from gui.wording import in_words
from model.differing import Place, differing
from model.labels import RECOMMENDATION_SLOTS, Decision, Reviewer, Role, Slot, Status
from model.nodes import CLASSIFIED, Node, first_words
from model.review import Review, Shown, Source
from model.schemes import Scheme

# Of more entries than this it is not looked up what they share: all of a large report may be selected.
_MOST_COMPARED = 250
# Shown of every recommendation, filled or not.
ALWAYS = (Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES, Slot.VERB)
_OF_CLAUSES = frozenset(RECOMMENDATION_SLOTS)


class Value(NamedTuple):
    """A slot's value as it is shown. Of several entries: the one that they share, or `mixed`."""

    value: Any
    stand: Stand
    origin: Origin
    own: bool = False
    note: str = ""
    mixed: bool = False


@dataclass(frozen=True)
class Subject:
    """One or several entries. `names` are the reviewers' names by their ids, `frame` says which
    recommendation of a single entry is meant."""

    review: Review
    reviewer: Reviewer
    nodes: tuple[Node, ...]
    names: Mapping[str, str]
    scheme: Scheme
    frame: int = 0

    @property
    def node(self) -> Node:
        return self.nodes[0]

    @property
    def single(self) -> bool:
        return len(self.nodes) == 1

    @cached_property
    def labelled(self) -> tuple[Node, ...]:
        """Those that have labels: paragraphs and items."""
        return tuple(node for node in self.nodes if node.kind in CLASSIFIED)

    @property
    def classified(self) -> bool:
        """Whether any of them has a role; headings beside it are left as they are."""
        return bool(self.labelled)

    def shown(self, slot: Slot) -> Shown:
        frame = self.frame if slot in _OF_CLAUSES else 0
        node = self.labelled[0] if self.labelled else self.node
        return self.review.shown(node.id, slot, self.reviewer.id, frame)

    @property
    def count(self) -> int:
        """How many recommendations it holds."""
        return self.review.frames_seen(self.node.id) if self.single else 1

    def value(self, slot: Slot) -> Value:
        """The value of the only entry, or what all of them share."""
        first = self.shown(slot)
        if not self.single:
            if len(self.labelled) > _MOST_COMPARED:
                return Value(None, Stand.NONE, Origin("of many"), mixed=True)
            others = (self.review.shown(node.id, slot, self.reviewer.id) for node in self.labelled[1:])
            if any(other.value != first.value for other in others):
                return Value(None, Stand.NONE, Origin("differs"), mixed=True)
            decided = all(self._stand(node, slot) is Stand.DECIDED for node in self.labelled)
            stand = Stand.NONE if first.value is None else Stand.DECIDED if decided else Stand.SUGGESTED
            return Value(first.value, stand, Origin(stand.value, stand=stand))
        stand = stand_of(first)
        decision = first.decision
        sure = percent(decision.confidence) if stand is Stand.SUGGESTED and decision is not None else ""
        own = first.source is Source.OWN
        return Value(first.value, stand, self._with_others(slot, self._origin(first)), own, sure)

    def said_by_others(self, slot: Slot) -> tuple[str, ...]:
        """What other people say of the only entry where they differ, "Ada Lovelace: Observation"."""
        if not self.single:
            return ()
        said = self._differing.get((slot, self.frame if slot in _OF_CLAUSES else 0), ())
        return tuple(
            f"{self.names.get(one.key.reviewer, one.key.reviewer)}: {in_words(slot, one.value, self.scheme)}"
            for one in said
            if one.key.reviewer != self.reviewer.id
        )

    @cached_property
    def _differing(self) -> dict[Place, list[Decision]]:
        return differing(self.review, self.node.id)

    def _with_others(self, slot: Slot, origin: Origin) -> Origin:
        others = self.said_by_others(slot)
        if not others:
            return origin
        words = origin.words.removeprefix("decided by ")
        return origin._replace(words=" · ".join((words, *others)), story="\n".join((origin.story, *others)))

    @property
    def has_anatomy(self) -> bool:
        """Whether force, addressees and verb make sense: of recommendations, and where somebody said them."""
        if not self.classified:
            return False
        compared = self.labelled[:_MOST_COMPARED]
        roles = (self.review.shown(n.id, Slot.ROLE, self.reviewer.id).value for n in compared)
        if any(role == Role.RECOMMENDATION for role in roles):
            return True
        said = (self.shown(slot).source for slot in RECOMMENDATION_SLOTS)
        return any(source not in (Source.NONE, Source.SUGGESTED) for source in said)

    @property
    def status(self) -> Status | None:
        """Their state; None if they differ."""
        if len(self.nodes) > _MOST_COMPARED:
            return None
        states = {self.review.status(node.id, self.reviewer.id) for node in self.nodes}
        return states.pop() if len(states) == 1 else None

    @property
    def heading(self) -> str:
        """ "12 · Recommendation", or how many there are."""
        if not self.single:
            return f"{len(self.nodes)} entries selected"
        role = self.shown(Slot.ROLE).value if self.classified else None
        word = self.scheme.label(Slot.ROLE, role).name if role else KIND_WORDS[self.node.kind]
        return " · ".join(filter(None, (telling(self.node.printed_number), word)))

    def _stand(self, node: Node, slot: Slot) -> Stand:
        return stand_of(self.review.shown(node.id, slot, self.reviewer.id))

    def _origin(self, shown: Shown) -> Origin:
        decision = shown.decision
        who = "" if decision is None else decision.key.reviewer
        above = self.review.outline.get(shown.node)
        return origin_of(shown, self.names.get(who, who), called(above) if above is not None else "")


def called(node: Node) -> str:
    """How one entry is spoken of elsewhere: its number, else its first words."""
    number = telling(node.printed_number)
    return number or first_words(node.text, 3)
