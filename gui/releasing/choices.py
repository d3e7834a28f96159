"""A button with a menu of things to tick; with none ticked it stands for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from gui.menus import StayingMenu, as_entry, scroll, words_of
from gui.theme import ROW, STEP

_MOST_NAMED = 2


class Choices(QToolButton):
    """`changed` says that something was ticked or unticked. It looks like the boxes with one choice, among
    which it stands."""

    changed = Signal()

    def __init__(self, name: str, every: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._every = every
        self._name = name
        self.setMenu(StayingMenu(self))
        scroll(self.menu())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(ROW)
        self._show()

    def offer(self, values: Iterable[tuple[str, str]]) -> None:
        """Values with their names for people; none is ticked."""
        menu = self.menu()
        menu.clear()
        for value, name in values:
            action = menu.addAction(as_entry(name))
            action.setData(value)
            action.setCheckable(True)
            action.toggled.connect(self._toggled)
        self.setEnabled(bool(menu.actions()))
        self._show()

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(action.data() for action in self.menu().actions() if action.isChecked())

    def tick(self, *values: str) -> None:
        for action in self.menu().actions():
            action.setChecked(action.data() in values)

    def _toggled(self, _: bool) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        names = [words_of(action) for action in self.menu().actions() if action.isChecked()]
        more = len(names) - _MOST_NAMED
        words = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        self.setText(words or self._every)
        self.setShortcut(QKeySequence())  # an "&" of the words is drawn, and marks no letter
        self.setAccessibleName(f"{self._name}: {self.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.palette = QApplication.palette("QComboBox")  # type: ignore[call-overload]  # its stub says bytes
        option.palette.setCurrentColorGroup(self.palette().currentColorGroup())
        if self.isDown():
            option.state |= QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        cut = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.text(), cut, room.width() - STEP)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
