"""Where the parts of a row stand, in device-independent pixels."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle

from gui.theme import ROW, STEP

BAR = 3  # the role's bar at the leading edge
STATE = 16  # the state's icon, and the arrow
MARK = 14  # the marks at the end: of several recommendations, of notes, of doubt
_INDENT = 14
_LEAST_INDENT = 6
_INDENTED_AT_MOST = 0.3  # of the row's width, however deep the outline is


class Boxes(NamedTuple):
    """Where the parts of a row stand, in the view's pixels."""

    bar: QRect
    state: QRect
    arrow: QRect
    number: QRect
    text: QRect
    marks: tuple[QRect, ...]  # as many as were asked for


def row_height(metrics: QFontMetrics) -> int:
    """26 pixels at the usual text size, more where the text is larger."""
    return max(ROW, metrics.height() + 2 * STEP)


def lay_out(row: QRect, depth: int, deepest: int, number_width: int, marks: int,
            direction: Qt.LayoutDirection, larger: float = 1.0) -> Boxes:  # fmt: skip
    """The parts of a row from its leading edge on; mirrored where the document reads from right to left. Its
    pictures are so much `larger` as its text is."""
    side, mark = round(STATE * larger), round(MARK * larger)
    step = max(_LEAST_INDENT, min(_INDENT, int(_INDENTED_AT_MOST * row.width() / max(1, deepest))))
    top, height = row.top(), row.height()

    def box(left: int, width: int, tall: int = height) -> QRect:
        rect = QRect(row.left() + left, top + (height - tall) // 2, max(0, width), tall)
        return QStyle.visualRect(direction, row, rect)

    state = BAR + STEP
    arrow = state + side + depth * step
    number = arrow + side + STEP // 2
    text = number + (number_width + 2 * STEP if number_width else 0)
    end = row.width() - 2 * STEP
    room = marks * (mark + STEP)
    return Boxes(
        bar=box(0, BAR, height - 2),
        state=box(state, side, side),
        arrow=box(arrow, side),
        number=box(number, number_width),
        text=box(text, end - room - text),
        marks=tuple(box(end - room + STEP + at * (mark + STEP), mark, mark) for at in range(marks)),
    )
