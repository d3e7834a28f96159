"""Doubts that come up in review, beside those of the extraction: levels, lead-ins, entries on one place.

Like those they are read off the tree as it is now, so that the list can be made again after edits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.documents import Bookmark
from model.doubts import Doubt, DoubtKind, Found, ReviewDoubtKind, Standing
from model.extracting_again import CHANGED, UNMATCHED
from model.extraction.doubts import doubts_of, follows
from model.extraction.numbering.systems import readings
from model.labels import APPROVED, Role, Status
from model.nodes import AGAIN, Kind, Node, Region, first_words

# Of the smaller entry's area, that must lie on the other one before it is worth a word.
_SHARED = 0.35
_LEAST_AREA = 20.0  # square points
_NEIGHBOURS = 40  # rectangles at one height that are compared: a page set in columns has fewer
_ON_PAGE = frozenset({Kind.TITLE, Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM, Kind.FOOTNOTE})
# A lead-in of these roles makes its items what it is itself.
_PASSED_DOWN = frozenset({Role.RECOMMENDATION, Role.DECISION, Role.PREAMBULAR})


def all_doubts(nodes: Sequence[Node], standings: Mapping[str, Standing], bookmarks: Iterable[Bookmark] = (),
               coverage: float = 1.0, of_pages: Iterable[Doubt] = (),
             names: Mapping[str, str] | None = None) -> list[Found]:  # fmt: skip
    """Every doubt of a document, each kind in reading order. `of_pages` are the extraction's of whole pages,
    `names` the reviewers' by id.

    A wrong level says more than the break in the numbering that it makes, so that one is left out; what a
    reviewer has accepted is no longer unsure.
    """
    levels = dict(_levels(nodes))
    explained = {node for found, behind in levels.items() for node in (*found.nodes, behind)}
    breaks = (DoubtKind.GAP, DoubtKind.REPEAT)
    found = [_as_found(doubt) for doubt in of_pages]
    for doubt in doubts_of(nodes, bookmarks, coverage):
        if doubt.kind in breaks and doubt.node in explained:
            continue
        if doubt.kind is DoubtKind.CONFIDENCE and _standing(standings, doubt.node).status in APPROVED:
            continue
        found.append(_as_found(doubt))
    differing = _differing(nodes, standings, names or {})
    return [*_left_again(nodes), *differing, *found, *levels, *_roles(nodes, standings), *_overlaps(nodes)]


def _as_found(doubt: Doubt) -> Found:
    return Found(doubt.kind, doubt.node, doubt.page, doubt.text, (doubt.node,) if doubt.node else ())


def _standing(standings: Mapping[str, Standing], node: str) -> Standing:
    return standings.get(node, Standing())


# -- after extracting again ----------------------------------------------------------------------------------


def _left_again(nodes: Sequence[Node]) -> Iterator[Found]:
    """What a newer extraction did not find, or reads otherwise than a person reviewed it."""
    for node in nodes:
        mark = node.extra.get(AGAIN)
        if mark == UNMATCHED:
            text = f"{_named(node)} could not be matched with the newer extraction; it was kept."
            yield Found(ReviewDoubtKind.UNMATCHED, node.id, node.page, text, (node.id,))
        elif mark == CHANGED:
            text = f"{_named(node)} has other words now than when it was reviewed."
            yield Found(ReviewDoubtKind.REWORDED, node.id, node.page, text, (node.id,))


# -- several people ------------------------------------------------------------------------------------------


def _differing(nodes: Sequence[Node], standings: Mapping[str, Standing],
               names: Mapping[str, str]) -> Iterator[Found]:  # fmt: skip
    """What people who labelled the same entry do not agree on."""
    for node in nodes:
        said: dict[str, list[str]] = {}
        for slot, reviewer, words in _standing(standings, node.id).differing:
            said.setdefault(slot, []).append(f"{names.get(reviewer, reviewer)} says {words}")
        if said:
            text = "; ".join(f"{slot.lower()}: {', '.join(words)}" for slot, words in said.items())
            yield Found(ReviewDoubtKind.DIFFERING, node.id, node.page, f"{_named(node)}, {text}.", (node.id,))


# -- levels --------------------------------------------------------------------------------------------------


def _levels(nodes: Sequence[Node]) -> Iterator[tuple[Found, str]]:
    """Each with the entry after it, whose number seems to break the run."""
    children: dict[str | None, list[Node]] = {}
    for node in nodes:
        children.setdefault(node.parent, []).append(node)
    by_id = {node.id: node for node in nodes}
    for parent, below in children.items():
        items = [node for node in below if node.kind is Kind.ITEM and node.number]
        yield from _lists_in_a_list(items)
        above = by_id.get(parent) if parent is not None else None
        if above is not None and above.kind is Kind.ITEM and above.number:
            yield from _back_to_above(above, items)


def _lists_in_a_list(items: Sequence[Node]) -> Iterator[tuple[Found, str]]:
    """(a) (b) (i) (ii) (c) on one level: (i) and (ii) belong below (b)."""
    for at in range(1, len(items)):
        before, first = items[at - 1], items[at]
        if not _opens(first.number) or follows(before.number, first.number):
            continue
        run = _run(items[at:])
        rest = items[at + len(run) :]
        if rest and follows(before.number, rest[0].number):
            between = f"between {before.printed_number} and {rest[0].printed_number}"
            if len(run) > 1:
                text = f"Items {_from_to(run)} count on their own {between}."
            else:
                text = f"Item {first.printed_number} counts on its own {between}."
            ids = tuple(node.id for node in run)
            yield Found(ReviewDoubtKind.LEVEL, first.id, first.page, text, ids), rest[0].id


def _back_to_above(above: Node, items: Sequence[Node]) -> Iterator[tuple[Found, str]]:
    """(i) (ii) (c) (d) below (b): (c) and (d) go on where (b) stands."""
    for at, item in enumerate(items):
        begins = _opens(item.number) if at == 0 else follows(items[at - 1].number, item.number)
        if begins or not follows(above.number, item.number):
            continue
        run = _run(items[at:])
        if len(run) > 1:
            text = f"Items {_from_to(run)} go on from {above.printed_number}, but are"
        else:
            text = f"Item {item.printed_number} goes on from {above.printed_number}, but is"
        ids = tuple(node.id for node in run)
        text += " one level below it."
        yield Found(ReviewDoubtKind.LEVEL, item.id, item.page, text, ids), item.id
        return


def _run(items: Sequence[Node]) -> list[Node]:
    """The first of some items, with those that count on from it."""
    run = [items[0]]
    for item in items[1:]:
        if not follows(run[-1].number, item.number):
            break
        run.append(item)
    return run


def _from_to(run: Sequence[Node]) -> str:
    return f"{run[0].printed_number} {'and' if len(run) == 2 else 'to'} {run[-1].printed_number}"


def _opens(number: str) -> bool:
    return any(value == 1 for _, value in readings(number))


# -- lead-ins ------------------------------------------------------------------------------------------------


def _roles(nodes: Sequence[Node], standings: Mapping[str, Standing]) -> Iterator[Found]:
    """Items of one list that disagree, with each other or with a lead-in that passes its role down.

    A list that agrees below a lead-in of the other roles is not a doubt: "the following recommendations were
    made" is procedural itself.
    """
    below: dict[str, list[Node]] = {}
    for node in nodes:
        rejected = _standing(standings, node.id).status is Status.REJECTED
        if node.kind is Kind.ITEM and node.parent is not None and not rejected:
            below.setdefault(node.parent, []).append(node)
    for node in nodes:
        role = _standing(standings, node.id).role
        items = [item for item in below.get(node.id, ()) if _standing(standings, item.id).role is not None]
        roles = Counter(_standing(standings, item.id).role for item in items)
        if role is None or not roles or (len(roles) == 1 and (role in roles or role not in _PASSED_DOWN)):
            continue
        wanted = role if role in roles or role in _PASSED_DOWN else roles.most_common(1)[0][0]
        others = [item for item in items if _standing(standings, item.id).role is not wanted]
        if all(_standing(standings, item.id).status in APPROVED for item in others):
            continue
        words = sorted({str(_standing(standings, item.id).role) for item in others})
        text = f"{_named(node)} leads in {len(items)} items: {len(others)} of them {' or '.join(words)}"
        text += f", not {wanted}." if others else "."
        ids = tuple(item.id for item in others)
        yield Found(ReviewDoubtKind.ROLES, node.id, node.page, text, ids, str(wanted))


# -- places --------------------------------------------------------------------------------------------------


def _overlaps(nodes: Sequence[Node]) -> Iterator[Found]:
    """Two entries that claim one place of a page: what stands there is in one of them by mistake."""
    by_page: dict[int, list[tuple[Region, int]]] = {}
    for index, node in enumerate(nodes):
        if node.kind in _ON_PAGE:
            for region in node.anchor.regions:
                by_page.setdefault(region.page, []).append((region, index))
    pairs: dict[int, int] = {}  # the later entry, and the first that it shares its place with
    for regions in by_page.values():
        regions.sort(key=lambda one: one[0].y0)
        for at, (region, one) in enumerate(regions):
            for other_region, other in regions[at + 1 : at + 1 + _NEIGHBOURS]:
                if other_region.y0 >= region.y1:
                    break
                if one != other and _share(region, other_region) > _SHARED:
                    later = max(one, other)
                    pairs[later] = min(one, other, pairs.get(later, later))
    for other, one in sorted(pairs.items()):
        first, second = nodes[one], nodes[other]
        text = f"{_named(first)} and {_named(second)} are in the same place on the page."
        page = second.page or first.page
        yield Found(ReviewDoubtKind.OVERLAP, second.id, page, text, (first.id, second.id))


def _share(one: Region, other: Region) -> float:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    if across <= 0 or down <= 0:
        return 0.0
    smaller = min(_area(one), _area(other))
    return across * down / smaller if smaller > _LEAST_AREA else 0.0


def _area(region: Region) -> float:
    return (region.x1 - region.x0) * (region.y1 - region.y0)


def _named(node: Node) -> str:
    if node.number and node.number[:1].isalnum():
        return f"{node.kind.value.capitalize()} {node.printed_number}"
    return first_words(node.text)
