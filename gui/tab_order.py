"""The way of the Tab key through the window: as its parts are seen, whatever was made first.

Parts have no focus proxies: from inside a part whose ancestor has one, Qt never finds the way out.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.layouts import widgets_of
from gui.side.panel import in_tab_order


def parts_in_tab_order(*parts: QWidget) -> None:
    """Tab goes through whole parts of a window in this order, and through each as before."""
    stops: dict[QWidget, list[QWidget]] = {part: [] for part in parts}
    widget: QWidget | None = parts[0]
    while widget is not None:
        if _takes_keys(widget):
            holder: QWidget | None = widget
            while holder is not None and holder not in stops:
                holder = holder.parentWidget()
            if holder is not None:
                stops[holder].append(widget)
        widget = widget.nextInFocusChain()
        if widget is parts[0]:
            break
    in_tab_order(*(widget for inside in stops.values() for widget in inside))


def row_in_tab_order(row: QBoxLayout) -> None:
    """Tab goes through the widgets of a row from its beginning to its end."""
    in_tab_order(*filter(_takes_keys, widgets_of(row)))


def _takes_keys(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
