"""What the outline's model answers about an entry, by Qt's role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gui.outline.tips import accessible_text, tip
from gui.texts import shown_line
from model.nodes import Node

if TYPE_CHECKING:
    from gui.outline.model import OutlineModel

NODE_ID = int(Qt.ItemDataRole.UserRole)
NUMBER = NODE_ID + 1  # the printed number, to edit


def _display(model: OutlineModel, node: Node) -> str:
    return f"{node.printed_number} {shown_line(node)}".strip()


def _text(model: OutlineModel, node: Node) -> str:
    return node.text


def _number(model: OutlineModel, node: Node) -> str:
    return node.number


def _tip(model: OutlineModel, node: Node) -> str:
    return tip(node, model.look(node))


def _accessible(model: OutlineModel, node: Node) -> str:
    row = model.row_of(node.id)
    return accessible_text(node, model.look(node), model.rows[row] if row is not None else None)


ANSWERS = {
    int(Qt.ItemDataRole.DisplayRole): _display,
    int(Qt.ItemDataRole.EditRole): _text,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleTextRole): _accessible,
    NUMBER: _number,
}
