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
        widget = next_in_focus_chain(widget)
        if widget is parts[0]:
            break
    in_tab_order(*(widget for inside in stops.values() for widget in inside))


def next_in_focus_chain(widget: QWidget) -> QWidget | None:
    """What the Tab key leads to, whether it takes the keys or not.

    PySide takes it for a child of the widget that was asked, though that may be a button, and it the window:
    they would be a cycle that nobody holds, and Python's collector would delete an open window. So it is said
    again whose child it is, which Qt knows.
    """
    found = widget.nextInFocusChain()
    if found is not None:
        found.setParent(found.parentWidget())
    return found


def row_in_tab_order(row: QBoxLayout) -> None:
    """Tab goes through the widgets of a row from its beginning to its end."""
    in_tab_order(*filter(_takes_keys, widgets_of(row)))


def _takes_keys(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
