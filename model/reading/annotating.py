"""Writes highlights and notes into a copy of a PDF, as standard annotations that every viewer shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pymupdf

from model.errors import UserFacingError
from model.highlights import Annotation, Highlight
from model.nodes import Region
from model.reading.opening import opened
from model.reading.text import Rect, around

# The document's id in the project, in the PDF's catalog.
_DOCUMENT = "ParaphDocument"
_OPACITY = 0.35
# A name goes to the part on the first page; further parts have a number.
_PART = "+"


def annotate(
    source: Path, password: str | None, target: Path, document: str, marks: Sequence[Highlight]
) -> None:
    """A copy of `source` with the marks, at `target`. The same marks give the same bytes, so that it is not
    encrypted: that takes chance.

    Raises what `Pdf` raises for the source, and UserFacingError where the target cannot be written.
    """
    pdf = opened(source, password)
    try:
        parts = sorted(_parts(marks), key=lambda part: part[0])
        for number, of_page in groupby(parts, key=lambda part: part[0]):
            _mark_page(pdf.load_page(number - 1), of_page)
        pdf.xref_set_key(pdf.pdf_catalog(), _DOCUMENT, pymupdf.get_pdf_str(document))
        target.write_bytes(pdf.tobytes(no_new_id=True))
    except OSError as error:
        raise UserFacingError(
            f"{source.name}: its annotated copy cannot be written: {error.strerror}; free some space, or "
            "choose another folder"
        ) from error
    finally:
        pdf.close()


def marks_in(path: Path) -> tuple[str, list[Annotation]]:
    """The document's id as `annotate` wrote it, empty if it did not, and all highlights and notes."""
    pdf = opened(path, None)
    try:
        kind, document = pdf.xref_get_key(pdf.pdf_catalog(), _DOCUMENT)
        found = [_found(annotation, page.number + 1) for page in pdf for annotation in page.annots(_KINDS)]
    finally:
        pdf.close()
    return (document if kind == "string" else ""), found


def _parts(marks: Iterable[Highlight]) -> Iterator[tuple[int, str, Highlight, list[Region]]]:
    """The marks by page, each part with a name of its own."""
    for mark in marks:
        pages = groupby(sorted(mark.regions), key=lambda region: region.page)
        for part, (page, regions) in enumerate(pages):
            yield page, f"{mark.name}{_PART}{part}" if part else mark.name, mark, list(regions)


def _mark_page(page: Any, parts: Iterable[tuple[int, str, Highlight, list[Region]]]) -> None:
    words = page.get_text("words", flags=pymupdf.TEXTFLAGS_WORDS)
    for _, name, mark, regions in parts:
        boxes = [Rect(*region[1:]) for region in regions]
        lines = _lines(words, boxes) or boxes
        made = page.add_highlight_annot([_quad(line, page) for line in lines])
        made.set_colors(stroke=_rgb(mark.color))
        made.set_opacity(_OPACITY)
        _finish(page, made, name, mark.author, mark.text)
        if mark.note and _PART not in name:
            made = page.add_text_annot(boxes[0][:2], mark.note)
            _finish(page, made, f"{name}{_PART}note", mark.author, mark.note)


def _lines(words: Sequence[tuple[Any, ...]], boxes: Sequence[Rect]) -> list[Rect]:
    """The lines of words that stand in the boxes, as one rectangle each."""
    lines: dict[tuple[int, int], list[Rect]] = {}
    for x0, y0, x1, y1, _, block, line, _ in words:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in boxes):
            lines.setdefault((block, line), []).append(Rect(x0, y0, x1, y1))
    return [around(rects) for rects in lines.values()]


def _quad(line: Rect, page: Any) -> Any:
    """The line's corners in the order in which the page is read: the ends of a highlight are drawn round."""
    shown = pymupdf.Rect(line) * page.rotation_matrix
    return shown.quad * page.derotation_matrix


def _finish(page: Any, annotation: Any, name: str, author: str, text: str) -> None:
    annotation.set_info(title=author, content=text)
    pymupdf.mupdf.pdf_update_annot(annotation.this)  # `annotation.update` takes 3 ms more for the same
    page.parent.xref_set_key(annotation.xref, "NM", pymupdf.get_pdf_str(name))


def _found(annotation: Any, page: int) -> Annotation:
    points = annotation.vertices or ()
    quads = (points[start : start + 4] for start in range(0, len(points), 4))
    boxes = tuple(tuple(pymupdf.Quad(*quad).rect) for quad in quads)
    info = annotation.info
    return Annotation(info["id"], page, annotation.type[1], info["title"], info["content"], boxes)


def _rgb(color: str) -> tuple[float, ...]:
    return tuple(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))


_KINDS = (pymupdf.PDF_ANNOT_HIGHLIGHT, pymupdf.PDF_ANNOT_TEXT)
