"""What reports are called in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Named(Protocol):
    """A report as it is stored: its id, its symbol where it has one, its file's name."""

    @property
    def id(self) -> str: ...

    @property
    def symbol(self) -> str: ...

    @property
    def name(self) -> str: ...


class ReportName(NamedTuple):
    """What a report is called, and its title, which may be empty."""

    name: str
    title: str = ""

    @property
    def whole(self) -> str:
        """Both, in two lines."""
        return "\n".join(dict.fromkeys(filter(None, self)))


def report_names(rows: Sequence[Named]) -> dict[str, str]:
    """By a document's id its symbol, and its file's name where it has none or another has the same."""
    symbols = Counter(row.symbol for row in rows)
    return {row.id: _name(row, symbols[row.symbol] > 1) for row in rows}


def _name(row: Named, is_shared: bool) -> str:
    if not row.symbol:
        return row.name
    return f"{row.symbol} ({row.name})" if is_shared else row.symbol
