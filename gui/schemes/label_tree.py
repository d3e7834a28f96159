"""The labels of one slot as the scheme orders them, those below others indented."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from gui.icons import drawn
from gui.schemes.form import chip_side
from gui.tables import Rows
from gui.theme import is_dark, label_color
from model.labels import Slot
from model.schemes import Scheme

_CODE = Qt.ItemDataRole.UserRole


class LabelTree(QTreeWidget):
    """`filling` holds while labels are listed, for `currentItemChanged` comes then, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filling = False
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIconSize(QSize(chip_side(self), chip_side(self)))
        self.setItemDelegate(Rows(self))
        self.setAccessibleName("Labels")

    @property
    def code(self) -> str:
        """Of the label that is chosen; empty if there is none."""
        item = self.currentItem()
        return item.data(0, _CODE) if item is not None else ""

    def fill(self, scheme: Scheme, slot: Slot, wanted: str) -> None:
        """Lists a slot's labels, and chooses the one with the code `wanted`, or else the first."""
        self.filling = True
        self.clear()
        dark = is_dark(self.palette())
        items: dict[str, QTreeWidgetItem] = {}
        for label in scheme.labels[slot]:
            item = QTreeWidgetItem([label.title])
            item.setData(0, _CODE, label.code)
            if slot is Slot.ROLE:
                item.setIcon(0, self._chip(label_color(label, dark)))
            items[label.code] = item
        for label in scheme.labels[slot]:
            above = items.get(label.broader)
            if above is not None and above is not items[label.code]:
                above.addChild(items[label.code])
            else:
                self.addTopLevelItem(items[label.code])
        self.expandAll()
        if wanted in items:
            self.setCurrentItem(items[wanted])
        else:
            self.setCurrentIndex(self.model().index(0, 0))
        self.filling = False

    def _chip(self, color: QColor) -> QIcon:
        """On a selected row with a ring, because the row may have its colour."""
        side = chip_side(self)
        chip = QIcon(drawn("chip", color, side, 2.0))
        ring = drawn("chip", self.palette().color(QPalette.ColorRole.HighlightedText), side, 2.0).copy()
        painter = QPainter(ring)
        inner = QRect(0, 0, side, side).marginsRemoved(QMargins(2, 2, 2, 2))
        painter.drawPixmap(inner, drawn("chip", color, side, 2.0))
        painter.end()
        chip.addPixmap(ring, QIcon.Mode.Selected)
        return chip
