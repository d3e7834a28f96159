"""Which entry of a newer extraction is which entry of the older one: by place on the page, and by words.

Pure and one to one. First the same words on the same place, then places that overlap, then the same words on
the same page, then anywhere: each step only looks at what the one before left, so that 10,000 entries take
little time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from model.nodes import Kind, Node, Region

# Two entries are the same where the places that they share are this much of both together, or where the one
# lies in the other and their words are this much alike.
_SAME_PLACE = 0.5
_ALIKE = 0.5
# An entry has become part of another where this much of its place lies in the other's.
_PART = 0.6
# Shorter texts stand in many places: that they are the same says nothing.
_LEAST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Matching:
    """Ids of the older extraction's entries and of the newer one's.

    `pairs` is one to one, older to newer. `joined` names for an older entry without a partner the newer one
    that holds its place now.
    """

    pairs: Mapping[str, str]
    joined: Mapping[str, str]


def match(old: Sequence[Node], new: Sequence[Node]) -> Matching:
    """Both in reading order. Of an older entry its quote counts, not what a reviewer made of its words."""
    pairs: dict[str, str] = {}
    _pair_by(_same_page, old, new, pairs, _on_one_place)
    taken = set(pairs.values())
    left_old = [node for node in old if node.id not in pairs]
    left_new = [node for node in new if node.id not in taken]
    _pair_by_place(left_old, left_new, pairs)
    _pair_by(_same_page, old, new, pairs)
    _pair_by(_same_words, old, new, pairs)
    return Matching(pairs, _holders([node for node in old if node.id not in pairs], new))


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    words, others = Counter(_folded(one).split()), Counter(_folded(other).split())
    there = words.total() + others.total()
    return 2 * (words & others).total() / there if there else 1.0


def _pair_by(key: Callable[[Node], Hashable | None], old: Sequence[Node], new: Sequence[Node],
             pairs: dict[str, str], fits: Callable[[Node, Node], bool] | None = None) -> None:  # fmt: skip
    """Pairs what has the same key, and fits; of several, those that lie nearest, then in reading order."""
    taken = set(pairs.values())
    waiting: dict[Hashable, list[Node]] = defaultdict(list)
    for node in new:
        if node.id not in taken and (found := key(node)) is not None:
            waiting[found].append(node)
    for node in old:
        if node.id in pairs or (found := key(node)) is None or not waiting.get(found):
            continue
        there = waiting[found][:_MOST_ALIKE]
        same = [other for other in there if fits(node, other)] if fits is not None else there
        if same:
            best = min(same, key=partial(_apart, node))
            waiting[found].remove(best)
            pairs[node.id] = best.id


_MOST_ALIKE = 40  # entries with the same words on a page, that are compared by place


def _same_page(node: Node) -> Hashable | None:
    words = _folded(_words(node))
    return (node.page, words, node.number) if words or node.number else None


def _same_words(node: Node) -> Hashable | None:
    words = _folded(_words(node))
    if node.kind is Kind.FURNITURE or len(words) < _LEAST_LETTERS:
        return None
    return words


def _words(node: Node) -> str:
    return node.anchor.quote or node.text


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _on_one_place(one: Node, other: Node) -> bool:
    mine, theirs = one.anchor.regions, other.anchor.regions
    return mine == theirs or any(_shared(here, there) for here in mine for there in theirs)


def _apart(one: Node, other: Node) -> float:
    """How far two entries lie from each other, in points; pages are far."""
    if not one.anchor.regions or not other.anchor.regions:
        return 0.0 if one.anchor.regions == other.anchor.regions else 1e9
    here, there = one.anchor.regions[0], other.anchor.regions[0]
    return abs(here.page - there.page) * 1e4 + abs(here.y0 - there.y0) + abs(here.x0 - there.x0)


def _pair_by_place(old: Sequence[Node], new: Sequence[Node], pairs: dict[str, str]) -> None:
    by_id, others = {node.id: node for node in old}, {node.id: node for node in new}
    order = {node.id: at for at, node in enumerate(old)}
    scored = []
    for (one, other), shared in _overlaps(old, new).items():
        mine, theirs = area(by_id[one].anchor.regions), area(others[other].anchor.regions)
        together = shared / (mine + theirs - shared)
        inside = shared / min(mine, theirs)
        alike = likeness(_words(by_id[one]), _words(others[other]))
        if together >= _SAME_PLACE or (inside >= _SAME_PLACE and alike >= _ALIKE):
            scored.append((-(together + alike), order[one], one, other))
    taken: set[str] = set()
    for _, _, one, other in sorted(scored):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)


def _holders(parts: Sequence[Node], wholes: Sequence[Node]) -> dict[str, str]:
    """For each part the whole that most of its place lies in, where there is one."""
    places = {node.id: area(node.anchor.regions) for node in parts}
    best: dict[str, tuple[float, str]] = {}
    for (part, whole), shared in _overlaps(parts, wholes).items():
        share = shared / places[part]
        if share >= _PART and share > best.get(part, (0.0, ""))[0]:
            best[part] = share, whole
    return {part: whole for part, (_, whole) in best.items()}


def covered(node: Node, regions: Iterable[Region]) -> float:
    """The share of a node's place that rectangles cover, which do not lie on each other; 0 to 1."""
    whole = area(node.anchor.regions)
    if not whole:
        return 0.0
    shared = sum(_shared(mine, other) for mine in node.anchor.regions for other in regions)
    return min(1.0, shared / whole)


def area(regions: Iterable[Region]) -> float:
    """Square points."""
    return sum(max(0.0, region.x1 - region.x0) * max(0.0, region.y1 - region.y0) for region in regions)


def _shared(one: Region, other: Region) -> float:
    if one.page != other.page:
        return 0.0
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across * down if across > 0 and down > 0 else 0.0


def _overlaps(old: Sequence[Node], new: Sequence[Node]) -> dict[tuple[str, str], float]:
    """The area that two entries share, in square points, for all that share any."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    pages: dict[int, tuple[list[tuple[Region, str]], list[tuple[Region, str]]]] = {}
    for side, nodes in enumerate((old, new)):
        for node in nodes:
            for region in node.anchor.regions:
                pages.setdefault(region.page, ([], []))[side].append((region, node.id))
    for ours, theirs in pages.values():
        for one, other, shared in _sweep(ours, theirs):
            found[one, other] += shared
    return found


def _sweep(ours: list[tuple[Region, str]],
           theirs: list[tuple[Region, str]]) -> Iterator[tuple[str, str, float]]:  # fmt: skip
    """Down the page: only what is still open below its top can share a place."""
    rows = sorted([(r.y0, 0, r, n) for r, n in ours] + [(r.y0, 1, r, n) for r, n in theirs])
    reach: tuple[list[tuple[Region, str]], list[tuple[Region, str]]] = ([], [])
    for top, side, region, node in rows:
        across = reach[1 - side]
        across[:] = [entry for entry in across if entry[0].y1 > top]
        for other_region, other in across:
            shared = _shared(region, other_region)
            if shared:
                yield (node, other, shared) if side == 0 else (other, node, shared)
        reach[side].append((region, node))
