"""The tree: which heading, paragraph and item each block stands below, and its node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from model.documents import PageInfo
from model.extraction.numbering.forms import Form
from model.extraction.rows import Row
from model.extraction.structure.anchors import anchors_of, regions_of
from model.extraction.structure.contents import entries_of
from model.extraction.structure.footnotes import footnote_text
from model.extraction.structure.fragments import COVER, ITEM, PARAGRAPH, SECTION, Fragment
from model.extraction.structure.texts import NoteMark, Text, join, row_text
from model.extraction.structure.units import Unit
from model.extraction.tables import cells_of, in_order
from model.ids import new_id
from model.nodes import Anchor, Kind, Node
from model.outline import RANK_STEP
from model.reading.recognized_lines import FONT
from model.recognized import Lean
from model.words import ends_in_colon

_Open = list[tuple[int, int]]
_OF_SECTIONS = (Kind.TABLE, Kind.FIGURE)
_KINDS = {SECTION: Kind.SECTION, ITEM: Kind.ITEM, PARAGRAPH: Kind.PARAGRAPH}


@dataclass(slots=True)
class _Draft:
    """A node that is being made."""

    kind: Kind
    text: Text
    rows: Sequence[Row]
    number: str = ""
    level: int | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    parent: int | None = None
    id: str = field(default_factory=new_id)


class _Places:
    """The headings, paragraphs and lists that are open at the current block."""

    def __init__(self) -> None:
        self.sections: _Open = []  # level, index
        self.paragraph: int | None = None
        self.lead: int | None = None
        self.items: _Open = []  # depth, index
        self._leads = False  # the paragraph leads into what comes next
        self._aside = 0
        self._around: tuple[_Open, int | None, int | None, _Open] | None = None

    def turn_aside(self, aside: int) -> None:
        """Enters the box of this number; 0 goes back to where the text around it stopped."""
        if aside == self._aside:
            return
        if self._around is not None:
            self.sections, self.paragraph, self.lead, self.items = self._around
            self._around = None
        if aside:
            self._around = [*self.sections], self.paragraph, self.lead, [*self.items]
        self._aside = aside

    @property
    def section(self) -> int | None:
        return self.sections[-1][1] if self.sections else None

    def open_section(self, level: int, index: int) -> int | None:
        while self.sections and self.sections[-1][0] >= level:
            self.sections.pop()
        parent = self.section
        self.sections.append((level, index))
        self.paragraph = self.lead = None
        self._leads = False
        self.items = []
        return parent

    def open_paragraph(self, index: int, numbered: bool, leads: bool) -> int | None:
        """`leads`: it ends in a colon, so that what comes next is its own, though a list's numbers go on."""
        self.paragraph = index
        self._leads = leads
        if numbered:
            self.items = []
            self.lead = index
        return self.section

    def open_item(self, depth: int, index: int, opens: bool) -> tuple[int | None, int]:
        if ((opens or self._leads) and depth == 1) or not self.items:
            self.items = []
            self.lead = self.paragraph
        self._leads = False
        while self.items and self.items[-1][0] >= depth:
            self.items.pop()
        parent = self.items[-1][1] if self.items else self.lead if self.lead is not None else self.section
        self.items.append((depth, index))
        return parent, len(self.items)


class Surroundings(NamedTuple):
    """What is known of the document beside its rows: its words, the marks of its footnotes, its pages by
    number, how sure character recognition was of those that it read (0 to 1), how those lean that were laid
    askew, and how many times as large as on the pages the rows are."""

    words: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    pages: Mapping[int, PageInfo] = MappingProxyType({})
    recognized: Mapping[int, float] = MappingProxyType({})
    leans: Mapping[int, Lean] = MappingProxyType({})
    scale: float = 1.0


def tree_of(
    blocks: Sequence[tuple[int, Fragment]], units: Sequence[Unit], around: Surroundings
) -> list[Node]:
    """Nodes in reading order. `blocks` come with the place of their first row among all rows."""
    words = around.words
    drafts: list[_Draft] = []
    places = _Places()
    waiting: list[tuple[int, Fragment | Unit]] = [*blocks, *((unit.at, unit) for unit in units)]
    waiting.sort(key=_place)
    for _, one in waiting:
        if isinstance(one, Unit):
            if one.kind in _OF_SECTIONS and not one.rows[0].box:
                places.turn_aside(0)
            draft = _of_unit(one, around, places)
        elif one.kind == COVER or not one.says:
            draft = _aside(one)
        else:
            draft = _of_block(one, words)
            places.turn_aside(one.aside)
            _put(draft, one, len(drafts), places)
        drafts.append(draft)
    return _nodes(drafts, around)


def _place(one: tuple[int, Fragment | Unit]) -> int:
    return one[0]


