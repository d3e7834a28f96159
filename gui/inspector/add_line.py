"""The line in which one more value is typed, completed from what is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_LEAST_WIDTH = 150
# Another window, or the list of completions: the line is not left.
STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Offer(NamedTuple):
    """One choice of a menu, or one that completes what is typed."""

    value: Any
    words: str


class AddLine(QLineEdit):
    """Takes one value: Enter or leaving the line adds what was typed, Esc adds nothing."""

    typed = Signal(str)
    offered = Signal(object)
    left = Signal()

    def __init__(self, name: str, complete: Callable[[str], Sequence[Offer]], parent: QWidget) -> None:
        super().__init__(parent)
        self._complete = complete
        self._offers: list[Offer] = []
        self.setAcceptDrops(False)
        self.setAccessibleName(name)
        self.setToolTip("Enter adds it, Esc does not")
        self.setPlaceholderText(name.split(": ", 1)[-1].capitalize())
        self.setMinimumWidth(_LEAST_WIDTH)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._picked)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def begin(self, words: str) -> None:
        self.setText(words)
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if words:
            self._offer(words)
            if self._offers:
                self.completer().complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self._say()
            self.left.emit()

    def _offer(self, typed: str) -> None:
        self._offers = list(self._complete(typed))
        self._model.setStringList([offer.words for offer in self._offers])

    def _picked(self, words: str) -> None:
        value = next((offer.value for offer in self._offers if offer.words == words), None)
        if value is not None:
            self.clear()
            self.offered.emit(value)
            self.left.emit()

    def _say(self) -> None:
        words = " ".join(self.text().split())
        self.clear()
        same = (offer.value for offer in self._offers if offer.words.casefold() == words.casefold())
        exact = next(same, None)
        if exact is not None:
            self.offered.emit(exact)
        elif words:
            self.typed.emit(words)
