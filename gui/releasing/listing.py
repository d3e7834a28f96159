"""The releases of the project: what they hold, where their files are, and what two of them differ in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.dashboard.agreeing import agreement_lines
from gui.exporting import FOLDERS, open_outside
from gui.latest import Latest
from gui.releasing.counts import named
from gui.session import Session
from gui.side.panel import Empty
from gui.tables import Rows
from gui.theme import BETWEEN, INSIDE, size_window
from model.labels import Slot
from model.paths import isdir

if TYPE_CHECKING:
    from storage.project import Project
    from storage.releases.comparing import Comparison
    from storage.releases.listing import Release

_COLUMNS = ("Version", "Date", "By", "Rows", "Notes", "Content (SHA-256)")
_MOST_CHANGES = 500
_NONE = "No release yet. To make one, export the dataset and tick “Keep it in the project as release”."


class ReleasesDialog(QDialog):
    """`writeAsked` says that the files of a version are wanted again, `exportAsked` that a first one is."""

    writeAsked = Signal(str)
    exportAsked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Releases")
        size_window(self, 860, 520)
        self._session = session
        self._latest = Latest(session, self)
        self._releases: Mapping[str, Release] = {}
        self._folders: Mapping[str, str] = {}
        self._compared: list[Release] = []  # or about to be
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderLabels(_COLUMNS)
        self.list.setItemDelegate(Rows(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName("Releases")
        self.empty = Empty(self)
        self.export = QToolButton(self)
        self.export.setText("Export…")
        self.empty.say(_NONE, self.export)
        self._offer()
        session.libraryChanged.connect(self._offer)
        self.details = QPlainTextEdit(self, readOnly=True)
        self.details.setAccessibleName("About the release")
        even = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        even.setPointSizeF(self.font().pointSizeF())  # which follows the text size
        self.details.setFont(even)
        self.write, self.folder, self.cite, self.compare = (
            QPushButton(words, self, autoDefault=False)
            for words in ("Write files…", "Open folder", "Copy citation", "Compare")
        )
        self.compare.setToolTip(
            "What changed since the release before; of two that are selected, what differs"
        )
        self._lay_out()
        self.empty.hide()  # until it is known
        self._selected()
        self.list.itemSelectionChanged.connect(self._selected)
        self.list.itemActivated.connect(self._ask_to_write)
        self.write.clicked.connect(self._ask_to_write)
        self.folder.clicked.connect(self._open_folder)
        self.cite.clicked.connect(self._copy_citation)
        self.compare.clicked.connect(self._compare)
        self.export.clicked.connect(self.exportAsked)
        self.load()

    @property
    def busy(self) -> bool:
        return self._latest.busy

    def load(self, *_: object) -> None:
        """Reads the list again, in the background."""
        if self._session.project is not None:
            self._latest.ask(_read, self._session.project, done=self._show)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        for button in (self.write, self.folder, self.cite, self.compare):
            row.addWidget(button)
        row.addStretch(1)
        leave = QPushButton("Close", self, autoDefault=False)
        leave.clicked.connect(self.reject)
        row.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(BETWEEN)
        column.addWidget(self.empty, 1)
        column.addWidget(self.list, 2)
        column.addWidget(self.details, 3)
        column.addLayout(row)

    def _show(self, answer: tuple[list[Release], Mapping[str, str]]) -> None:
        found, self._folders = answer
        self._releases = {release.version: release for release in found}
        self.list.clear()
        for release in reversed(found):
            texts = (release.version, release.at[:10], release.reviewer, f"{release.rows:,}",
                     " ".join(release.notes.split()), f"{release.content[:16]}…")  # fmt: skip
            item = QTreeWidgetItem(self.list, list(texts))
            item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(5, release.content)
        for column in range(len(_COLUMNS)):
            self.list.resizeColumnToContents(column)
        self._tell_whether(bool(found))
        if found:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._selected()

    def _offer(self) -> None:
        """Where there is no report, there is nothing to export."""
        self.export.setEnabled(bool(self._session.documents))

    def _tell_whether(self, there_are: bool) -> None:
        """Where there is no release yet, there is nothing to do with any."""
        self.empty.setHidden(there_are)
        for part in (self.list, self.details, self.write, self.folder, self.cite, self.compare):
            part.setVisible(there_are)

    @property
    def selected(self) -> list[Release]:
        """The older one first."""
        versions = {item.text(0) for item in self.list.selectedItems()}
        return [release for version, release in self._releases.items() if version in versions]

    @property
    def _pair(self) -> list[Release]:
        """What can be compared: two that are selected, or a single one with the one before it."""
        chosen, known = self.selected, list(self._releases.values())
        if len(chosen) == 1:
            at = known.index(chosen[0])
            return known[at - 1 : at + 1] if at else []
        return chosen if len(chosen) == 2 else []

    def _selected(self) -> None:
        chosen = self.selected
        if chosen and chosen == self._compared:
            return
        self._compared = []
        one = chosen[0] if len(chosen) == 1 else None
        self.write.setEnabled(one is not None)
        self.cite.setEnabled(one is not None)
        self.folder.setEnabled(one is not None and self._folder_of(one) is not None)
        self.compare.setEnabled(bool(self._pair))
        before = f" with {self._pair[0].version}" if one is not None and self._pair else ""
        self.compare.setText(f"Compare{before}")
        if one is not None:
            self.details.setPlainText(_about(one, self._session))
        elif len(chosen) == 2:
            self._compare()
        else:
            self.details.clear()

    def _folder_of(self, release: Release) -> Path | None:
        known = self._folders.get(release.version)
        return Path(known) if known and isdir(known) else None

    def _ask_to_write(self, *_: object) -> None:
        if len(self.selected) == 1:
            self.writeAsked.emit(self.selected[0].version)

    def _open_folder(self) -> None:
        folder = self._folder_of(self.selected[0])
        if folder is not None:
            open_outside(folder)

    def _copy_citation(self) -> None:
        QGuiApplication.clipboard().setText(_citation(self.selected[0], self._session.project))

    def _compare(self) -> None:
        project = self._session.project
        if project is not None and self._pair:
            old, new = self._compared = self._pair
            self.details.setPlainText(f"Comparing {old.version} with {new.version}…")
            self._latest.ask(_compare, project, old, new, done=partial(self._tell_changes, old, new))

    def _tell_changes(self, old: Release, new: Release, found: Comparison) -> None:
        if [old, new] != self._compared:
            return
        lines = [f"From {old.version} to {new.version}: {found.summary}", ""]
        lines += [*found.reports, *(change.line for change in found.changes)]
        left = sum(found.counts.values()) - len(found.changes)
        if left:
            lines.append(f"… and {left:,} more; “paraph diff” lists all of them")
        self.details.setPlainText("\n".join(lines))


def _about(release: Release, session: Session) -> str:
    manifest, scheme = release.manifest, session.scheme
    lines = [
        f"Release {release.version} of {release.at[:16].replace('T', ' ')} UTC, made by {release.reviewer}",
        *([release.notes] if release.notes else ()),
        "",
        f"Content  {release.content}",
        f"Release  {release.sha256}",
        f"Rows     {release.rows:,}",
        f"Reports  {len(manifest['documents']):,}",
        f"Roles    {_said(named(manifest['roles'], Slot.ROLE, scheme))}",
        f"States   {_said(named(manifest['states'], Slot.STATUS, scheme))}",
        f"Splits   {_said(named(manifest['splits'], None, scheme))}",
        f"Scheme   {manifest['scheme'] or 'the one that comes with Paraph'}",
        f"Made by  {manifest['made_by']}",
        "",
        *_agreement(manifest.get("agreement", {})),
        _citation(release, session.project),
    ]
    return "\n".join(lines)


def _agreement(found: Mapping[str, Mapping[str, Any]]) -> list[str]:
    lines = [f"  {line}" for line in agreement_lines(found)]
    return ["Agreement between people", *lines, ""] if lines else []


def _said(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} ({number:,})" for name, number in counts.items()) or "–"


def _citation(release: Release, project: Project | None) -> str:
    return release.citation(project.path.stem if project is not None else "dataset")


def _read(project: Project) -> tuple[list[Release], Mapping[str, str]]:
    from storage.releases.listing import releases

    with project.reading() as connection:
        found = releases(connection)
    return found, project.setting(FOLDERS, {})


def _compare(project: Project, old: Release, new: Release) -> Comparison:
    from storage.releases.comparing import compare

    with project.reading() as connection:
        return compare(connection, old, new, _MOST_CHANGES)
