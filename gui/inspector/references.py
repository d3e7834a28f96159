"""What the values of an entry refer to: other entries of its report, and reports of the project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from gui.inspector.subject import called
from gui.session import Session
from model.linking import Reports


class References(QObject):
    """Knows what is referred to as long as it is here."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        session.libraryChanged.connect(self._read)
        self._read()

    def entry(self, node_id: str) -> str | None:
        """How an entry of the open report is called; None if it is not in it."""
        review = self._session.review
        node = review.outline.get(node_id) if review is not None else None
        return called(node) if node is not None else None

    def report(self, instrument: Mapping[str, Any]) -> tuple[str, str] | None:
        """The report of the project that an instrument is or stands in: its id and its symbol."""
        found = self._reports.find(instrument)
        return (found, self._symbols[found]) if found is not None else None

    def _read(self) -> None:
        self._symbols = {row.id: row.symbol for row in self._session.documents if row.symbol}
        self._reports = Reports({symbol: document for document, symbol in self._symbols.items()})
