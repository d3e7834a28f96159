"""What reports are called in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.loading import DocumentRow


def report_names(rows: Sequence[DocumentRow]) -> dict[str, str]:
    """By a document's id its symbol, and its file's name where it has none or another has the same."""
    symbols = Counter(row.symbol for row in rows)
    return {row.id: _name(row, symbols[row.symbol] > 1) for row in rows}


def _name(row: DocumentRow, is_shared: bool) -> str:
    if not row.symbol:
        return row.name
    return f"{row.symbol} ({row.name})" if is_shared else row.symbol
