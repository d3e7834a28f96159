"""A button with a menu of things to tick; with none ticked it stands for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.menus import StayingMenu, scroll
from gui.theme import ROW

_MOST_NAMED = 2


class Choices(QToolButton):
    """`changed` says that something was ticked or unticked."""

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
            action = menu.addAction(name.replace("&", "&&"))
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
        names = [action.text() for action in self.menu().actions() if action.isChecked()]
        more = len(names) - _MOST_NAMED
        words = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        self.setText(words or self._every)
        self.setAccessibleName(f"{self._name}: {words.replace('&&', '&') or self._every}")
