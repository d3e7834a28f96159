"""Pages whose words, or whose type, are taken from a picture of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.doubts import DoubtKind
from model.reading import hidden, kept, ocr, strokes
from model.reading.ocr import Recognized
from model.reading.pictured import placed
from model.reading.ruled import levelled, ruled
from model.reading.scanned import recognized
from model.reading.text import PageText, Rect

if TYPE_CHECKING:
    from model.reading.pdf import Pdf


def with_type_shown(pdf: Pdf, text: PageText) -> PageText:
    """A page of hidden words with the type and the rules that its picture shows."""
    rules, plain = ruled(pdf.drawn(text.number, None, strokes.SCALE), hidden.baselines_of(text.lines))
    lines, lean = hidden.typed(text.lines, plain)
    drawn = text.rules or text.boxes
    return text._replace(lines=lines, rules=text.rules if drawn else levelled(rules, lean), lean=lean)


def with_page_read(pdf: Pdf, text: PageText, doubt: DoubtKind) -> PageText:
    """A page as character recognition reads it; in doubt where that is not installed."""
    read = _read(pdf, text.number)
    if read is None:
        return text._replace(doubt=doubt)
    return recognized(text, read, instead=doubt is DoubtKind.GARBLED)


def with_pictures_read(pdf: Pdf, text: PageText, places: Sequence[Rect]) -> PageText:
    """A page with the words of pictures on it, as `with_page_read`."""
    found = [(read, place) for place in places if (read := _read(pdf, text.number, place))]
    if len(found) < len(places):
        return text._replace(doubt=DoubtKind.PICTURED)
    if any(read.turn or not read.lines for read, _ in found):
        text = text._replace(doubt=DoubtKind.ILLEGIBLE)
    upright = [(read, place) for read, place in found if not read.turn]
    lines = tuple(line for read, place in upright for line in placed(read, place))
    sure = min((read.confidence for read, _ in upright if read.lines), default=0.0)
    return recognized(text, Recognized(lines, sure), instead=False)


def _read(pdf: Pdf, page: int, clip: Rect | None = None) -> Recognized | None:
    """A page, or a picture on it, as it was recognized before or is now; None if nothing reads it."""
    place = kept.place_of(page, clip)
    known = pdf.recognition.known.get(place)
    if known and (before := kept.from_text(known)):
        return before
    if not ocr.is_available():
        return None
    read = ocr.recognize(pdf.render(page, ocr.SCALE, clip))
    pdf.recognition.keep(place, kept.as_text(read))
    return read
