"""What a layout holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def widgets_of(layout: QLayout) -> list[QWidget]:
    """The widgets that stand in a layout itself, in its order.

    Its items are not asked: Qt deletes them behind Python's back (decision 0022).
    """
    holder = layout.parentWidget()
    near = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if holder else []
    return sorted((widget for widget in near if layout.indexOf(widget) >= 0), key=layout.indexOf)
