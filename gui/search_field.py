"""Fields to search with: above a list, or anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget


class FindField(QLineEdit):
    """`hint` stands in the empty field, `name` is what screen readers say. The down arrow goes to the rows of
    what `leads_to` named, where there is one."""

    def __init__(self, parent: QWidget, *, hint: str, name: str) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._below: tuple[QAbstractItemView, ...] = ()

    def leads_to(self, *views: QAbstractItemView) -> None:
        """The rows that it narrows down, in whichever of the views is shown."""
        self._below = views

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = next((one for one in self._below if one.isVisible()), None)
        if view is None or event.key() != Qt.Key.Key_Down:
            super().keyPressEvent(event)
            return
        if not view.model().rowCount():
            return
        if not view.selectionModel().hasSelection():
            view.setCurrentIndex(view.model().index(0, 0))
        view.setFocus(Qt.FocusReason.OtherFocusReason)


class SearchField(FindField):
    """Above a list: Esc clears it, and leaves it the second time; the down arrow goes to the list.

    `tip` is its tooltip.
    """

    left = Signal()
    downAsked = Signal()

    def __init__(self, parent: QWidget, *, hint: str, name: str, tip: str) -> None:
        super().__init__(parent, hint=hint, name=name)
        self.setToolTip(tip)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif key is Qt.Key.Key_Down:
            self.downAsked.emit()
        else:
            super().keyPressEvent(event)
