"""Entries dragged in the outline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from model.nodes import Kind

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def box(tree, node):
    return tree.visualRect(tree.entries.index(tree.entries.row_of(node.id)))


def drop(tree, moving, onto, share):
    """Drags entries onto a row, `share` down its height, as the window system reports it."""
    rows = [tree.entries.index(tree.entries.row_of(node.id)) for node in moving]
    data = tree.entries.mimeData(rows)
    target = box(tree, onto)
    place = QPoint(target.center().x(), target.top() + round(share * (target.height() - 1)))
    move, buttons = Qt.DropAction.MoveAction, Left
    for event in (
        QDragEnterEvent(place, move, data, buttons, Mod.NoModifier),
        QDragMoveEvent(place, move, data, buttons, Mod.NoModifier),
        QDropEvent(QPointF(place), move, data, buttons, Mod.NoModifier),
    ):
        QApplication.sendEvent(tree.viewport(), event)


@pytest.fixture
def own_drags(tree, monkeypatch):
    """Qt names the source of a drag only while a real one is under way."""
    monkeypatch.setattr(
        tree, "_is_ours", lambda event: event.mimeData().hasFormat("application/x-paraph-entries")
    )


@pytest.mark.parametrize(("share", "parent", "after"), [(0.05, "A", "6"), (0.95, "A", "7"), (0.5, "7", None)])
def test_dropping_above_below_and_onto(opened, tree, own_drags, share, parent, after):
    nine, seven = opened.find("9"), opened.find("7")
    drop(tree, [nine], seven, share)
    outline = opened.stored().outline
    assert outline[outline[nine.id].parent].number == parent
    row = [node.number for node in outline.children(outline[nine.id].parent)]
    assert (row[row.index("9") - 1] if row.index("9") else None) == after
    opened.act("undo")
    assert opened.review.outline[nine.id].parent == nine.parent


def test_dropping_below_an_unfolded_entry_puts_it_first_inside(opened, tree, own_drags):
    nine, section = opened.find("9"), opened.find("II", Kind.SECTION)
    drop(tree, [nine], section, 0.95)
    assert opened.stored().outline.children(section.id)[0].id == nine.id


def test_an_impossible_drop_says_why_and_changes_nothing(opened, tree, own_drags):
    heading, paragraph = opened.find("II", Kind.SECTION), opened.find("6")
    drop(tree, [heading], paragraph, 0.5)
    opened.settle()
    assert opened.said == ["A heading can only be below another heading."]
    assert opened.review.outline[heading.id].parent == heading.parent


def test_an_entry_is_dropped_neither_on_itself_nor_below(opened, tree, own_drags):
    ten, below = opened.find("10"), opened.find("a", Kind.ITEM)
    opened.select(ten)
    drop(tree, [ten], ten, 0.5)
    drop(tree, [ten], below, 0.95)
    opened.settle()
    assert opened.said == []
    assert opened.review.outline.get(ten.id) == ten


def test_a_foreign_drag_is_left_to_the_window(opened, tree):
    data = QMimeData()
    data.setText("words")
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Left, Mod.NoModifier)
    QApplication.sendEvent(tree.viewport(), event)
    assert not event.isAccepted()
