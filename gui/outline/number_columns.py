"""The columns of the entries' numbers: how wide the numbers of each depth are."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from gui.outline.rows import Row
from model.outline import Outline

_LONGEST_NUMBER = 8  # letters that a column has room for

_node, _depth = attrgetter("node"), attrgetter("depth")


class NumberColumns:
    """The longest number of each depth among the rows, in letters; counted when it is asked for."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._letters: dict[str, int] = {}  # of entries' numbers as they are shown
        self._longest: dict[int, int] | None = None  # by depth

    @property
    def is_counted(self) -> bool:
        return self._longest is not None

    def letters(self, depth: int, rows: Sequence[Row]) -> int:
        """Those of the longest number of a depth; `rows` are all that there are."""
        if self._longest is None:
            self._longest = self._count(rows)
        return self._longest.get(depth, 0)

    def forget(self) -> None:
        """Other rows are there."""
        self._longest = None

    def forget_number(self, node_id: str) -> None:
        """An entry has another number."""
        self._letters.pop(node_id, None)

    def follow(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        """Some rows became others; all are counted again only where the longest may have gone."""
        if self._longest is None:
            return
        longest, new = dict(self._longest), self._count(after)
        for depth, length in self._count(before).items():
            if longest[depth] == length > new.get(depth, 0):
                self._longest = None
                return
        for depth, length in new.items():
            longest[depth] = max(longest.get(depth, 0), length)
        self._longest = longest

    def _count(self, rows: Sequence[Row]) -> dict[int, int]:
        found: dict[int, int] = {}
        nodes, letters = self._outline, self._letters
        ids = list(map(_node, rows))
        for node_id in ids:
            if node_id not in letters and node_id in nodes:
                letters[node_id] = min(len(nodes[node_id].printed_number), _LONGEST_NUMBER)
        # Of ten thousand rows there are few pairs, and making their set calls no Python.
        for depth, length in set(zip(map(_depth, rows), map(letters.get, ids), strict=True)):
            found[depth] = max(found.get(depth, 0), length or 0)
        return found
