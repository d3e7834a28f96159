"""The field above the documents that leaves those of them whose names or titles have its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.after_typing import after_typing
from gui.library.items import Item
from gui.search_field import SearchField
from model.folding import folded, needle_of

# Fewer are soon looked through.
MANY = 15


class FindField(SearchField):
    """Leaves some of the documents while one types; Enter goes to the first."""

    narrowed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            hint="Find a report",
            name="Find a report by its name or title",
            tip="Words of a report’s name or title. Esc clears, Enter opens the first",
        )
        self._typing = after_typing(self, self.narrowed.emit)

    def fitting(self, items: Sequence[Item]) -> list[Item]:
        """Those with all its words, whatever their accents; all where it is hidden or empty."""
        words = needle_of(self.text()).split() if not self.isHidden() else []
        return [item for item in items if _has(item, words)] if words else list(items)


def _has(item: Item, words: Sequence[str]) -> bool:
    text = folded(f"{item.name} {item.title}")
    return all(word in text for word in words)
