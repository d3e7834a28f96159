"""The left side: a row of tabs, each with its icon, over the panel of the one that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.icons import icon
from gui.small_button import grow_with_text
from gui.tab_order import parts_in_tab_order
from gui.theme import STEP

# Below this width the tabs stand below each other.
NARROW = 110
_HIGH = 32
_ICON = 18
_SMALL = 9.5 / 13
_MOST_SHOWN = 99


class Tab(NamedTuple):
    """A tab: its name in the code, its word, its icon, what makes its panel, and what gets the keys in it."""

    name: str
    word: str
    picture: str
    make: Callable[[], QWidget]
    keys: Callable[[Any], QWidget]
    tip: str = ""


class SideBar(QWidget):
    """Shows one panel at a time. `clicked` comes also for the tab that is shown already."""

    clicked = Signal(str)

    def __init__(self, tabs: list[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Side bar")
        self._tabs = {tab.name: tab for tab in tabs}
        self._panels: dict[str, QWidget] = {}
        self._buttons: dict[str, TabButton] = {}
        self._strip = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._strip)
        self._row.setContentsMargins(STEP // 2, STEP // 2, STEP // 2, STEP // 2)
        self._row.setSpacing(STEP // 2)
        self._stack = _Stack(self)
        group = QButtonGroup(self)
        for tab in tabs:
            button = TabButton(tab, self._strip)
            button.clicked.connect(self._clicked)
            self._buttons[tab.name] = button
            group.addButton(button)
            self._row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._stack, 1)
        self.show_tab(tabs[0].name)

    @property
    def current(self) -> str:
        """The name of the tab that is shown."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    @property
    def names(self) -> list[str]:
        return list(self._tabs)

    def is_made(self, name: str) -> bool:
        """Whether the panel of a tab was asked for."""
        return name in self._panels

    def panel(self, name: str) -> QWidget:
        """The panel of a tab, which is made when it is first asked for."""
        if name not in self._panels:
            self._panels[name] = self._tabs[name].make()
            self._stack.addWidget(self._panels[name])
            parts_in_tab_order(self._strip, *self._panels.values())
        return self._panels[name]

    def show_tab(self, name: str) -> None:
        self._buttons[name].setChecked(True)
        panel = self.panel(name)
        if self._stack.currentWidget() is not panel:
            self._stack.setCurrentWidget(panel)

    @property
    def has_keys(self) -> bool:
        """Whether the keys are in the panel that is shown."""
        focus = QApplication.focusWidget()
        return focus is not None and self.panel(self.current).isAncestorOf(focus)

    def give_keys(self) -> None:
        """Puts the keys into the panel that is shown."""
        keys = self._tabs[self.current].keys(self.panel(self.current))
        keys.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_badge(self, name: str, count: int, words: str) -> None:
        """A number on a tab, and in words what it counts; none for 0."""
        self._buttons[name].set_badge(count, words)

    def button(self, name: str) -> TabButton:
        return self._buttons[name]

    def _clicked(self) -> None:
        sender = self.sender()
        name = next(name for name, button in self._buttons.items() if button is sender)
        self.clicked.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            # At once: what stands below must not be painted in the place that it had before.
            self._row.activate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        below = self._strip.geometry().bottom()
        painter.drawLine(0, below, self.width(), below)


class TabButton(QToolButton):
    """An icon that stays down while its panel is shown, with a small number where there is something."""

    def __init__(self, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self._tab = tab
        self.badge = ""
        self.setObjectName(f"tab-{tab.name}")
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setIcon(icon(tab.picture))
        grow_with_text(self, _ICON)
        self.setMinimumSize(_HIGH, _HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_badge(0, "")

    def set_badge(self, count: int, words: str) -> None:
        self.badge = "" if not count else f"{count}" if count <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
        self.setAccessibleName(f"{self._tab.word}, {words}" if words else self._tab.word)
        tip = self._tab.tip or self._tab.word
        self.setToolTip(f"{tip}\n{words}" if words else tip)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self.isChecked():
            role = QPalette.ColorRole.Highlight
            width = min(24, self.width() - 8)
            left = (self.width() - width) // 2
            painter.fillRect(QRect(left, self.height() - 2, width, 2), self.palette().color(role))
        if self.badge:
            font = QFont(self.font())
            font.setPointSizeF(font.pointSizeF() * _SMALL)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
            wide = QFontMetrics(font).horizontalAdvance(self.badge)
            left = min((self.width() + self.iconSize().width()) // 2 - 2, self.width() - wide - 1)
            painter.drawText(left, QFontMetrics(font).ascent() + 1, self.badge)


class _Stack(QStackedWidget):
    """Asks for no room of its own: a panel that is not shown must not keep the side from being narrow."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
