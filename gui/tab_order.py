"""The way of the Tab key through the window: as its parts are seen, whatever was made first.

Parts have no focus proxies: from inside a part whose ancestor has one, Qt never finds the way out.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.side.panel import in_tab_order


def parts_in_tab_order(*parts: QWidget) -> None:
    """Tab goes through whole parts in this order, and through each as before."""
    in_tab_order(*(widget for part in parts for widget in _stops(part)))


def row_in_tab_order(row: QBoxLayout) -> None:
    """Tab goes through the widgets of a row from its beginning to its end."""
    widgets = [row.itemAt(place).widget() for place in range(row.count())]
    in_tab_order(*(widget for widget in widgets if widget is not None and _takes_keys(widget)))


def _takes_keys(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _stops(part: QWidget) -> list[QWidget]:
    stops = []
    widget = part
    while True:
        if _takes_keys(widget) and (widget is part or part.isAncestorOf(widget)):
            stops.append(widget)
        widget = widget.nextInFocusChain()
        if widget is part:
            return stops
