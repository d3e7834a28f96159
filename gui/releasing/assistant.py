"""Asks what goes into a dataset, in which formats and where to, and shows what that would be."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.buttons import buttons_for
from gui.releasing.contents import ContentsForm
from gui.releasing.counts import Counts
from gui.releasing.format_boxes import FormatBoxes
from gui.releasing.version_field import VersionField
from gui.session import Session
from gui.tab_order import parts_in_tab_order
from gui.theme import BETWEEN, INSIDE, embolden, larger_text

if TYPE_CHECKING:
    from storage.exporting.settings import Settings

_WIDE = 940
_AROUND = 60  # pixels that a window's frame and the system's bars may take


@dataclass(frozen=True)
class Order:
    """What is to be written. With a `version` a release of that name is made first, or written again where
    `settings` is None."""

    formats: list[str]
    folder: Path
    settings: Settings | None = None
    version: str = ""
    notes: str = ""


class FolderField(QWidget):
    """Where files go; a name alone is a folder beside the one that was offered."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside = folder.parent
        self.line = QLineEdit(str(folder), self)
        self.line.setAccessibleName("Folder")
        self.line.setMinimumWidth(380)
        self.line.textChanged.connect(self.changed)
        browse = QPushButton("Choose…", self, autoDefault=False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(QLabel("Folder", self))
        row.addWidget(self.line, 1)
        row.addWidget(browse)

    @property
    def folder(self) -> Path | None:
        typed = self.line.text().strip()
        if not typed:
            return None
        with suppress(RuntimeError):  # "~name" of nobody
            return self._beside / Path(typed).expanduser()
        return self._beside / typed

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Folder for the dataset", self.line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()


class ExportDialog(QDialog):
    """`ordered` says what to write; whoever listens writes it."""

    ordered = Signal(object)  # Order

    def __init__(self, session: Session, formats: Collection[str], folder: Path,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("Export the dataset")
        self.everything = QPushButton("Choose everything", self, autoDefault=False)
        self.everything.setToolTip("All reports, entries and labels, undivided")
        self.contents = ContentsForm(session, self)
        self.counts = Counts(session, self)
        self.formats = FormatBoxes(formats, self)
        self.where = FolderField(folder, self)
        self.folder = self.where.line
        self.keep = QCheckBox("Keep it in the project as release", self)
        self.keep.setToolTip("Frozen with its hashes; its files can be written again at any time")
        self.version = VersionField(session, self)
        self.notes = QLineEdit(self, placeholderText="What is new in it")
        self.notes.setAccessibleName("Notes")
        self.fault = QLabel(self, wordWrap=True)
        writable = session.project is not None and not session.project.read_only
        self.keep.setEnabled(writable)
        self._buttons = buttons_for(self, "Export")
        self._lay_out()
        self.contents.changed.connect(self._count)
        self.everything.clicked.connect(self.contents.choose_everything)
        self.counts.counted.connect(self._check)
        self.formats.changed.connect(self._check)
        self.where.changed.connect(self._check)
        self.version.textChanged.connect(self._check)
        self.version.known.connect(self._check)
        self.keep.toggled.connect(self._check)
        self.keep.toggled.connect(self.version.offer)
        self.accepted.connect(self._tell)
        self.finished.connect(self.counts.stop)
        self.finished.connect(self.version.stop)
        self._count()
        self._check()
        self.contents.documents.setFocus()

    @property
    def boxes(self) -> dict[str, QCheckBox]:
        return self.formats.boxes

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * BETWEEN)
        grid.setVerticalSpacing(INSIDE)
        head = QHBoxLayout()
        head.addWidget(_title("What goes in", self), 1)
        head.addWidget(self.everything)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self.contents, 1, 0)
        grid.addWidget(_title("What comes out", self), 0, 1)
        grid.addWidget(self.counts, 1, 1)
        for half in range(2):
            grid.setColumnStretch(half, 1)
        release = QHBoxLayout()
        release.setSpacing(INSIDE)
        release.addWidget(self.keep)
        release.addWidget(self.version)
        release.addWidget(self.notes, 1)
        self.version.setFixedWidth(round(90 * larger_text(self)))
        asked = QWidget(self)
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addLayout(grid)
        column.addWidget(_title("Formats", self))
        column.addWidget(self.formats)
        # With large text it is higher than a small screen: then it scrolls above the release and the folder.
        scroller = QScrollArea(self, widgetResizable=True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what has the keys
        scroller.setWidget(asked)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        everything.setSpacing(BETWEEN)
        everything.addWidget(scroller)
        everything.addLayout(release)
        everything.addWidget(self.fault)
        everything.addWidget(self.where)
        everything.addWidget(self._buttons)
        parts_in_tab_order(scroller, self.keep, self.version, self.notes, self.where, self._buttons)
        room = self.screen().availableSize()
        if asked.sizeHint().width() + 4 * BETWEEN > room.width():
            self.formats.wrap()
        wanted = asked.sizeHint()
        below = sum(part.sizeHint().height() + BETWEEN for part in (release, self.where, self._buttons))
        high = wanted.height() + below + 3 * BETWEEN
        wide = max(_WIDE, wanted.width() + 4 * BETWEEN)
        self.resize(min(wide, room.width()), min(high, room.height() - _AROUND))

    def fill(self, order: Order) -> None:
        """What was ordered before, to be changed."""
        for name, box in self.boxes.items():
            box.setChecked(name in order.formats)
        self.folder.setText(str(order.folder))
        if order.settings is not None:
            self.contents.choose(order.settings)
        self.version.setText(order.version)
        self.notes.setText(order.notes)
        self.keep.setChecked(bool(order.version))

    def _count(self) -> None:
        self.everything.setEnabled(not self.contents.is_everything)
        self.counts.ask(self.contents.settings)
        self._check()

    def _check(self, *_: object) -> None:
        kept = self.keep.isChecked()
        self.version.setEnabled(kept)
        self.notes.setEnabled(kept)
        fault = self.version.fault if kept else ""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        named = not kept or bool(self.version.text().strip() and not fault)
        fine = bool(self.formats.ticked) and self.where.folder is not None and named
        something = self.counts.busy or self.counts.rows > 0
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fine and something)

    def _tell(self) -> None:
        folder = self.where.folder
        assert folder is not None
        version = self.version.text().strip() if self.keep.isChecked() else ""
        notes = self.notes.text().strip()
        self.ordered.emit(Order(self.formats.ticked, folder, self.contents.settings, version, notes))


class WriteAgainDialog(QDialog):
    """Asks for the formats and the folder of a release's files."""

    ordered = Signal(object)  # Order

    def __init__(self, version: str, formats: Collection[str], folder: Path,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(f"Write release {version}")
        self.setMinimumWidth(_WIDE)
        self._version = version
        self.formats = FormatBoxes(formats, self)
        self.where = FolderField(folder, self)
        self._buttons = buttons_for(self, "Write files")
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(BETWEEN)
        for part in (self.formats, self.where, self._buttons):
            column.addWidget(part)
        self.formats.changed.connect(self._check)
        self.where.changed.connect(self._check)
        self.accepted.connect(self._tell)
        self._check()

    def _check(self) -> None:
        fine = bool(self.formats.ticked) and self.where.folder is not None
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fine)

    def _tell(self) -> None:
        folder = self.where.folder
        assert folder is not None
        self.ordered.emit(Order(self.formats.ticked, folder, None, self._version))


def _title(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    embolden(label)
    return label
