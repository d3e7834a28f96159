"""A list of bars: names, how many there are of each, and what share of the longest that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.tables import Index
from gui.theme import INSIDE, ROW, STEP

_BAR = Qt.ItemDataRole.UserRole
_VALUE = int(Qt.ItemDataRole.UserRole) + 1
_LEAST = 2  # pixels: nothing that is there looks as if it were not
_MOST_ROWS = 15
_NOTHING = "None yet"


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: `value` is what a click asks for."""

    words: str
    count: int
    value: Any
    color: QColor | None = None


def row_indent(widget: QWidget) -> int:
    """Pixels before the words of a list's rows, for words that stand above or below them."""
    return widget.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1


class BarList(QTreeWidget):
    """Enter or a click on a line asks for what is behind it."""

    asked = Signal(object, str)  # a bar's value and words

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_BarDelegate(self))
        self.setAccessibleName(name)
        self.setToolTip("Click to list the entries")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        header = self.header()
        header.setStretchLastSection(False)
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(24)
        self.itemClicked.connect(self._chosen)
        self.itemActivated.connect(self._chosen)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """As many as there is room for, in the order given."""
        self.clear()
        longest = max((bar.count for bar in bars), default=0)
        for bar in bars[:_MOST_ROWS]:
            item = QTreeWidgetItem([bar.words, "", f"{bar.count:,}"])
            item.setToolTip(0, bar.words)
            item.setData(1, _BAR, (bar.count / longest if longest else 0.0, bar.color))
            item.setData(0, _VALUE, bar.value)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{bar.words}: {bar.count}")
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(item)
        if not bars:
            nothing = QTreeWidgetItem([_NOTHING])
            nothing.setFlags(Qt.ItemFlag.ItemIsEnabled)  # to be read, in the text's own colour
            self.addTopLevelItem(nothing)
        rows = max(1, min(len(bars), _MOST_ROWS))
        self.setFixedHeight(rows * max(ROW, self.fontMetrics().height() + STEP) + STEP)

    @property
    def bars(self) -> list[tuple[str, str]]:
        """Words and counts as they are shown."""
        model = self.model()
        rows = range(model.rowCount())
        return [(model.index(row, 0).data(), model.index(row, 2).data() or "") for row in rows]

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions."""

    def _chosen(self, item: QTreeWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.asked.emit(item.data(0, _VALUE), item.text(0))


class _BarDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(max(ROW, option.fontMetrics.height() + STEP))
        if index.column() == 0:
            size.setWidth(min(size.width() + INSIDE, 3 * option.widget.width() // 5))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() != 1:
            super().paint(painter, option, index)
            return
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        if index.data(_BAR) is None:
            return
        share, color = index.data(_BAR)
        width = max(_LEAST, round((option.rect.width() - 2 * INSIDE) * share)) if share else 0
        high = option.rect.height() // 2
        box = QRect(option.rect.left() + INSIDE, option.rect.center().y() - high // 2, width, high)
        if option.state & QStyle.StateFlag.State_Selected:  # on the colour that bars without their own have
            color = option.palette.color(QPalette.ColorRole.HighlightedText)
        painter.fillRect(box, color or option.palette.color(QPalette.ColorRole.Accent))
