"""What a reviewer does in the inspector, and what is stored then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from gui.inspector.panel import InspectorPanel
from gui.jobs import Jobs
from gui.texts import to_utf16
from gui.vocabularies.keeper import Vocabularies

Left = Qt.MouseButton.LeftButton


def press(opened, button):
    opened.qtbot.mouseClick(button, Left)
    opened.settle()


def pick(opened, menu, words):
    """Chooses from a menu by its words, as shown before the key."""
    next(action for action in menu.actions() if action.text().split("\t")[0] == words).trigger()
    opened.settle()


def with_vocabularies(session, actions, parent):
    """The inspector with the vocabularies that every project uses, as in the window."""
    panel = InspectorPanel(session, actions, parent)
    panel.set_vocabularies(Vocabularies(session, Jobs(panel), panel))
    return panel


def mark(panel, words):
    """Selects words in the text, as Shift and the arrows do."""
    text = panel.text.toPlainText()
    start = text.index(words)
    cursor = panel.text.textCursor()
    cursor.setPosition(to_utf16(text, start))
    cursor.setPosition(to_utf16(text, start + len(words)), QTextCursor.MoveMode.KeepAnchor)
    panel.text.setTextCursor(cursor)


def shown(opened, node, slot, frame=0):
    return opened.stored().shown(node.id, slot, opened.me, frame)


def evidence(opened, node, slot, frame=0):
    decision = shown(opened, node, slot, frame).decision
    return [node.text[span.start : span.end] for span in decision.evidence]