def _put(draft: _Draft, block: Fragment, index: int, places: _Places) -> None:
    if block.kind == SECTION:
        draft.level = block.level
        draft.parent = places.open_section(draft.level, index)
    elif block.kind == ITEM:
        draft.parent, draft.level = places.open_item(block.depth, index, block.choice.opens)
    else:
        draft.parent = places.open_paragraph(index, bool(block.number), ends_in_colon(block.text))


def _aside(block: Fragment) -> _Draft:
    """What is in the running text without being part of it: a repeated title, a rule typed as text."""
    rows = [line.row for line in block.lines]
    sort = "cover" if block.kind == COVER else "ornament"
    text = join([Text(line.text) for line in block.lines])
    reasons = tuple(block.reasons) if sort == "cover" else ("no letters",)
    return _Draft(Kind.FURNITURE, text, rows, extra={"furniture": sort}, reasons=reasons)


def _of_block(block: Fragment, words: frozenset[str]) -> _Draft:
    text = join([(line.text, line.marks) for line in block.lines], words)
    marker = block.choice.marker
    if marker is not None:
        if marker.form is not Form.LABEL:
            text = _cut(text, marker.end)
        elif block.kind != SECTION:
            text = _cut(text, len(block.number), " .:—–-")
    rows = [line.row for line in block.lines]
    return _Draft(
        _KINDS[block.kind],
        text,
        rows,
        block.number,
        None,
        round(block.confidence, 2),
        tuple(block.reasons),
        _marks(text.marks) | ({"boxed": True} if block.boxed else {}),
    )


def _marks(marks: Sequence[NoteMark]) -> dict[str, Any]:
    return {"marks": [[mark.offset, mark.mark] for mark in marks]} if marks else {}


def _cut(text: Text, end: int, strip: str = " ") -> Text:
    """A text without its first characters."""
    rest = text.text[end:]
    bare = rest.lstrip(strip + "\u200e\u200f")
    gone = end + len(rest) - len(bare)
    return Text(bare, tuple(NoteMark(max(0, m.offset - gone), m.mark, m.raised) for m in text.marks))


def _of_unit(unit: Unit, around: Surroundings, places: _Places) -> _Draft:
    kind, words = unit.kind, around.words
    if kind is Kind.FOOTNOTE:
        mark, text = footnote_text(unit.rows, words)
        reasons = (f"below the text, marked {mark}",) if mark else ("below the text",)
        return _Draft(
            kind, text, unit.rows, mark, None, 0.95 if mark else 0.6, reasons, parent=places.section
        )
    if kind is Kind.TITLE:
        text = join([row_text(row, around.marks) for row in unit.rows], words)
        return _Draft(kind, text, unit.rows, confidence=0.9, extra=_marks(text.marks))
    rows = in_order(unit.rows) if kind is Kind.TABLE else unit.rows
    texts = list(map(row_text, rows))
    text = join(texts, words)
    if kind is Kind.FURNITURE:
        return _Draft(kind, text, unit.rows, extra={"furniture": unit.zone.value}, reasons=(unit.zone.value,))
    if kind is Kind.TABLE:
        extra = {"cells": cells_of(rows, texts, words)}
        return _Draft(kind, text, rows, confidence=0.9, extra=extra, parent=places.section)
    if kind is Kind.CONTENTS:
        entries = [[entry.text, entry.page] for entry in entries_of(unit.rows)]
        return _Draft(kind, text, unit.rows, confidence=0.9, extra={"entries": entries})
    parent = places.section if kind is Kind.FIGURE else None
    return _Draft(kind, text, unit.rows, confidence=0.9, parent=parent)


def _nodes(drafts: Sequence[_Draft], around: Surroundings) -> list[Node]:
    regions = [regions_of(draft.rows, around.pages, around.leans, around.scale) for draft in drafts]
    anchors: list[Anchor] = anchors_of(regions, [draft.text.text for draft in drafts])
    ranks: dict[int | None, int] = {}
    nodes = []
    for draft, anchor in zip(drafts, anchors, strict=True):
        _doubt_recognition(draft, around)
        rank = ranks[draft.parent] = ranks.get(draft.parent, 0) + RANK_STEP
        nodes.append(
            Node(
                id=draft.id,
                kind=draft.kind,
                text=draft.text.text,
                parent=drafts[draft.parent].id if draft.parent is not None else None,
                rank=rank,
                level=draft.level,
                number=draft.number,
                anchor=anchor,
                confidence=draft.confidence,
                reasons=draft.reasons,
                extra=draft.extra,
            )
        )
    return nodes


def _doubt_recognition(draft: _Draft, around: Surroundings) -> None:
    """Makes a node with recognized text say so, no surer than recognition was of its page."""
    sure = around.recognized.get(draft.rows[0].page)
    if sure and any(span.font == FONT for row in draft.rows for span in row.spans):
        whole = int(100 * sure + 1e-9)  # all of it is sure only where nothing is left to doubt
        draft.confidence = min(draft.confidence, whole / 100)
        draft.reasons = (*draft.reasons, f"read by character recognition, {whole} % sure")
