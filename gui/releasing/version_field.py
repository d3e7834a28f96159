"""The field for a release's version, which offers the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.latest import Latest
from gui.session import Session

if TYPE_CHECKING:
    from storage.project import Project


class VersionField(QLineEdit):
    """Where nothing is typed yet, the version behind the latest release stands in it, to be typed over."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, placeholderText="Version", accessibleName="Version", maxLength=40)
        self._session = session
        self._latest = Latest(session, self)

    def offer(self, wanted: bool) -> None:
        project = self._session.project
        if wanted and project is not None and not self.text():
            self._latest.ask(_next_version, project, done=self._take)

    def stop(self, *_: object) -> None:
        """No offer is wanted any more."""
        self._latest.forget()

    def _take(self, version: str) -> None:
        if self.text():
            return
        self.setText(version)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()


def _next_version(project: Project) -> str:
    from storage.releases.listing import next_version, releases

    with project.reading() as connection:
        return next_version([release.version for release in releases(connection)])
