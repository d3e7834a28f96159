"""The field for a release's version, which offers the next one and knows those there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.latest import Latest
from gui.session import Session

if TYPE_CHECKING:
    from storage.project import Project


class VersionField(QLineEdit):
    """Where nothing is typed yet, the version after the latest release stands in it, to be typed over."""

    known = Signal()  # which versions there are

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, placeholderText="Version", maxLength=40)
        self.setAccessibleName("Version")
        self._session = session
        self._latest = Latest(session, self)
        self._there: frozenset[str] = frozenset()

    @property
    def fault(self) -> str:
        """Why no release can have what is typed; empty if one can, and if nothing is."""
        from storage.releases.listing import is_version

        typed = self.text().strip()
        if typed in self._there:
            return f"There is a release {typed} already, and it never changes: type another version."
        if typed and not is_version(typed):
            return "A version is written like 1.0, with letters, digits and . _ - only."
        return ""

    def offer(self, wanted: bool) -> None:
        project = self._session.project
        if wanted and project is not None:
            self._latest.ask(_versions, project, done=self._take)

    def stop(self, *_: object) -> None:
        """No offer is wanted any more."""
        self._latest.forget()

    def _take(self, versions: Sequence[str]) -> None:
        from storage.releases.listing import next_version

        self._there = frozenset(versions)
        self.known.emit()
        if self.text():
            return
        self.setText(next_version(versions))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()


def _versions(project: Project) -> list[str]:
    from storage.releases.listing import releases

    with project.reading() as connection:
        return [release.version for release in releases(connection)]
