"""What of Qt's is garbage is deleted in the window's thread, whichever thread makes objects."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from gui import garbage_collection
from gui.app import application, discard


class _Cycle(QObject):
    """Something of Qt's that only the collector can free."""

    def __init__(self, freed):
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: freed.append(threading.current_thread()))


@pytest.fixture
def owner(qapp, monkeypatch):
    """The owner of the collecting, in a process where the collector is on at first."""
    gc.enable()
    monkeypatch.setattr(garbage_collection, "_EVERY", 10)
    monkeypatch.setattr(garbage_collection, "_SETTLED_AFTER", 10)
    application()
    owner = QObject()
    yield owner
    gc.disable()
    discard(owner)


def _make_many_objects():
    made = [[] for _ in range(100_000)]
    assert made


def test_a_thread_that_makes_objects_deletes_nothing_of_qts(owner, qtbot):
    freed = []
    garbage_collection.settle_later(owner)
    _Cycle(freed)
    thread = threading.Thread(target=_make_many_objects)
    thread.start()
    thread.join()
    assert freed == []
    kept = [[] for _ in range(1000)]
    qtbot.waitUntil(lambda: bool(freed))
    assert freed == [threading.main_thread()]
    assert kept


def test_it_ends_with_its_owner(owner, qtbot):
    closed = QObject()
    garbage_collection.settle(closed)
    discard(closed)
    freed = []
    _Cycle(freed)
    kept = [[] for _ in range(1000)]
    qtbot.wait(50)
    assert freed == []
    gc.collect()
    assert freed == [threading.main_thread()]
    assert kept
