"""What tests of a session, or of the whole window, ask of it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog

from model.nodes import Kind


def paragraph(session):
    return session.review.outline.children(next(iter(session.review.outline)).id)[0]


def settled(session, qtbot):
    qtbot.waitUntil(lambda: session.is_idle)


def paragraph_5(stage):
    """Selects it in the sample report, and gives it."""
    return stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == "5")


def open_dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
