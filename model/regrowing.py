"""The outline of a newer extraction, with what people placed put back where they placed it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from model.nodes import Kind, Node
from model.outline import RANK_STEP, Outline

_LEVELLED = (Kind.SECTION, Kind.ITEM)


@dataclass(frozen=True, slots=True)
class OutlinePlace:
    """Where an entry hangs. `derived` says that `level` follows from it, not from what the extractor says."""

    id: str
    parent: str | None
    rank: int
    level: int | None
    derived: bool


@dataclass(slots=True)
class Regrown:
    """A tree of ids: the older ones where an entry is found again, else the newer ones."""

    old: Outline
    parents: dict[str, str | None]
    children: dict[str | None, list[str]]
    moved: frozenset[str]  # entries that hang elsewhere than the extractor says

    def places(self, kind_of: Callable[[str], Kind]) -> Iterator[OutlinePlace]:
        """In reading order, parents first."""
        stack: list[tuple[str, int, bool, dict[Kind, int]]] = [
            (node_id, rank, False, {}) for node_id, rank in reversed(self._ranked(None))
        ]
        while stack:
            node_id, rank, below_moved, depths = stack.pop()
            kind = kind_of(node_id)
            derived = below_moved or node_id in self.moved
            level = depths.get(kind, 0) + 1 if kind in _LEVELLED else None
            yield OutlinePlace(node_id, self.parents[node_id], rank, level, derived)
            inside = {**depths, kind: depths.get(kind, 0) + 1}
            stack += [(child, order, derived, inside) for child, order in reversed(self._ranked(node_id))]

    def _ranked(self, parent: str | None) -> list[tuple[str, int]]:
        """The children with their ranks: as they were, where their order allows it."""
        row = self.children.get(parent, [])
        known: list[int | None] = []
        for node_id in row:
            node = self.old.get(node_id)
            known.append(node.rank if node is not None and node.parent == parent else None)
        kept = _rising(known)
        ranks: list[int] = []
        at = 0
        while at < len(row):
            if at in kept:
                rank = known[at]
                assert rank is not None
                ranks.append(rank)
                at += 1
                continue
            end = next((i for i in range(at, len(row)) if i in kept), len(row))
            gap = end - at + 1
            low = ranks[-1] if ranks else None
            high = known[end] if end < len(row) else None
            if low is None:
                low = high - RANK_STEP * gap if high is not None else 0
            if high is None:
                high = low + RANK_STEP * gap
            step = (high - low) // gap
            if not step:
                return [(node_id, RANK_STEP * (i + 1)) for i, node_id in enumerate(row)]
            ranks += [low + step * (i + 1) for i in range(end - at)]
            at = end
        return list(zip(row, ranks, strict=True))


def regrow(old: Outline, new: Outline, partners: Mapping[str, str], absorbed: Mapping[str, str],
           fixed: frozenset[str], recut: frozenset[str]) -> Regrown:  # fmt: skip
    """`partners` gives the older id of a newer entry, `absorbed` the older entry that holds a newer one.

    `fixed` are older entries that keep their place, `recut` those whose kind a person chose.
    """
    tree = _Tree(old, new, partners, absorbed, fixed)
    tree.take_new()
    for node in old:
        if node.id in fixed:
            tree.put_back(node)
    return Regrown(old, tree.parents, tree.children, frozenset(tree.moved | recut))


class _Tree:
    def __init__(self, old: Outline, new: Outline, partners: Mapping[str, str],
                 absorbed: Mapping[str, str], fixed: frozenset[str]) -> None:  # fmt: skip
        self._old = old
        self._fixed = fixed
        self._new = new
        self._partners = partners
        self._absorbed = absorbed
        self.parents: dict[str, str | None] = {}
        self.children: dict[str | None, list[str]] = {}
        self.moved: set[str] = set()

    def take_new(self) -> None:
        """Each where the extractor says; one that is part of an older entry brings that one, once."""
        for node in self._new:
            node_id = self._id_of(node.id)
            if node_id not in self.parents:
                parent = None if node.parent is None else self._id_of(node.parent)
                self.parents[node_id] = parent
                self.children.setdefault(parent, []).append(node_id)
            if node.parent in self._absorbed:
                self.moved.add(node_id)

    def _id_of(self, new_id: str) -> str:
        return self._absorbed.get(new_id) or self._partners.get(new_id, new_id)

    def put_back(self, node: Node) -> None:
        """Hangs an older entry where it hung: below the nearest entry above it that is still there."""
        at = node
        while at.parent is not None and at.parent not in self.parents:
            at = self._old[at.parent]
        placed = node.id in self.parents
        if placed and (at is not node or self._is_below(at.parent, node.id)):
            return
        if placed:
            self.children[self.parents[node.id]].remove(node.id)
        self.parents[node.id] = at.parent
        row = self.children.setdefault(at.parent, [])
        row.insert(self._index(row, at), node.id)
        self.moved.add(node.id)

    def _is_below(self, node_id: str | None, above: str) -> bool:
        while node_id is not None:
            if node_id == above:
                return True
            node_id = self.parents[node_id]
        return False

    def _index(self, row: list[str], at: Node) -> int:
        """After the nearest entry that stood before it, else in front of one that stood after it and that
        is not still to be put back itself."""
        siblings = self._old.children(at.parent)
        own = next(i for i, other in enumerate(siblings) if other.id == at.id)
        there = {node_id: i for i, node_id in enumerate(row)}
        for other in reversed(siblings[:own]):
            if other.id in there:
                return there[other.id] + 1
        for other in siblings[own + 1 :]:
            if other.id in there and other.id not in self._fixed:
                return there[other.id]
        return len(row)


def _rising(ranks: list[int | None]) -> frozenset[int]:
    """The places of a longest run of ranks that rises."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for at, rank in enumerate(ranks):
        if rank is None:
            continue
        where = bisect_left(tails, rank)
        before[at] = ends[where - 1] if where else None
        tails[where : where + 1] = [rank]
        ends[where : where + 1] = [at]
    found = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)
