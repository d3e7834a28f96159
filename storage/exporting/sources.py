"""The PDFs that a format puts into what it writes."""

from __future__ import annotations

from pathlib import Path

from model.documents import Document
from storage.errors import ExportFailed, ProjectError
from storage.exporting.formats import DatasetContext

_MOST_NAMED = 5


class Sources:
    """Gives the PDFs of documents, and says once for all which of them are missing."""

    def __init__(self, context: DatasetContext, what: str) -> None:
        """`what` is what the PDFs are needed for, at the beginning of a sentence."""
        self._context, self._what = context, what
        self._missing: list[str] = []

    def of(self, document: Document) -> Path | None:
        """None for what is missing, and after that: then the rest is only looked through."""
        try:
            path = self._context.source(document)
        except ProjectError:
            self._missing.append(document.name)
            return None
        return None if self._missing else path

    def verify(self) -> None:
        """Raises ExportFailed that names what is missing."""
        if self._missing:
            more = len(self._missing) - _MOST_NAMED
            names = ", ".join(self._missing[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
            raise ExportFailed(
                f"{self._what} needs PDFs that the project does not hold: {names}; import them into it, "
                "or leave this format out, for the others do without"
            )
