"""What a report holds, as a flat list of blocks in reading order.

Texts know three marks: `<i>..</i>` italic, `<b>..</b>` bold, `<n>3</n>` the raised mark of footnote 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at `level` (1 = top). `label` ("Annex II") is printed on a line of its own above the text."""

    level: int
    text: str
    number: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph. One that `continues` goes on at the margin after a list, without a number."""

    text: str
    number: str = ""
    role: str = ""
    force: int | None = None
    addressees: tuple[str, ...] = ()
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a list. `stop` prints the number as `1.` instead of `(1)`."""

    text: str
    number: str
    level: int = 1
    stop: bool = False
    role: str = ""
    force: int | None = None
    addressees: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        if not any(letter.isalnum() for letter in self.number):
            return {"-": "–"}.get(self.number, self.number)
        return f"{self.number}." if self.stop else f"({self.number})"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows between rules; `widths` are shares of the width that add up to 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents page, made from the headings, with ranges of paragraphs and dot leaders."""

    title: str = "Contents"
    paragraphs: str = "Paragraphs"
    page: str = "Page"


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Heading | Paragraph | Item | Table | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the first page prints above the title and at its foot, and what runs on through the others."""

    institution: str = "United Nations"
    organ: tuple[str, ...] = ()
    symbol: str = ""
    distribution: str = "Distr.: General"
    date: str = ""
    original: str = "Original: English"
    body: str = ""
    session: tuple[str, ...] = ()
    job_number: str = ""
    job_dates: str = ""
    bar_code: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report: masthead, title, blocks, and the texts of its footnotes by their marks."""

    masthead: Masthead
    title: str
    blocks: tuple[Block, ...]
    notes: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a perfect reader finds: one row a node, in reading order.

    `parent` is the index of the row above in the tree, None at the root and for footnotes. `text` is the own
    text without number and footnote marks; `marks` are (offset, mark). `regions` are
    (page, x0, y0, x1, y1) in points, one a line; `page` counts from 1.
    """

    kind: str
    text: str
    page: int
    parent: int | None = None
    level: int | None = None
    number: str = ""
    role: str = ""
    force: int | None = None
    addressees: tuple[str, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    regions: tuple[tuple[int, float, float, float, float], ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
