"""Edits of words: text and number, merging and splitting, with evidence, marks and anchors kept right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from model.cells import Cells, cells_of, divided, with_cells, with_text
from model.editing.draft import Draft, NotPossible, name_of
from model.editing.sharing import join_recommendations, kept_words, share_decisions
from model.edits import Edit
from model.ids import new_id
from model.labels import Decision, Reviewer, Span
from model.nodes import CLASSIFIED, Anchor, Kind, Node, Region
from model.review import Review

# What a reader skips when text runs on over a page: it stands between the halves of a broken paragraph.
_BETWEEN = frozenset({Kind.FURNITURE, Kind.FOOTNOTE, Kind.TABLE, Kind.FIGURE})
Halves = tuple[tuple[Region, ...], tuple[Region, ...]]  # rectangles of the first and of the second
_LEADING_NUMBER = re.compile(r"(?:\((\w{1,5})\)|(\d{1,4}(?:\.\d{1,3})*|\w)[.)]|([•–—-]))\s+", re.UNICODE)


def set_text(review: Review, reviewer: Reviewer, node_id: str, text: str) -> Edit:
    """Corrects a node's words, and the cell of a table that they are in; the anchor keeps the quote as the
    page has it."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    text = " ".join(text.split())
    if text == node.text:
        return Edit(f"edit {name_of(node)}", ())
    made = put_words(draft, node, text)
    if cells := with_text(cells_of(node), text):
        made = replace(made, extra=with_cells(made.extra, cells))
    draft.put(made)
    draft.mark_corrected(node_id)
    return draft.edit(f"edit text of {name_of(node)}", node_id)


def put_words(draft: Draft, node: Node, text: str) -> Node:
    """A node with another text: its footnote marks, and the evidence in the draft, stay with their words."""
    shift = _Shift(node.text, text)
    for decision in draft.review.decisions(node.id):
        if decision.evidence:
            draft.decide(replace(decision, evidence=shift.evidence(decision)))
    return replace(node, text=text, extra=_with_marks(node, shift.offsets(_marks(node))))


def set_number(review: Review, reviewer: Reviewer, node_id: str, number: str) -> Edit:
    """Corrects the printed number; an empty one takes it away."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    number = " ".join(number.split())
    if number == node.number:
        return Edit(f"renumber {name_of(node)}", ())
    draft.put(replace(node, number=number))
    draft.mark_corrected(node_id)
    return draft.edit(f"renumber {name_of(node)} as {number or 'unnumbered'}", node_id)


def merge_with_previous(review: Review, reviewer: Reviewer, node_id: str) -> Edit:
    """Joins a node's words to the node read before it, which keeps its labels and takes the children."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    into = read_before(review, node)
    if into is None or not mergeable(into, node):
        raise NotPossible(f"There is no text before {name_of(node)} that it could be merged with.")
    # a number was printed in front of the words: it is text again
    words = " ".join(filter(None, (_as_printed(node), node.text)))
    joined = f"{into.text} {words}".strip()
    shift = len(joined) - len(node.text)
    marks = [*_marks(into), *((offset + shift, mark) for offset, mark in _marks(node))]
    anchor = Anchor(
        into.anchor.regions + node.anchor.regions,
        f"{into.anchor.quote} {node.anchor.quote}".strip(),
        into.anchor.prefix,
        node.anchor.suffix,
    )
    extra = with_cells(_with_marks(into, marks), _joined_cells(into, node))
    draft.put(replace(into, text=joined, anchor=anchor, extra=extra))
    first_below = next(iter(draft.children(into.id)), None) if node.parent == into.id else None
    before = None
    if first_below is not None:
        row = [child.id for child in draft.children(into.id)]
        rest = row[row.index(node.id) + 1 :]
        before = rest[0] if rest else None
    draft.place(draft.children(node.id), into.id, before)
    join_recommendations(draft, into, node, shift)
    draft.drop(node)
    draft.mark_corrected(into.id)
    return draft.edit(f"merge {name_of(into)} with {name_of(node)}", into.id)


