"""What the panels of the left side have in common: a head, a message, and a list or what to do instead."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.message_bar import MessageBar
from gui.theme import BETWEEN, INSIDE, STEP, small_font


class SidePanel(QWidget):
    """`column` takes what stands between head and list; `empty` is shown where there is nothing to list."""

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.title = QLabel(title, self)
        self.note = QuietLabel("", self)
        self.messages = MessageBar(self)
        self.empty = Empty(self)
        self.body = body
        self.head = QHBoxLayout()
        self.head.setContentsMargins(INSIDE, STEP, STEP, STEP)
        self.head.setSpacing(STEP)
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(INSIDE, 0, INSIDE, STEP)
        self.column.setSpacing(STEP)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.head)
        whole.addLayout(self.column)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.messages)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(INSIDE, STEP, INSIDE, INSIDE)
        self.foot.setSpacing(STEP)
        whole.addLayout(self.foot)
        self._embolden()

    @property
    def shows_list(self) -> bool:
        return self._stack.currentWidget() is self.body

    def show_list(self) -> None:
        self._stack.setCurrentWidget(self.body)

    def show_empty(self, words: str, button: QToolButton | None = None) -> None:
        """Says why there is nothing, with the button that does something about it."""
        self.empty.say(words, button)
        self._stack.setCurrentWidget(self.empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keys, as the space bar does."""
        focus = self.focusWidget()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and isinstance(focus, QAbstractButton) and focus.hasFocus():
            focus.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._embolden()
            for label in self.findChildren(QuietLabel):
                label.follow()

    def _embolden(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        self.title.setFont(font)


def in_tab_order(*widgets: QWidget) -> None:
    """Tab goes through them as they are seen, whatever was made first."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


class QuietLabel(QLabel):
    """Small quiet words that give way where there is no room, and say all in their tooltip."""

    def __init__(self, text: str, parent: QWidget, wraps: bool = False) -> None:
        super().__init__(text, parent)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setWordWrap(wraps)
        if not wraps:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.follow()

    def follow(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setFont(small_font(parent.font()))


class Empty(QWidget):
    """Quiet words in the middle, and at most one button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button: QToolButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * INSIDE, INSIDE, 2 * INSIDE, INSIDE)
        self._column.setSpacing(BETWEEN)
        self._column.addStretch(2)
        self._column.addWidget(self._words)
        self._column.addStretch(3)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, words: str, button: QToolButton | None = None) -> None:
        self._words.setText(words)
        if button is not self._button:
            if self._button is not None:
                self._column.removeWidget(self._button)
                self._button.hide()
            if button is not None:
                self._column.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._button = button
        if button is not None:
            button.show()
