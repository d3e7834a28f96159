"""PySide6 takes no references away; 6.12.0 does on Python 3.10 and 3.11 (docs/decisions/0002)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

TIMES = 1_000
# Other threads of the test run may hold some for a moment; a leak would take a thousand.
NOISE = 50


class Sender(QObject):
    told = Signal(int)


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def hear(self, number: int) -> None:
        self.heard += 1


def _references() -> tuple[int, int]:
    return sys.getrefcount(True), sys.getrefcount(None)


def _lost(before: tuple[int, int]) -> bool:
    return any(abs(now - then) > NOISE for now, then in zip(_references(), before, strict=True))


def test_emitting_and_disconnecting_keep_true_and_none(qapp):
    sender, listener = Sender(), Listener()
    before = _references()
    for number in range(TIMES):
        sender.told.connect(listener.hear)
        sender.told.emit(number)
        sender.told.disconnect(listener.hear)
    assert listener.heard == TIMES
    assert not _lost(before)


def test_calls_that_give_nothing_keep_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = _references()
    for number in range(TIMES):
        widget.resize(100 + number % 7, 100)
        widget.setEnabled(bool(number % 2))
    assert not _lost(before)
