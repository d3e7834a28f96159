"""Which entries the outline shows: by kind, and by what the reader asked the filter for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from gui.outline.looks import Looks
from model.folding import plain
from model.labels import Status
from model.nodes import Kind, Node

# Kinds that the menu can show or hide, with its words; the other kinds always show.
OPTIONAL = {
    Kind.FOOTNOTE: "Footnotes",
    Kind.FURNITURE: "Headers, footers and page numbers",
    Kind.CONTENTS: "Contents pages",
    Kind.TABLE: "Tables",
    Kind.FIGURE: "Figures",
}
HIDDEN_AT_FIRST = frozenset({Kind.FOOTNOTE, Kind.FURNITURE, Kind.CONTENTS})


class Filter(NamedTuple):
    """An empty part asks for nothing. The words must all occur, in any order, in number or text; roles are
    codes."""

    words: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    states: frozenset[Status] = frozenset()
    doubtful: bool = False
    noted: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.by_look)

    @property
    def by_look(self) -> bool:
        """Whether it asks for more than words."""
        return bool(self.roles or self.states or self.doubtful or self.noted)

    @classmethod
    def words_of(cls, text: str) -> tuple[str, ...]:
        return tuple(plain(text).split())


def wanted(asked: Filter, hidden: frozenset[Kind], looks: Looks) -> Callable[[Node], bool]:
    """The test that tells which entries are shown for their own sake."""
    return partial(_is_wanted, asked, hidden, looks)


def _is_wanted(asked: Filter, hidden: frozenset[Kind], looks: Looks, node: Node) -> bool:
    if node.kind in hidden:
        return False
    if asked.words:
        text = plain(f"{node.printed_number} {node.text}")
        if not all(word in text for word in asked.words):
            return False
    if not asked.by_look:
        return True
    look = looks.of(node)
    return (
        (not asked.roles or (look.role is not None and look.role.code in asked.roles))
        and (not asked.states or look.status in asked.states)
        and (not asked.doubtful or look.doubtful)
        and (not asked.noted or look.noted)
    )
