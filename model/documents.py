"""What is known of a report as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class PageInfo(NamedTuple):
    """One page: unrotated size in points, rotation in degrees, CropBox in the MediaBox, printed label."""

    number: int
    width: float
    height: float
    rotation: int = 0
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    label: str = ""


class Bookmark(NamedTuple):
    """An entry of the PDF's own outline: `level` and `page` from 1; page 0 if it leads nowhere.

    `down` are the points below the page's top that it leads to.
    """

    level: int
    title: str
    page: int
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Masthead:
    """The document fields that a report prints on its first page; empty if it prints none.

    Dates are as printed in `date_printed` and ISO 8601 in `date`. `symbols` holds every symbol of a document
    that appears in two series, `symbol` the first.
    """

    symbol: str = ""
    symbols: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    date_printed: str = ""
    distribution: str = ""
    original_language: str = ""
    body: str = ""
    session: str = ""
    agenda_item: str = ""
    job_number: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A report in a project.

    `language` is an ISO 639-1 code, `sha256` the hash of the PDF's bytes, `extractor` the name and version
    of what made the nodes, `coverage` the share (0 to 1) of the pages' characters that some node holds.
    """

    id: str
    name: str
    sha256: str
    pages: tuple[PageInfo, ...]
    masthead: Masthead
    language: str = ""
    extractor: str = ""
    coverage: float = 1.0
