"""The values by which a search is narrowed down, each with how many hits it would leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QIcon, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from gui.icons import drawn, state_icon
from gui.searching.lookup import Counts, Facet, Ticks
from gui.texts import KIND_WORDS
from gui.theme import box_ground, is_dark, label_color
from model.labels import Slot, Status
from model.nodes import Kind
from model.schemes import SCALES, Label, Scheme

_TITLES = {
    Facet.ROLE: "Role",
    Facet.FORCE: "Force",
    Facet.ADDRESSEE: "Addressee",
    Facet.STATE: "State",
    Facet.KIND: "Kind",
    Facet.REPORT: "Report",
    Facet.REVIEWER: "Reviewed by",
    Facet.DAY: "Reviewed on",
}
_SLOTS = {Facet.ROLE: Slot.ROLE, Facet.FORCE: Slot.FORCE, Facet.ADDRESSEE: Slot.ADDRESSEES}
_VALUE = Qt.ItemDataRole.UserRole
_CHIP = 12
_ROW = 24
_MOST_ROWS = 11  # shown without scrolling


class FacetTree(QTreeWidget):
    """Groups that unfold into values with a box to tick. Of a search values without hits are left out, and so
    are groups without values."""

    ticked = Signal()
    left = Signal()

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[Facet, QTreeWidgetItem] = {}
        self._values: dict[tuple[Facet, Any], QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIndentation(14)
        self.setIconSize(QSize(14, 14))
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Narrow the search down")
        self.setToolTip("Tick values to narrow the search down")
        for facet, title in _TITLES.items():
            self._groups[facet] = QTreeWidgetItem(self, [title, ""])
            self._groups[facet].setSizeHint(0, QSize(0, self._row()))
            self._groups[facet].setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self._colors: dict[str, Label] = {}
        self._add_labels(scheme)
        for status in Status:
            self._add(Facet.STATE, status.value, status.value.capitalize(), state_icon(status))
        for kind in Kind:
            if kind is not Kind.FURNITURE:  # nobody looks for what every page repeats
                self._add(Facet.KIND, kind, KIND_WORDS[kind])
        self._tint()
        self._fit()
        self.itemChanged.connect(self._changed)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)

    @property
    def chosen(self) -> tuple[tuple[Facet, frozenset[Any]], ...]:
        """What is ticked, by facet; facets without ticks are left out."""
        found: dict[Facet, set[Any]] = {}
        for (facet, value), item in self._values.items():
            if item.checkState(0) is Qt.CheckState.Checked:
                found.setdefault(facet, set()).add(value)
        return tuple((facet, frozenset(found[facet])) for facet in Facet if facet in found)

    def set_scheme(self, scheme: Scheme) -> None:
        """The labels of the project; what was ticked among them is no longer ticked."""
        with QSignalBlocker(self):
            for facet, value in [key for key in self._values if key[0] in _SLOTS]:
                self._groups[facet].removeChild(self._values.pop((facet, value)))
            self._add_labels(scheme)
        self._tint()
        self._changed()

    def _add_labels(self, scheme: Scheme) -> None:
        self._colors = {label.code: label for label in scheme.labels[Slot.ROLE]}
        for facet, slot in _SLOTS.items():
            for label in scheme.labels[slot]:
                if slot in SCALES:
                    self._add(facet, int(label.code), f"{label.code}  {label.name}")
                else:
                    self._add(facet, label.code, label.name)

    def set_reports(self, names: Mapping[str, str]) -> None:
        """The reports of the project: names by document id."""
        with QSignalBlocker(self):
            for facet, value in [key for key in self._values if key[0] is Facet.REPORT]:
                if value not in names:
                    self._groups[facet].removeChild(self._values.pop((facet, value)))
            for document, name in names.items():
                if (Facet.REPORT, document) not in self._values:
                    self._add(Facet.REPORT, document, name)
                self._values[Facet.REPORT, document].setText(0, name)
                self._values[Facet.REPORT, document].setToolTip(0, name)

    def show_counts(self, counts: Counts) -> None:
        with QSignalBlocker(self):
            for (facet, value), item in self._values.items():
                count, offered = counts.by_facet.get(facet, {}).get(value, 0), facet in counts.offered
                numbered = facet in counts.by_facet and not offered
                item.setText(1, f"{count:,}" if count or numbered else "")
                item.setHidden(not (count or offered) and item.checkState(0) is not Qt.CheckState.Checked)
        self._name_groups()
        self._fit()

    def offer_all(self) -> None:
        """Every value, without numbers: nothing is sought yet."""
        with QSignalBlocker(self):
            for item in self._values.values():
                item.setText(1, "")
                item.setHidden(False)
        self._name_groups()
        self._fit()

    def tick_only(self, ticks: Ticks) -> None:
        """These values, and none else; `ticked` comes once."""
        with QSignalBlocker(self):
            for item in self._values.values():
                item.setCheckState(0, Qt.CheckState.Unchecked)
            for facet, (value, words) in ((facet, one) for facet, ones in ticks.items() for one in ones):
                if (facet, value) not in self._values:
                    self._add(facet, value, words)
                self._values[facet, value].setCheckState(0, Qt.CheckState.Checked)
        self._changed()

    def clear_ticks(self) -> None:
        with QSignalBlocker(self):
            for item in self._values.values():
                item.setCheckState(0, Qt.CheckState.Unchecked)
        self._changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on a row unfolds its group or ticks its value; the arrow and the box are small."""
        place = event.position().toPoint()
        item = self.itemAt(place)
        left = event.button() is Qt.MouseButton.LeftButton
        if item is None or not left or place.x() < self.visualItemRect(item).left():
            super().mousePressEvent(event)
            return
        self.setCurrentItem(item)
        if item.parent() is None:
            item.setExpanded(not item.isExpanded())
        else:
            ticked = item.checkState(0) is Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        elif event.type() == QEvent.Type.FontChange:
            for item in (*self._groups.values(), *self._values.values()):
                item.setSizeHint(0, QSize(0, self._row()))
            self._fit()

    def _add(self, facet: Facet, value: Any, words: str, picture: QIcon | None = None) -> None:
        item = QTreeWidgetItem(self._groups[facet], [words, ""])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                      | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren)  # fmt: skip
        item.setCheckState(0, Qt.CheckState.Unchecked)
        item.setData(0, _VALUE, value)
        item.setSizeHint(0, QSize(0, self._row()))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if picture is not None:
            item.setIcon(0, picture)
        self._values[facet, value] = item

    def _changed(self, *_: object) -> None:
        self._name_groups()
        self.ticked.emit()

    def _name_groups(self) -> None:
        """A folded group says what is ticked in it."""
        chosen = dict(self.chosen)
        with QSignalBlocker(self):
            for facet, group in self._groups.items():
                group.setHidden(not self._shown(facet))
                ticked = [self._values[facet, value].text(0).strip() for value in chosen.get(facet, ())]
                group.setText(
                    0, f"{_TITLES[facet]}: {', '.join(sorted(ticked))}" if ticked else _TITLES[facet]
                )
                font = self.font()
                font.setBold(bool(ticked))
                group.setFont(0, font)

    def _fit(self, *_: object) -> None:
        """As high as its rows, up to a limit."""
        rows = 0
        for facet, group in self._groups.items():
            rows += not group.isHidden()
            if group.isExpanded():
                rows += self._shown(facet)
        self.setFixedHeight(self._row() * min(rows, _MOST_ROWS) + 2)

    def _shown(self, facet: Facet) -> int:
        """How many of its values are."""
        return sum(not item.isHidden() for (of, _), item in self._values.items() if of is facet)

    def _row(self) -> int:
        return max(_ROW, self.fontMetrics().height() + 4)

    def _tint(self) -> None:
        palette, dark = self.palette(), is_dark(self.palette())
        edge = box_ground(QGuiApplication.palette())
        if palette.color(QPalette.ColorRole.Window) != edge:
            palette.setColor(QPalette.ColorRole.Window, edge)
            self.setPalette(palette)
        with QSignalBlocker(self):
            quiet = QBrush(self.palette().color(QPalette.ColorRole.PlaceholderText))
            for (facet, value), item in self._values.items():
                item.setForeground(1, quiet)
                if facet is Facet.ROLE:
                    item.setIcon(0, QIcon(drawn("chip", label_color(self._colors[value], dark), _CHIP, 2.0)))
