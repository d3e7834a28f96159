"""Opens a PDF with the engine, or says what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf

from model.errors import NO_FILE, PasswordNeeded, UnreadableFile, why_unreadable

_NO_PDF = "not a PDF, or damaged; save it as a PDF first, or download it again."
# What the engine raises for damaged parts of a file, some of it behind the backs of PyMuPDF's own errors.
DAMAGED = (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase)

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def opened(path: Path, password: str | None) -> Any:
    """The engine's document. Raises what `Pdf` raises."""
    try:
        if path.is_dir():
            raise UnreadableFile(f"{path.name or path}: a folder, not a PDF; choose a file in it.")
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableFile(f"{path.name}: {NO_FILE}; choose a PDF.")
        if size == 0:
            raise UnreadableFile(f"{path.name}: the file is empty; download it again.")
        with path.open("rb") as file:  # a PDF says that it is one
            says_pdf = b"%PDF-" in file.read(1024)
        str(path).encode("utf-8")  # as the engine does, which calls the file damaged where that fails
        document = pymupdf.open(path, filetype="pdf")
    except UnicodeEncodeError as error:
        raise UnreadableFile(f"{path.name}: its name is not in UTF-8; rename it.") from error
    except OSError as error:
        raise UnreadableFile(f"{path.name}: {why_unreadable(error)}.") from error
    except DAMAGED as error:
        wrong = "damaged; download it again." if says_pdf else _NO_PDF
        raise UnreadableFile(f"{path.name}: {wrong}") from error
    if document.needs_pass and not (document.authenticate("") or document.authenticate(password or "")):
        document.close()
        if password:
            raise PasswordNeeded(f"{path.name}: the password is wrong; try another one.")
        raise PasswordNeeded(f"{path.name}: it needs a password; give it.")
    if not document.is_pdf or not _has_pages(document):
        document.close()
        wrong = "no page can be read in it; download it again." if says_pdf else _NO_PDF
        raise UnreadableFile(f"{path.name}: {wrong}")
    return document


def _has_pages(document: Any) -> bool:
    try:
        return bool(document.page_count)
    except DAMAGED:  # a number of pages that no file can hold
        return False
