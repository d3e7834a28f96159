"""Doubts: what a reviewer should look at first.

All of it is read off the finished tree, so that the list can be made again after edits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from model.documents import Bookmark
from model.doubts import LOW, Doubt, DoubtKind
from model.extraction.likeness import heading_key, same_heading
from model.extraction.numbering.labels import SKIPPING_LABELS
from model.extraction.numbering.systems import readings
from model.nodes import Kind, Node

T = TypeVar("T")

# A contents page that shares fewer headings than this with the outline is another kind of list.
_SHARED = 0.3
# So long words are the same where they begin alike and are so much alike, except the last few letters, which
# may be those of what follows.
_LONG, _BEGINNING, _NEARLY, _SLACK = 20, 4, 0.9, 4
# No more are compared so: each is compared with all headings.
_COMPARED = 20
# What a contents list and a PDF's bookmarks may name beside headings.
_CAPTIONED = (Kind.TABLE, Kind.FIGURE)
_BOOKMARKED = (Kind.TITLE, *_CAPTIONED)
# Word processors keep places of their own under such names ("_GoBack", "_Toc123").
_HIDDEN = "_"
# The share of letters from which on nothing is outside the outline: single ones may be counted otherwise.
COVERED = 0.9995
# Letters of a printed page number, with strokes or a word around it: "– 12 –", "Page 12".
_LONGEST_PAGE = 12


def doubts_of(nodes: Sequence[Node], bookmarks: Iterable[Bookmark], coverage: float = 1.0) -> list[Doubt]:
    """All doubts of a document, in reading order within each kind."""
    headings = [node for node in nodes if node.kind is Kind.SECTION]
    return [
        *_paragraph_gaps(nodes),
        *_sibling_gaps(nodes),
        *_unlike_contents(nodes, headings),
        *_unlike_bookmarks(nodes, headings, bookmarks),
        *_low(nodes),
        *_unclaimed(coverage),
    ]


# -- numbers ---------------------------------------------------------------------------------------------


def _paragraph_gaps(nodes: Sequence[Node]) -> list[Doubt]:
    """Paragraphs count through the document; a resolution or an annex counts on its own inside, and so do
    boxes and bold sentences among the paragraphs."""
    doubts = []
    open_: dict[bool, list[tuple[tuple[int, ...], int]]] = {False: [], True: []}
    for node in nodes:
        if node.kind is not Kind.PARAGRAPH or not node.number[:1].isdecimal():
            continue
        parts = _parts(node.number)
        if parts is None:
            continue
        prefix, value = parts[:-1], parts[-1]
        runs = open_["boxed" in node.extra]
        depth = next((d for d in range(len(runs) - 1, -1, -1) if runs[d] == (prefix, value - 1)), None)
        if depth is None and value > 1:
            doubt = _broken_run(node, runs, prefix, value)
            if doubt is not None:
                doubts.append(doubt)
            depth = next((d for d in range(len(runs) - 1, -1, -1) if runs[d][0] == prefix), None)
        if depth is not None:
            del runs[depth:]
        runs.append((prefix, value))
        del runs[:-8]
    return doubts


def _broken_run(node: Node, runs: Sequence[tuple[tuple[int, ...], int]], prefix: tuple[int, ...],
                value: int) -> Doubt | None:  # fmt: skip
    last = next((last for other, last in reversed(runs) if other == prefix), None)
    if last is None:
        return Doubt(DoubtKind.GAP, node.id, node.page, f"Numbering opens with {node.number} instead of 1.")
    if value <= last:
        return Doubt(DoubtKind.REPEAT, node.id, node.page, f"Paragraph {node.number} follows {last}.")
    return Doubt(
        DoubtKind.GAP, node.id, node.page, f"Paragraph {node.number} follows {last}: a number is missing."
    )


def _parts(number: str) -> tuple[int, ...] | None:
    parts = number.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else None


def _sibling_gaps(nodes: Sequence[Node]) -> list[Doubt]:
    """Items of one list and headings of one level below one heading count without gaps."""
    doubts = []
    last: dict[tuple[str | None, Kind], Node] = {}
    for node in nodes:
        if node.kind not in (Kind.ITEM, Kind.SECTION) or not node.number or "." in node.number:
            continue
        if _counts_elsewhere(node):
            continue
        key = (node.parent, node.kind)
        before = last.get(key)
        if before is not None and not follows(before.number, node.number):
            doubt = _break(before, node)
            if doubt is not None:
                doubts.append(doubt)
        last[key] = node
    return doubts


def _counts_elsewhere(node: Node) -> bool:
    """Whether a number comes from another document: "Agenda item 17" follows "Agenda item 13" if those
    between were not discussed."""
    number = node.number.casefold()
    return node.text.casefold().startswith(tuple([f"{label} {number}" for label in SKIPPING_LABELS]))


def _break(before: Node, node: Node) -> Doubt | None:
    what = "Heading" if node.kind is Kind.SECTION else "Item"
    one, two = dict(readings(before.number)), dict(readings(node.number))
    shared = [system for system in one if system in two]
    if not shared or 1 in two.values():
        return None
    text = f"{what} {node.printed_number} follows {before.printed_number}"
    if any(two[s] <= one[s] for s in shared):
        return Doubt(DoubtKind.REPEAT, node.id, node.page, f"{text}.")
    return Doubt(DoubtKind.GAP, node.id, node.page, f"{text}: a number is missing.")


def follows(before: str, after: str) -> bool:
    """Whether one printed number comes directly after another in some way of counting."""
    one, two = dict(readings(before)), dict(readings(after))
    return any(two.get(system) == value + 1 for system, value in one.items())


# -- the outline against other lists of headings -----------------------------------------------------------


def _unlike_contents(nodes: Sequence[Node], headings: Sequence[Node]) -> list[Doubt]:
    lists = [node for node in nodes if node.kind is Kind.CONTENTS]
    if not lists:
        return []
    doubts = []
    # lists of tables and figures follow the list of headings
    captioned = [node for node in nodes if node.kind in _CAPTIONED]
    for node in lists:
        entries = [
            ((str(text), str(page)), heading_key(str(text)))
            for text, page, *_ in node.extra.get("entries", ())
        ]
        entries = [(entry, bare) for entry, bare in entries if len(bare) > 3]
        missing = _missing(entries, headings, captioned)
        if len(missing) > (1 - _SHARED) * len(entries):
            continue
        pages = _printed_pages(nodes) if missing else {}
        for (text, printed), _ in missing:
            said = f"The contents list “{text}”: no such heading."
            page = pages.get(heading_key(printed)) if printed else None
            place = ("", page) if page else (node.id, node.page)
            doubts.append(Doubt(DoubtKind.CONTENTS, *place, said))
    return doubts


def _printed_pages(nodes: Sequence[Node]) -> dict[str, int]:
    """The first page that has a number printed on it: an annex may count its pages again."""
    pages: dict[str, int] = {}
    for node in nodes:
        if node.kind is Kind.FURNITURE and len(node.text) <= _LONGEST_PAGE:
            pages.setdefault(heading_key(node.text), node.page)
    return pages


def _unlike_bookmarks(
    nodes: Sequence[Node], headings: Sequence[Node], bookmarks: Iterable[Bookmark]
) -> list[Doubt]:
    first = headings[0].page if headings else 1  # what lies before is the cover
    marks = [
        (mark, heading_key(mark.title))
        for mark in bookmarks
        if mark.page and mark.page >= first and not mark.title.startswith(_HIDDEN)
    ]
    if not marks:
        return []
    # the words of a contents page itself name every heading
    begun = tuple(heading_key(node.text) for node in nodes if node.kind is Kind.CONTENTS)
    unnamed = [
        (mark, bare)
        for mark, bare in marks
        if len(bare) > 3 and not any(text.startswith(bare) for text in begun)
    ]
    missing = _missing(unnamed, headings, [node for node in nodes if node.kind in _BOOKMARKED])
    if len(missing) > (1 - _SHARED) * len(marks):
        return []
    return [
        Doubt(
            DoubtKind.BOOKMARK,
            "",
            mark.page,
            f"The PDF's own outline lists “{mark.title}”: no such heading.",
        )
        for mark, _ in missing
    ]


def _missing(wanted: Sequence[tuple[T, str]], *named: Sequence[Node]) -> Sequence[tuple[T, str]]:
    """The wanted headings, each with its key, that no node has. Tables have many words, so theirs are
    compared only if no other node has a heading."""
    for nodes in named:
        known = _words_of(nodes) if wanted else frozenset()
        wanted = [one for one in wanted if not _among(one[1], known)]
        if len(wanted) <= _COMPARED:
            wanted = [one for one in wanted if not _nearly_among(one[1], known)]
    return wanted


def _words_of(nodes: Sequence[Node]) -> frozenset[str]:
    """The words of nodes with and without their number, and without their label ("Vote 18 Health")."""
    words = set()
    for node in nodes:
        words |= {node.text, f"{node.number}{node.text}"}
        if node.number and node.number in node.text:
            label, number, rest = node.text.partition(node.number)
            if rest and len(label) < _LABEL:
                words |= {f"{number}{rest}", rest}
    return frozenset(map(heading_key, words))


def _among(bare: str, known: frozenset[str]) -> bool:
    """Whether some heading has these words: all of them, its beginning ("Annex I"), or most of it."""
    return bare in known or any(same_heading(bare, one) for one in known)


def _nearly_among(bare: str, known: Collection[str]) -> bool:
    """Whether some heading has nearly these words and all their digits: "and" may be printed as "&"."""
    digits = list(filter(str.isdigit, bare))
    likeness = SequenceMatcher(b=bare, autojunk=False)
    for one in known if len(bare) > _LONG else ():
        part = one[: len(bare)]
        same = part[:_BEGINNING] == bare[:_BEGINNING]
        if same and list(filter(str.isdigit, part[: len(bare) - _SLACK])) == digits:
            likeness.set_seq1(part)
            if likeness.quick_ratio() > _NEARLY and likeness.ratio() > _NEARLY:
                return True
    return False


# Longer words before a number are not a label of it.
_LABEL = 24


# -- the rest ----------------------------------------------------------------------------------------------


_OUTSIDE = "are in no entry: View > Layers > Text in no entry shows them."
_WORDS = {Kind.SECTION: "heading", Kind.PARAGRAPH: "paragraph", Kind.ITEM: "item"}


def _low(nodes: Sequence[Node]) -> list[Doubt]:
    return [
        Doubt(DoubtKind.CONFIDENCE, node.id, node.page, "; ".join((f"May be no {word}", *node.reasons)) + ".")
        for node in nodes
        if node.confidence < LOW and (word := _WORDS.get(node.kind)) is not None
    ]


def _unclaimed(coverage: float) -> list[Doubt]:
    if coverage >= COVERED:
        return []
    share = f"{100 * (1 - coverage):.1f}"
    return [Doubt(DoubtKind.UNCLAIMED, "", 0, f"{share} % of the pages' letters {_OUTSIDE}")]
