"""The outline as the flat list of rows that are visible now, and the steps from one such list to another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from model.edits import NodeChange
from model.nodes import Node
from model.outline import Outline

# More moves than this are told as one new order.
MOST_MOVES = 24


class Row(NamedTuple):
    """One visible entry. `context` is true where it is shown only for the sake of something below it."""

    node: str
    depth: int
    branch: bool = False  # something visible hangs below it
    open: bool = False
    context: bool = False


def visible_rows(outline: Outline, wanted: Callable[[Node], bool], closed: Collection[str],
                 top: Node | None = None, depth_of_top: int = 0) -> list[Row]:  # fmt: skip
    """The rows in reading order: what is wanted, what stands above it, nothing below what is closed.

    With `top`, only its row, at the given depth, and the rows below it.
    """
    nodes = list(outline if top is None else outline.subtree(top))
    branches: set[str | None] = set()
    matched: set[str] = set()
    for node in reversed(nodes):
        if wanted(node):
            matched.add(node.id)
        elif node.id not in branches:
            continue
        branches.add(node.parent)
    rows: list[Row] = []
    depths: dict[str | None, int] = {top.parent if top is not None else None: depth_of_top}
    for node in nodes:
        depth = depths.get(node.parent)
        if depth is None:
            continue
        node_id = node.id
        if node_id not in branches:
            if node_id in matched:
                rows.append(Row(node_id, depth))
            continue
        is_open = node_id not in closed
        if is_open:
            depths[node_id] = depth + 1
        rows.append(Row(node_id, depth, True, is_open, node_id not in matched))
    return rows


def top_of(outline: Outline, changes: Iterable[NodeChange]) -> Node | None:
    """The lowest entry below which all changes of an edit were made; None where only the report is.

    It and all above it are what and where they were before the edit, so that no row outside has changed.
    """
    shared: list[Node] | None = None  # what is above all of them, the lowest first
    for change in changes:
        for node in (change.before, change.after):
            if node is None or (node.parent is not None and node.parent not in outline):
                continue  # what was above it is gone too, and has a change that says from where
            above = list(outline.ancestors(node))
            shared = above if shared is None else [one for one in shared if one in above]
            if not shared:
                return None
    return shared[0] if shared else None


class Remove(NamedTuple):
    """This many rows go, from the row `first` on."""

    first: int
    rows: int


class Move(NamedTuple):
    """Rows `first` to `first + rows - 1` go in front of row `to` (counted before the move, to < first)."""

    first: int
    rows: int
    to: int


class Insert(NamedTuple):
    """This many rows come in before the row `first`."""

    first: int
    rows: int


class Reorder(NamedTuple):
    """The remaining rows take the order of `ids`."""

    ids: tuple[str, ...]


Step = Remove | Move | Insert | Reorder


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """What turns the one list of ids into the other: rows out, rows moved, rows in, as runs."""
    front, shortest = 0, min(len(old), len(new))
    while front < shortest and old[front] == new[front]:
        front += 1
    back = 0
    while back < shortest - front and old[-1 - back] == new[-1 - back]:
        back += 1
    before, after = old[front : len(old) - back], new[front : len(new) - back]
    stay, known = set(after), set(before)
    found: list[Step] = [Remove(front + at, count) for at, count in reversed(_runs(before, stay))]
    kept = [node for node in before if node in stay]
    wished = [node for node in after if node in known]
    found.extend(_moves(kept, wished, front, old[:front], old[len(old) - back :]))
    found.extend(Insert(front + at, count) for at, count in _runs(after, known))
    return found


def _runs(ids: Sequence[str], known: Collection[str]) -> list[tuple[int, int]]:
    """(start, length) of the runs of ids that are not among the known ones."""
    runs: list[tuple[int, int]] = []
    for at, node in enumerate(ids):
        if node in known:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return runs


def _moves(kept: list[str], wished: list[str], front: int, head: Sequence[str],
           tail: Sequence[str]) -> list[Step]:  # fmt: skip
    moves: list[Step] = []
    at = 0
    order = list(kept)
    while order != wished:
        while order[at] == wished[at]:
            at += 1
        if len(moves) == MOST_MOVES:
            return [Reorder((*head, *wished, *tail))]
        first = order.index(wished[at], at)
        count = 1
        while first + count < len(order) and order[first + count] == wished[at + count]:
            count += 1
        moves.append(Move(front + first, count, front + at))
        order[at : first + count] = order[first : first + count] + order[at:first]
    return moves
