"""How right suggestions are: each label's figures, what was taken for what, by report, and as charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.closing import close_by_key
from gui.combo_boxes import refill
from gui.latest import Latest
from gui.learning.charts import Chart, Point
from gui.learning.confusion import ConfusionTable
from gui.learning.figures import FigureTable
from gui.learning.keeper import NAMES
from gui.learning.reading import Measured, measure, read_judged
from gui.searching.jump import Jump
from gui.session import Session
from gui.tab_order import parts_in_tab_order
from gui.tables import Rows
from gui.texts import percent
from gui.theme import BETWEEN, INSIDE, size_window
from model.labels import Slot
from model.learning.measures import Evaluation
from model.plurals import counted
from model.report_names import report_names

if TYPE_CHECKING:
    from storage.evaluating import Evaluated, Judged

ORIGIN = "evaluation"
_SLOTS = {slot: name.capitalize() for slot, name in NAMES.items()}
_LISTED = 500
_WIDEST = 260  # pixels of a choice
_SHORT = 160  # characters of an entry in the list
_EMPTY = "Nobody has decided on this yet. Review some entries, then look again."
_PLACE = Qt.ItemDataRole.UserRole


class EvaluationDialog(QDialog):
    """Reads and counts in the background. A click on a cell lists its entries, two go to one of them."""

    learnAsked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jump = Jump(session, ORIGIN, self)
        self._reading, self._measuring = Latest(session, self), Latest(session, self)
        self._evaluated: Evaluated | None = None
        self._measured: Measured | None = None
        self.setWindowTitle("Evaluation")
        size_window(self, 1040, 700)
        close_by_key(self)
        self.slots = self._box("Which label", [(words, slot) for slot, words in _SLOTS.items()])
        self.machines = self._box("Whose suggestions", [])
        self.reports = self._box("Which reports", [("All reports", "")])
        self.learn_button = QPushButton("Learn from decisions", self)
        self.learn_button.setAutoDefault(False)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.values = FigureTable("Figures of each label", "Label", self)
        self.confusion = ConfusionTable(self)
        self.by_report = FigureTable("Figures of each report", "Report", self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Views")
        for title, table in (
            ("Labels", self.values), ("What was taken for what", self.confusion), ("Reports", self.by_report)
        ):  # fmt: skip
            self.tabs.addTab(table, title)
        self.calibration = Chart("Calibration", "how sure", joined=False, diagonal=True, parent=self)
        self.curve = Chart("Learning curve", "decisions", joined=True, diagonal=False, parent=self)
        self.list_title = QLabel("Click a cell to list its entries here.", self)
        self.list_title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Entries")
        self.list.setItemDelegate(Rows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._compose()
        self._connect()

    def _box(self, name: str, items: Sequence[tuple[str, object]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(_WIDEST)
        refill(box, items)
        return box

    def _compose(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(INSIDE)
        for box in (self.slots, self.machines, self.reports):
            top.addWidget(box)
        top.addStretch(1)
        top.addWidget(self.learn_button)
        charts = QWidget(self)
        column = QGridLayout(charts)
        column.setContentsMargins(BETWEEN, 0, 0, 0)
        column.setSpacing(INSIDE)
        for row, (title, chart) in enumerate((("How right, by how sure", self.calibration),
                                              ("F1 by number of decisions", self.curve))):  # fmt: skip
            column.addWidget(QLabel(title, charts), 2 * row, 0)
            column.addWidget(chart, 2 * row + 1, 0)
            column.setRowStretch(2 * row + 1, 1)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.setChildrenCollapsible(False)
        across.addWidget(self.tabs)
        across.addWidget(charts)
        across.setSizes([680, 330])
        below = QWidget(self)
        entries = QVBoxLayout(below)
        entries.setContentsMargins(0, INSIDE, 0, 0)
        entries.setSpacing(INSIDE // 2)
        entries.addWidget(self.list_title)
        entries.addWidget(self.list, 1)
        down = QSplitter(Qt.Orientation.Vertical, self)
        down.setChildrenCollapsible(False)
        down.addWidget(across)
        down.addWidget(below)
        down.setSizes([450, 170])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(INSIDE)
        whole.addLayout(top)
        whole.addWidget(self.summary)
        whole.addWidget(down, 1)
        asked = (self.slots, self.machines, self.reports, self.learn_button)
        parts_in_tab_order(*asked, self.tabs.tabBar(), self.tabs, charts, below)

    def _connect(self) -> None:
        self.slots.currentIndexChanged.connect(self.read)
        self.machines.currentIndexChanged.connect(self._measure)
        self.reports.currentIndexChanged.connect(self._measure)
        self.learn_button.clicked.connect(self.learnAsked)
        self.confusion.asked.connect(self._list_cell)
        self.values.asked.connect(self._list_value)
        self.by_report.asked.connect(self._choose_report)
        self.list.itemActivated.connect(self._go)
        self._session.projectOpened.connect(self.read)
        self._session.projectClosed.connect(self.read)
        self._session.reviewerChanged.connect(self.read)
        self._session.libraryChanged.connect(self._library_changed)

    # --- reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_reports()
        self.read()

    def read(self, *_: object) -> None:
        """Reads the project again; what is shown follows."""
        project = self._session.project
        if not self.isVisible():
            return
        if project is None:
            self._reading.forget()
            self._arrived(None)
        else:
            self._reading.ask(read_judged, project, Slot(self.slots.currentData()), self._session.reviewer,
                              done=self._arrived)  # fmt: skip

    def _library_changed(self) -> None:
        before = self.reports.count()
        self._fill_reports()
        if self.reports.count() != before:  # one was taken out or put back, or has come in
            self.read()

    def _arrived(self, evaluated: Evaluated | None) -> None:
        self._evaluated = evaluated
        machines = evaluated.by_machine if evaluated is not None else {}
        refill(self.machines, [(_machine_words(name), name) for name in machines])
        self.machines.setVisible(bool(machines))
        self._measure()

    def _measure(self, *_: object) -> None:
        judged = self._evaluated.by_machine.get(self.machines.currentData(), ()) if self._evaluated else ()
        self._measuring.ask(measure, judged, self.reports.currentData() or "", done=self._show)

    def _fill_reports(self) -> None:
        names = [(name, report) for report, name in report_names(self._session.documents).items()]
        refill(self.reports, [("All reports", ""), *names])

    # --- showing

    def _show(self, measured: Measured) -> None:
        self._measured = measured
        found = measured.over_all
        self.summary.setText(_summary(found) if found.examples else _EMPTY)
        self.values.show_rows([(self._name(one.value), one.value, one) for one in found.values])
        self.confusion.show_counts(found.confusion, self._name)
        self.tabs.setTabVisible(1, bool(found.confusion))
        names = report_names(self._session.documents)
        self.by_report.show_evaluations(
            [(names.get(report, report), report, one) for report, one in measured.by_report.items()]
        )
        self.calibration.show_points(
            [
                Point(level.confidence, level.right, level.suggested, f"{level.suggested:,} suggestions that"
                      f" are {percent(level.confidence)} sure: {percent(level.right)} right")
                for level in found.bins if level.suggested
            ],
            ("0 %", "100 %"),
        )  # fmt: skip
        self._show_curve()
        self._list([], "Click a cell to list its entries here.")

    def _show_curve(self) -> None:
        learned = self.machines.currentIndex() > 0 and self._evaluated is not None
        curve = self._evaluated.curve if learned and self._evaluated is not None else ()
        if not curve:
            self.curve.show_points((), ("", ""))
            return
        first, last = curve[0][0], curve[-1][0]
        wide = max(1, last - first)
        self.curve.show_points(
            [Point((size - first) / wide, f1, 1, f"{size:,} decisions: F1 {f1:.2f}") for size, f1 in curve],
            (f"{first:,}", f"{last:,}"),
        )

    def _name(self, value: str) -> str:
        return self._session.scheme.label(Slot(self.slots.currentData()), value).name

    def _list_cell(self, given: str, suggested: str) -> None:
        wanted = (given,), (suggested,) if suggested else ()
        entries = [one for one in self._shown() if one.example[:2] == wanted]
        words = self._name(suggested) if suggested else "nothing"
        self._list(entries, f"{len(entries):,} given as {self._name(given)}, suggested as {words}")

    def _list_value(self, value: str) -> None:
        entries = [
            one for one in self._shown()
            if (value in one.example.given) != (value in one.example.suggested)
        ]  # fmt: skip
        self._list(entries, f"{len(entries):,} where {self._name(value)} was missed or suggested wrongly")

    def _shown(self) -> Sequence[Judged]:
        return self._measured.judged if self._measured is not None else ()

    def _choose_report(self, report: str) -> None:
        self.reports.setCurrentIndex(self.reports.findData(report))

    def _list(self, entries: Sequence[Judged], title: str) -> None:
        self.list.clear()
        for one in entries[:_LISTED]:
            text = " ".join(one.text.split())
            item = QListWidgetItem(text if len(text) <= _SHORT else f"{text[:_SHORT]}…")
            item.setData(_PLACE, (one.document, one.node))
            item.setToolTip(text)
            self.list.addItem(item)
        more = f"; the first {_LISTED} are listed" if len(entries) > _LISTED else ""
        self.list_title.setText(f"{title}{more}")

    def _go(self, item: QListWidgetItem) -> None:
        self._jump.to(*item.data(_PLACE))


def _machine_words(name: str) -> str:
    return "The rules" if name == "rules" else f"What was learned ({name.partition('@')[2]})"


def _summary(found: Evaluation) -> str:
    return (
        f"{counted(found.examples, 'decision')}   ·   exactly right {100 * found.accuracy:.1f} %"
        f"   ·   micro F1 {found.micro_f1:.3f}   ·   macro F1 {found.macro_f1:.3f}"
        f"   ·   calibration error {found.calibration_error:.3f}"
    )
