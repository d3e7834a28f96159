"""A field of several lines: as high as its words, wrapped where it ends, and framed while it has the keys."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.inspector.growing import GrowingText
from gui.inspector.text_editor import TextEditor
from gui.theme import Theme


def shown(qtbot, field, text):
    """The field in a panel that is shown only after it got its text, as an inspector's is."""
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(field)
    column.addWidget(QLineEdit(holder))
    column.addStretch(1)
    holder.resize(300, 400)
    field.show_text("entry", text)
    holder.show()
    qtbot.waitActive(holder)
    return holder


def lines(field):
    layout = field.document().firstBlock().layout()
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def test_lines_end_before_the_scroll_bar_also_where_it_comes_with_the_panel(qtbot):
    field = GrowingText(2, 6)
    holder = shown(qtbot, field, "harbours and lights " * 40)
    assert holder.isVisible()
    assert field.verticalScrollBar().isVisible()
    assert not field.horizontalScrollBar().isVisible()
    assert all(line.width() <= field.viewport().width() for line in lines(field))


@pytest.mark.parametrize("word", ["harbours ", "水利委员会港口", "المرافئ "])
def test_lines_of_every_script_are_seen_whole(qtbot, word):
    field = GrowingText(2, 6)
    field.set_room(2000)
    holder = shown(qtbot, field, word * 60)
    assert holder.isVisible()
    last = field.document().firstBlock().layout()
    below = last.lineAt(last.lineCount() - 1).rect().bottom() + field.document().documentMargin()
    assert field.viewport().height() >= below


def test_a_frame_tells_that_it_has_the_keys(qapp, qtbot):
    theme = Theme(qapp)
    field = GrowingText(2, 6)
    holder = shown(qtbot, field, "harbours")
    accent = field.palette().color(QPalette.ColorRole.Highlight)

    def edge():
        return field.grab().toImage().pixelColor(field.width() // 2, 0)

    holder.findChild(QLineEdit).setFocus()
    assert edge() != accent
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert edge() == accent
    theme.deleteLater()


def test_words_that_are_looked_at_are_scrolled_to(qtbot):
    field = TextEditor()
    text = "harbours and lights " * 60
    holder = shown(qtbot, field, text)
    assert holder.isVisible()
    field.show_place(len(text) - 3)
    assert lines(field)[-1].textStart() <= len(text) - 3
    assert field.viewport().rect().intersects(field.cursorRect(_cursor(field, len(text) - 3)))
    field.show_place(len(text) // 4)
    assert field.viewport().rect().contains(field.cursorRect(_cursor(field, len(text) // 4)))


def test_words_that_could_not_be_stored_are_not_lost(qtbot):
    field, told = GrowingText(2, 6), []
    holder = shown(qtbot, field, "harbours")
    field.committed.connect(lambda entry, text: told.append(text))
    field.setPlainText("lights")
    field.commit()
    field.show_text("entry", "harbours")  # something else changed meanwhile
    assert field.toPlainText() == "lights"
    field.take_back()
    assert holder.isVisible()
    assert field.is_changed
    field.commit()
    field.show_text("entry", "lights")
    assert not field.is_changed
    field.take_back()  # another edit failed
    assert not field.is_changed
    assert told == ["lights", "lights"]


def _cursor(field, position):
    cursor = field.textCursor()
    cursor.setPosition(position)
    return cursor