def split(review: Review, reviewer: Reviewer, node_id: str, offset: int,
          places: Halves | None = None) -> Edit:  # fmt: skip
    """Cuts a node's words in two at a code-point offset; the second half takes what hangs below.

    A number in front of the second half ("(b) ...") becomes its printed number; in a table it is a cell.
    Both halves keep what the machine and this reviewer said of the whole, with the evidence that each half
    holds. `places` are the rectangles of both; without them those of the whole are divided by the share of
    text.
    """
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    first, second = node.text[:offset].rstrip(), node.text[offset:].lstrip()
    if not first or not second:
        raise NotPossible("Put the cursor between two words to split there.")
    number, second = take_number(second) if node.kind is not Kind.TABLE else ("", second)
    start = len(node.text) - len(second)
    upper, lower = _cut_anchor(node, len(first), start, places)
    marks = _marks(node)
    above, below = divided(node.text, cells_of(node), start)
    extra = with_cells(_with_marks(node, [(o, m) for o, m in marks if o <= len(first)]), above)
    draft.put(replace(node, text=first, anchor=upper, extra=extra))
    marked = _with_marks(Node("", node.kind, ""), [(o - start, m) for o, m in marks if o > len(first)])
    half = Node(
        new_id(), node.kind, second, level=node.level, number=number, anchor=lower,
        confidence=node.confidence, reasons=("split off by a reviewer",),
        extra=with_cells(marked, below),
    )  # fmt: skip
    siblings = [n.id for n in draft.children(node.parent)]
    following = siblings[siblings.index(node.id) + 1 :]
    draft.place([half], node.parent, following[0] if following else None)
    stay = {mark for offset_, mark in marks if offset_ <= len(first)}
    rest = [n for n in draft.children(node.id) if not (n.kind is Kind.FOOTNOTE and n.number in stay)]
    draft.place(rest, half.id)
    share_decisions(draft, node, half, len(first), start)
    draft.mark_corrected(node.id)
    return draft.edit(f"split {name_of(node)}", half.id)


def read_before(review: Review, node: Node) -> Node | None:
    """The node that is read before, past what merely stands between on the page."""
    before: Node | None = None
    for other in review.outline:
        if other.id == node.id:
            return before
        if other.kind not in _BETWEEN or other.kind is node.kind:
            before = other
    return None


def mergeable(into: Node, node: Node) -> bool:
    """Whether two nodes can become one: of one kind, or both with a role."""
    return into.kind is node.kind or (into.kind in CLASSIFIED and node.kind in CLASSIFIED)


def _as_printed(node: Node) -> str:
    if not node.number:
        return ""
    if not any(c.isalnum() for c in node.number):
        return node.number
    if node.kind is Kind.ITEM and not node.number[0].isdigit():
        return f"({node.number})"
    return f"{node.number}."


def _cut_anchor(node: Node, end: int, start: int, places: Halves | None) -> tuple[Anchor, Anchor]:
    """Divides the rectangles, and the quote at the words of the second half."""
    anchor, quote = node.anchor, node.anchor.quote
    cut = start if quote == node.text else quote.find(node.text[start : start + 24])
    if cut <= 0:
        cut = round(len(quote) * start / len(node.text))
    upper, lower = places or _cut_regions(anchor.regions, end / len(node.text))
    first, second = quote[:cut].rstrip(), quote[cut:]
    return (
        Anchor(upper, first, anchor.prefix, second[:32]),
        Anchor(lower, second, first[-32:], anchor.suffix),
    )


def _cut_regions(regions: tuple[Region, ...], share: float) -> Halves:
    left = share * sum(r.y1 - r.y0 for r in regions)
    upper: list[Region] = []
    lower: list[Region] = []
    for region in regions:
        height = region.y1 - region.y0
        if left >= height:
            upper.append(region)
        elif left <= 0:
            lower.append(region)
        else:
            upper.append(region._replace(y1=region.y0 + left))
            lower.append(region._replace(y0=region.y0 + left))
        left -= height
    return tuple(upper), tuple(lower or regions[-1:])


def take_number(text: str) -> tuple[str, str]:
    """A number printed in front of a text, and the text after it."""
    found = _LEADING_NUMBER.match(text)
    if found is None or found.end() == len(text):
        return "", text
    return next(filter(None, found.groups()), ""), text[found.end() :]


def _common_length(one: str, other: str) -> int:
    """How many code points two texts share from their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


class _Shift:
    """Carries offsets over a correction: what stands in the unchanged front and back stays with its words."""

    def __init__(self, old: str, new: str) -> None:
        self.front = _common_length(old, new)
        self.back = len(old) - _common_length(old[self.front :][::-1], new[self.front :][::-1])
        self.by = len(new) - len(old)

    def evidence(self, decision: Decision) -> tuple[Span, ...]:
        """Words that were corrected give nothing any more; those of other values keep their places."""
        return kept_words(decision, [self._moved(span) for span in decision.evidence])

    def _moved(self, span: Span) -> Span | None:
        if span.end <= self.front:
            return span
        return Span(span.start + self.by, span.end + self.by) if span.start >= self.back else None

    def offsets(self, marks: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
        return [(o if o <= self.front else max(self.front, o + self.by), m) for o, m in marks]


def _marks(node: Node) -> list[tuple[int, str]]:
    return [(int(offset), str(mark)) for offset, mark in node.extra.get("marks", ())]


def _with_marks(node: Node, marks: list[tuple[int, str]]) -> dict[str, Any]:
    extra = {key: value for key, value in node.extra.items() if key != "marks"}
    if marks:
        extra["marks"] = [[offset, mark] for offset, mark in marks]
    return extra


def _joined_cells(into: Node, node: Node) -> Cells:
    """Of two tables that become one; none where one of them has none, or a number that is text again."""
    one, other = cells_of(into), cells_of(node)
    return (*one, *other) if one and other and not node.number else ()
