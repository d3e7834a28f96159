"""How an office sets its reports: measures in points, taken from printed documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """One office's measures. Indents count from a column's left edge, headings' numbers from the page's."""

    name: str
    width: float = 595.0
    height: float = 842.0
    left: float = 115.0
    right: float = 525.0
    edge: float = 55.0
    far_edge: float = 525.0
    top: float = 78.0
    bottom: float = 775.0
    first_line: float = 28.0
    item_indents: tuple[float, ...] = (28.0, 54.0, 80.0, 106.0)
    item_hang: float = 26.0
    item_wraps: tuple[float, ...] = (0.0, 28.0, 54.0, 80.0)
    size: float = 10.0
    leading: float = 12.2
    paragraph_gap: float = 6.0
    heading_sizes: tuple[float, ...] = (14.0, 12.0, 10.0, 10.0, 10.0)
    heading_numbers: tuple[float, ...] = (75.0, 90.0, 97.0, 93.0, 93.0)
    title_size: float = 14.0
    note_size: float = 8.0
    note_rule: str = "drawn"  # or "typed": underscores, as New York prints them
    header_y: float = 50.0
    footer_y: float = 805.0
    header_rule: bool = True
    page_of: bool = False  # "3/26" instead of "3"
    columns: int = 1
    gutter: float = 20.0
    justified: bool = False
    furniture_first: bool = True  # order in the file's data, not on the page
    bookmarks: bool = False


VIENNA = Style("Vienna", bookmarks=True)

NEW_YORK = Style(
    "New York",
    width=612.0,
    height=792.0,
    left=123.5,
    right=491.0,
    edge=65.0,
    far_edge=550.0,
    top=82.0,
    bottom=722.0,
    first_line=24.0,
    item_indents=(24.0, 48.0, 72.0, 96.0),
    item_hang=24.0,
    item_wraps=(0.0, 24.0, 48.0, 72.0),
    size=10.08,
    leading=12.0,
    heading_numbers=(86.0, 98.0, 105.0, 103.0, 103.0),
    note_rule="typed",
    header_y=48.0,
    footer_y=755.0,
    header_rule=False,
    page_of=True,
    justified=True,
)

GENEVA = Style(
    "Geneva",
    left=113.4,
    right=510.0,
    edge=56.7,
    far_edge=538.0,
    top=84.0,
    bottom=760.0,
    first_line=28.4,
    item_indents=(28.4, 56.7, 85.0, 113.4),
    item_hang=28.3,
    item_wraps=(0.0, 28.4, 56.7, 85.0),
    leading=12.0,
    heading_numbers=(76.0, 90.0, 96.0, 94.0, 94.0),
    header_y=46.0,
    footer_y=800.0,
    furniture_first=False,
)

TWO_COLUMNS = Style(
    "two columns",
    left=55.0,
    right=540.0,
    edge=55.0,
    far_edge=540.0,
    first_line=18.0,
    item_indents=(10.0, 26.0, 42.0, 58.0),
    item_hang=16.0,
    item_wraps=(26.0, 42.0, 58.0, 74.0),
    size=9.0,
    leading=11.0,
    paragraph_gap=4.0,
    heading_sizes=(12.0, 10.5, 9.0, 9.0, 9.0),
    heading_numbers=(),
    columns=2,
    header_rule=False,
)

STYLES = (VIENNA, NEW_YORK, GENEVA, TWO_COLUMNS)
