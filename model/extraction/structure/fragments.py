"""Running text in pieces: what stands between two places where a block may begin, and what it comes to be."""

from __future__ import annotations

from model.extraction.numbering.runs import Choice, Use
from model.extraction.structure.lines import Line

# What a fragment comes to be.
SECTION, PARAGRAPH, ITEM, COVER = "section", "paragraph", "item", "cover"
# Above this the layout alone makes a new block.
BREAK = 1.0
# How sure a reading of the layout is at most: it can always be wrong.
SURE = 0.97
# What a fragment is before the solver has chosen.
_UNSETTLED = Choice(Use.TEXT, None)


class Fragment:
    """Rows between two places where a block may begin.

    `start` says how much the layout speaks for a new block here (BREAK and more: it does so alone). `aside`
    numbers the box that it stands in, if that interrupts a section. `boxed`: its number counts boxes, or
    sentences in bold, which stand among the paragraphs.
    """

    __slots__ = (
        "aside", "boxed", "choice", "confidence", "depth", "heading", "kind", "level", "lines", "number",
        "reasons", "start", "style", "top",
    )  # fmt: skip

    def __init__(self, lines: list[Line], start: float) -> None:
        self.lines = lines
        self.start = start
        self.choice = _UNSETTLED
        self.kind = ""
        self.confidence = SURE
        self.number = ""
        self.level = 1
        self.depth = 0
        self.heading = 0.0
        self.style = 0
        self.top = False
        self.aside = 0
        self.boxed = False
        self.reasons: list[str] = []

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def text(self) -> str:
        lines = self.lines
        return lines[0].text if len(lines) == 1 else " ".join([line.text for line in lines])

    @property
    def says(self) -> bool:
        """Whether it has a letter or a digit."""
        return any(any(map(str.isalnum, line.text)) for line in self.lines)

    @property
    def letters(self) -> int:
        return sum(len(line.text) for line in self.lines)
