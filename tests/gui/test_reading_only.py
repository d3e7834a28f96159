"""A project that is open for reading only looks so everywhere, and nothing seems to be editable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from gui.stage import Stage
from model.nodes import Kind


@pytest.fixture
def stage(qapp, copy):
    with Stage(first_start=True) as stage:
        stage.window.opener.open_for_reading(copy)
        stage.open_report()
        stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
        yield stage


def test_the_window_says_that_it_is_for_reading(stage):
    window = stage.window
    assert window.status.saved.text() == "for reading only"
    assert window.first_steps.isHidden()
    for action_id in ("accept", "merge", "undo", "repair-doubt", "accept-confident", "import"):
        action = window.actions_of[action_id]
        assert not action.isEnabled()
        assert "for reading only" in action.toolTip(), action_id
    assert "reading only" in window.inspector.head.buttons["accept"].toolTip()
    assert "reading only" not in window.actions_of["next"].toolTip()


def test_fields_and_buttons_of_the_inspector_cannot_be_used(stage):
    inspector = stage.window.inspector
    assert inspector.text.isReadOnly()
    assert inspector.notes.field.isReadOnly()
    assert not inspector.role.button.isEnabled()
    assert not inspector.place.kind.isEnabled()
    assert not inspector.anatomy.adding.isEnabled()


def test_the_mouse_finds_no_edges_and_draws_no_entries(stage):
    canvas, tree = stage.window.page_view.canvas, stage.window.outline.tree
    drawn = []
    canvas.regionDrawn.connect(drawn.append)
    viewport, shift = canvas.viewport(), Qt.KeyboardModifier.ShiftModifier
    start, end = QPoint(100, 120), QPoint(300, 300)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, shift, start)
    QTest.mouseMove(viewport, end)
    assert canvas.bands == ()
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, shift, end)
    assert drawn == []
    tree.edit_part(tree.row_delegate.part)
    assert tree.state() is not QAbstractItemView.State.EditingState


def test_a_project_to_write_in_is_editable_again(stage):
    window = stage.window
    path = window.session.project.path
    window.opener.open_project(path)
    stage.wait_for(lambda: window.session.project is not None and not window.session.read_only, "it")
    assert window.status.saved.text() == "saved"
    assert not window.inspector.text.isReadOnly()
    assert window.inspector.role.button.isEnabled()
    assert "reading only" not in window.actions_of["accept"].toolTip()
