"""Similar recommendations: like the selected entry, or all that repeat; and where the words differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.closing import close_by_key
from gui.message_bar import MessageBar, Tone
from gui.searching.jump import Jump
from gui.session import Session
from gui.side.lines import LINE, Line
from gui.side.view import LinesView
from gui.similar.asking import SimilarAsking
from gui.similar.difference import Difference
from gui.texts import percent, place_words
from gui.theme import BETWEEN, INSIDE, size_window
from model.nodes import Node, first_words
from model.plurals import counted

if TYPE_CHECKING:
    from storage.recommendations import EntryText
    from storage.similar import Likeness

ORIGIN = "similar"
_LEASTS = ((0.9, "almost the same words"), (0.7, "most words the same"), (0.5, "half the words the same"),
           (0.3, "some words the same"))  # fmt: skip
# Which of the choices is set at first.
_USUAL = 2
# This many lines are listed at first, and of each group; "Show more" adds as many.
_LINES_AT_MOST, _OF_A_GROUP = 400, 40
_MORE = "more"


class Side(NamedTuple):
    """A text that is compared, and where it stands."""

    title: str
    text: str


class Hit(NamedTuple):
    """What a line of the list leads to, and what it is compared with."""

    entry: EntryText
    beside: Side


class SimilarDialog(QDialog):
    """Stands beside the window. Enter or a click goes to the entry, the arrows only compare."""

    def __init__(self, session: Session, asking: SimilarAsking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self._jump = Jump(session, ORIGIN, self)
        self._node: Node | None = None
        self._groups: list[list[EntryText]] = []
        self._most = _LINES_AT_MOST
        self.setWindowTitle("Similar recommendations")
        size_window(self, 860, 600)
        close_by_key(self)
        self.bar = MessageBar(self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.list = LinesView("Similar recommendations", self)
        self.list.setFrameShape(LinesView.Shape.StyledPanel)
        self.difference = Difference(self)
        self._make_choices()
        self._compose()
        self._connect()

    def _make_choices(self) -> None:
        self.one_button = QPushButton("Like the selected entry", self)
        self.all_button = QPushButton("All that repeat", self)
        self._modes = QButtonGroup(self)
        for button in (self.one_button, self.all_button):
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._modes.addButton(button)
        self.least_box = QComboBox(self)
        self.least_box.setAccessibleName("How alike")
        for least, words in _LEASTS:
            self.least_box.addItem(words.capitalize(), least)
        self.least_box.setCurrentIndex(_USUAL)

    def _compose(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        for widget in (self.one_button, self.all_button, self.least_box):
            row.addWidget(widget)
        row.addStretch(1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.difference)
        split.setSizes([340, 180])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(INSIDE)
        whole.addLayout(row)
        whole.addWidget(self.about)
        whole.addWidget(split, 1)
        whole.addWidget(self.bar)

    def _connect(self) -> None:
        self.one_button.clicked.connect(self.ask_like_selected)
        self.all_button.clicked.connect(self.ask_repeats)
        self.least_box.currentIndexChanged.connect(self._ask_again)
        self.list.chosen.connect(self._chosen)
        self.list.left.connect(self.close)
        self.list.selectionModel().currentChanged.connect(self._compare)
        self._asking.liked.connect(self._show_like)
        self._asking.repeated.connect(self._show_repeats)
        self._asking.failed.connect(self._refused)
        self._asking.stopped.connect(self._stopped)
        self._session.projectClosed.connect(self.close)
        self._session.libraryChanged.connect(self._drop_what_is_gone)

    # --- what is asked

    @property
    def least(self) -> float:
        return float(self.least_box.currentData())

    def ask_like_selected(self) -> None:
        """Has the selected entry been recommended before?"""
        node = self._session.current
        if node is None:
            self.one_button.setChecked(self._node is not None)
            self.bar.say("Select an entry of the report first.", tone=Tone.INFO)
            return
        self._node = node
        self.one_button.setChecked(True)
        self._wait("Looking for recommendations like it…")
        self._asking.ask_like(node, self.least)

    def ask_repeats(self) -> None:
        """What is recommended again and again?"""
        self._node = None
        self.all_button.setChecked(True)
        self._wait("Comparing all recommendations of the project…")
        self._asking.ask_repeats(self.least)

    def _ask_again(self, *_: object) -> None:
        if self._node is not None:
            self._wait("Looking for recommendations like it…")
            self._asking.ask_like(self._node, self.least)
        else:
            self.ask_repeats()

    def _drop_what_is_gone(self) -> None:
        """Where a report was taken out that is listed."""
        there = {row.id for row in self._session.documents}
        listed = {line.data.entry.document for line in self.list.lines.lines if line.data is not None}
        if self.isVisible() and not listed <= there:
            self._ask_again()

    def _wait(self, words: str) -> None:
        self.bar.clear()
        self.about.setText(words)

    # --- what comes back

    def _show_like(self, asked: str, found: list[Likeness]) -> None:
        node = self._node
        if node is None or node.id != asked:
            return
        beside = Side(f"The selected entry: {place_words(node.printed_number, node.anchor.page)}", node.text)
        lines = [_line(one.entry, beside, percent(one.score)) for one in found]
        reports = len({one.entry.document for one in found})
        times = f"{_times(len(found))} in {counted(reports, 'report')}." if found else self._nothing
        self._show(lines, f"{_name(node)}: {times}")

    @property
    def _nothing(self) -> str:
        """That nothing is so alike, with what to choose to find more."""
        less = self.least_box.itemText(self.least_box.currentIndex() + 1)
        words = f"nothing was found with {self.least_box.currentText().lower()}."
        return f"{words} Choose “{less}” above to find more." if less else words

    def _show_repeats(self, groups: list[list[EntryText]]) -> None:
        if self._node is None:
            self._groups, self._most = groups, _LINES_AT_MOST
            entries = sum(map(len, groups))
            several = f"in {len(groups):,} groups" if len(groups) > 1 else "in one group"
            words = f"{entries:,} recommendations repeat {several}." if groups else self._nothing
            self._show(self._lines_of_groups(), words[:1].upper() + words[1:])

    def _lines_of_groups(self) -> list[Line]:
        lines: list[Line] = []
        for number, group in enumerate(self._groups):
            if len(lines) >= self._most:
                lines.append(Line(_MORE, "Show more", most=1, picture="forward"))
                break
            first = group[0]
            place = place_words(first.printed, first.page, first.report.name)
            beside = Side(f"The first: {place}", first.text)
            reports = len({entry.document for entry in group})
            title = f"{len(group):,} times in {counted(reports, 'report')}"
            more = f", of which {_OF_A_GROUP} are listed" if len(group) > _OF_A_GROUP else ""
            lines.append(Line(f"group {number}", title + more, heading=True))
            lines += [_line(entry, beside) for entry in group[:_OF_A_GROUP]]
        return lines

    def _show(self, lines: list[Line], words: str) -> None:
        self.about.setText(words)
        self.list.clear_choice()
        self.list.show_lines(lines)
        self.list.scrollToTop()
        self.difference.clear()
        if lines:
            self.list.go_to_first()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, sentence: str) -> None:
        self.about.setText("")
        self.bar.say(sentence)

    def _stopped(self) -> None:
        self.about.setText("Stopped.")

    # --- what is chosen

    def _compare(self, index: QModelIndex, *_: object) -> None:
        line = index.data(LINE) if index.isValid() else None
        if line is None or line.data is None:
            self.difference.clear()
            return
        entry, beside = line.data
        title = place_words(entry.printed, entry.page, entry.report.name)
        self.difference.show_texts((beside.title, title), (beside.text, entry.text))

    def _chosen(self, line: Line) -> None:
        if line.key == _MORE:
            self._most += _LINES_AT_MOST
            self.list.show_lines(self._lines_of_groups())
        else:
            self._jump.to(line.data.entry.document, line.data.entry.node)


def _line(entry: EntryText, beside: Side, note: str = "") -> Line:
    where = place_words(entry.printed, entry.page, entry.report.name)
    return Line(entry.node, entry.text, where, note=note, tip=entry.report.whole, data=Hit(entry, beside))


def _name(node: Node) -> str:
    return node.printed_number or first_words(node.text, 5)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
