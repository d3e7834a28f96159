"""A project with the sample report, for tests of the whole window; a session on a made-up one, and a window
with nothing but its actions."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from gui.action_set import ActionSet
from gui.commands import run_command
from gui.session import Session
from gui.stage import Stage
from storage.project import Project
from tests.storage.stored_reports import add_report


@pytest.fixture
def copy(tmp_path, sample_file):
    """The project in a file that the test may change."""
    return Path(shutil.copy(sample_file, tmp_path / "copy.paraph"))


@pytest.fixture
def stage(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)  # there already, so it is opened
        stage.open_report()
        yield stage


@pytest.fixture
def session(tmp_path, qtbot):
    path = tmp_path / "wells.paraph"
    with Project.create(path) as project:
        document_id = add_report(project).document.id
    before = set(threading.enumerate())
    session = Session("Ada")
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(path)
    with qtbot.waitSignal(session.documentOpened):
        session.open_document(document_id)
    yield session
    closed = []
    session.close(partial(closed.append, True))
    qtbot.waitUntil(lambda: bool(closed))
    left = [thread.name for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert left == []


@pytest.fixture
def window(session, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    middle = QWidget()
    layout = QVBoxLayout(middle)
    layout.addWidget(QLineEdit())
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(other)
    window.setCentralWidget(middle)
    actions = ActionSet(session, window)
    actions.triggered.connect(partial(run_command, session))
    window.actions_of_test, window.other = actions, other
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
