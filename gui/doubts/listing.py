"""Doubts as the lines of their panel: by kind, each with its page and the beginning of an unsure entry.

The same doubt about many pages is one line that opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from gui.side.lines import Line
from model.doubts import DoubtKind, Found, ReviewDoubtKind
from model.review import Review

# Of one kind, that are listed at once: who has hundreds of them has one cause, not hundreds.
MOST_OF_A_KIND = 200
# From so many pages on which the same is wrong, they are one line.
ALIKE = 4
_BEGINNING = 80  # letters of an entry: more than a line has room for
# In the order in which they are listed.
TITLES: dict[str, str] = {
    DoubtKind.MENDED: "Damaged file",
    ReviewDoubtKind.UNMATCHED: "Not found by the newer extraction",
    ReviewDoubtKind.REWORDED: "Words changed since the review",
    ReviewDoubtKind.DIFFERING: "Reviewers who differ",
    DoubtKind.GAP: "Gaps in numbering",
    DoubtKind.REPEAT: "Numbers that repeat or go back",
    ReviewDoubtKind.LEVEL: "Level of items",
    ReviewDoubtKind.ROLES: "Items unlike their lead-in",
    DoubtKind.CONTENTS: "Different from the contents page",
    DoubtKind.BOOKMARK: "Different from the PDF’s own outline",
    ReviewDoubtKind.OVERLAP: "Two entries in one place",
    DoubtKind.CONFIDENCE: "Unsure entries",
    DoubtKind.UNCLAIMED: "Text in no entry",
    DoubtKind.UNREAD: "Pages without text",
    DoubtKind.PICTURED: "Pictures with words",
    DoubtKind.DAMAGED: "Damaged pages",
    DoubtKind.GARBLED: "Pages with garbled letters",
    DoubtKind.ILLEGIBLE: "Pages that are hard to read",
    DoubtKind.VERTICAL: "Pages written from top to bottom",
}
# What mends these is outside the outline: it is told of the chosen one, because many pages may need the same.
_ELSEWHERE = frozenset({DoubtKind.UNCLAIMED, DoubtKind.MENDED, DoubtKind.UNREAD, DoubtKind.PICTURED,
                        DoubtKind.DAMAGED, DoubtKind.GARBLED, DoubtKind.ILLEGIBLE,
                        DoubtKind.VERTICAL})  # fmt: skip
# How those are mended that take a person's judgement.
_SELECTED = "select its words there, and Shift+N makes an entry of them"
_DRAWN = "Review > On the page > Draw a new entry"
_DONE = "then D puts this line aside."
_BY_HAND: dict[str, str] = {
    ReviewDoubtKind.UNMATCHED: "If the report does not have it, Del takes it out.",
    ReviewDoubtKind.DIFFERING: "Label it correctly; once settled, that counts for everybody.",
    ReviewDoubtKind.REWORDED: "The history at the foot of the inspector has the words as they were.",
    DoubtKind.GAP: f"If the page has the number, {_SELECTED}. If the report skips it, it is not a problem.",
    DoubtKind.REPEAT: "N corrects a number that was misread. If the page has it so, it is not a problem.",
    DoubtKind.CONTENTS: f"If the page has the heading, {_SELECTED}, T and H a heading; E corrects its words.",
    DoubtKind.BOOKMARK: f"If the page has the heading, {_SELECTED}, T and H a heading; E corrects its words.",
    ReviewDoubtKind.OVERLAP: "Drag an edge of one away from the other, or select words on the page: Shift+X "
                             "takes them out of the selected entry. Del takes out one that says nothing new.",
    DoubtKind.UNCLAIMED: f"Select them there, and Shift+N makes an entry of them; {_DONE}",
    DoubtKind.UNREAD: f"Or {_DRAWN} makes an entry, and E types its words; {_DONE}",
    DoubtKind.ILLEGIBLE: f"Look for a better copy, or {_DRAWN} around a part, and E types its words; {_DONE}",
    DoubtKind.VERTICAL: f"{_DRAWN} makes an entry of each; {_DONE}",
    DoubtKind.CONFIDENCE: "If it is one, A accepts it; T and a letter say what else it is.",
}  # fmt: skip
# Of a page of these nothing is said but its number.
_OF_PAGES = frozenset({DoubtKind.UNREAD, DoubtKind.PICTURED, DoubtKind.DAMAGED, DoubtKind.GARBLED,
                       DoubtKind.ILLEGIBLE, DoubtKind.VERTICAL})  # fmt: skip
# Of these a button keeps what is shown, and the line says what else may be right.
EITHER = frozenset({ReviewDoubtKind.UNMATCHED, ReviewDoubtKind.REWORDED, ReviewDoubtKind.DIFFERING})


class Alike(NamedTuple):
    """The same doubt about many pages, as the data of the line that stands for them."""

    kind: str
    doubts: tuple[Found, ...]


def by_kind(shown: Sequence[Found]) -> dict[str, list[Found]]:
    """Doubts in the order in which they are listed."""
    kinds: dict[str, list[Found]] = {kind: [] for kind in TITLES}
    for found in shown:
        kinds[found.kind].append(found)
    return {kind: found for kind, found in kinds.items() if found}


def lines_of(kinds: dict[str, list[Found]], aside: set[str], opened: set[str],
             review: Review | None) -> list[Line]:  # fmt: skip
    """Doubts by kind, of which `aside` are the keys of those put aside; those of one kind that are one line
    also have a line each if it is `opened`."""
    lines = []
    for kind, all_found in kinds.items():
        listed = all_found[:MOST_OF_A_KIND]
        lines.append(Line(f"kind {kind}", TITLES[kind], note=f"{len(all_found):,}", heading=True))
        if is_folded := are_alike(kind, listed):
            lines.append(_line_of_all(Alike(kind, tuple(listed)), aside, kind in opened))
        if not is_folded or kind in opened:
            lines += [_line(found, found.key in aside, _words_of(found, review)) for found in listed]
        more = len(all_found) - MOST_OF_A_KIND
        if more > 0:
            lines.append(Line(f"more {kind}", f"{more:,} more appear as these are dealt with", heading=True))
    return lines


def are_alike(kind: str, found: Sequence[Found]) -> bool:
    """Whether one line stands for all doubts of a kind."""
    return kind in _OF_PAGES and len(found) >= ALIKE


def _line_of_all(alike: Alike, aside: set[str], is_open: bool) -> Line:
    pages = _ranges([found.page for found in alike.doubts])
    tip = f"Enter or a click {'hides' if is_open else 'lists'} them one by one; D puts all of them aside"
    picture, faded = "unfold" if is_open else "forward", {found.key for found in alike.doubts} <= aside
    return Line(
        f"alike {alike.kind}", f"Pages {pages}", picture=picture, faded=faded, most=4, tip=tip, data=alike
    )


def _ranges(pages: Sequence[int]) -> str:
    """Numbers in words: "2–5, 7 and 9"."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), lambda one: one[1] - one[0])]
    *words, last = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return f"{', '.join(words)} and {last}" if words else last


def _words_of(found: Found, review: Review | None) -> str:
    """The beginning of an entry that the sentence does not name: many are unsure for the same reason."""
    node = review.outline.get(found.node) if review is not None else None
    if node is None or found.kind != DoubtKind.CONFIDENCE:
        return ""
    return f"{node.printed_number} {node.text[:_BEGINNING]}".strip()


def _line(found: Found, aside: bool, words: str) -> Line:
    page = f"page {found.page}" if found.page else ""
    picture = "done" if aside else "warning"
    tip = f"{found.text} (put aside: not a problem)" if aside else found.text  # a narrow panel cuts it short
    what, _ = parted(found)
    return Line(found.key, what, words, page, picture=picture, faded=aside, most=4, tip=tip, data=found)


def parted(found: Found) -> tuple[str, str]:
    """What is doubtful, and how it is mended by hand."""
    what, colon, how = found.text.partition(": ")
    by_hand = _BY_HAND.get(found.kind, "")
    if found.kind not in _ELSEWHERE or not colon:
        return found.text, by_hand
    return f"{what}.", f"{how[:1].upper()}{how[1:]} {by_hand}".rstrip()
