"""Rows of running text as the structure's rules see them: text, indent, weight, gap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.labelled import says_no_more
from model.extraction.numbering.markers import read_markers, read_set_off
from model.extraction.rows import Row
from model.extraction.structure.texts import Text, is_small
from model.extraction.zones.pieces import SMALL_CAPITALS
from model.reading.text import Span
from model.right_to_left import is_rtl

_BLANKS = 3  # at a text's beginning, as far as a tabulator
_SIGNS = 9  # of what a tabulator sets off: a number, with what files it ("2024/10.")
_HEAD = 48  # characters that a marker and what tells it apart may take
# "A Education", "IV Programme", "6/1. Permits": what may be a heading's number.
_HEADED = re.compile(r"(?:[A-H]|[IVX]{1,5}) (?=[A-Z])|\d{1,4}/\d{1,3}\.\s+(?=[^\W\d_a-zß-ÿа-яё])")
_REMARK = re.compile(r"\s\([^()]*\)[\s*∗\d]*$")
_NO_SPACES = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
# "... by 2035. (page 12)", "... cameras. [R-23-5]": a recommendation in a list of them.
REFERRED = re.compile(r"\w[.!?] [(\[][^()\[\]]*\d[^()\[\]]*[)\]]$")
_TERMINAL = ".;:!?。；：！？؟؛…।"
_CLOSING = ")]”’\"'»）」』* 0123456789"


class Line:
    """One row of running text.

    `indent` is from the left of its column (from the right in right-to-left text); `gap` the distance to the
    row above in leadings (1.0: set solid; None at the top of a page or column); `room` the empty space at its
    end in points. `set_off`: a short sign stands so far before the rest as only a tabulator puts it.
    `apart`: a table, a figure or the like stands between it and the row before. `bold`, `italic` and `caps`
    are true where all of it is, the printed number aside; `caps` is 1 for small capitals, 2 for large ones.
    `coloured`: all of it has a colour.
    """

    __slots__ = (
        "apart", "bold", "caps", "centred", "coloured", "end_bold", "first_width", "full", "gap",
        "head_bold", "indent", "italic", "label", "marker_end", "markers", "marks", "room", "row",
        "rtl", "set_off", "size", "text", "underlined",
    )  # fmt: skip

    def __init__(self, row: Row, text: Text) -> None:
        self.row = row
        self.text = text.text
        self.marks = text.marks
        self.size = row.size
        self.gap: float | None = None
        self.underlined = row.underlined
        self.centred = row.centred
        self.rtl = is_rtl(text.text)
        if self.rtl:
            self.indent, self.room = row.right - row.x1, row.x0 - row.left
        else:
            self.indent, self.room = row.x0 - row.left, row.right - row.x1
        self.full = False
        self.apart = False
        self.markers: tuple[Marker, ...] = ()
        self.label = ""
        self.marker_end = 0
        found = read_markers(self.text[:_HEAD])
        self.set_off = len(row.spans) > 1 and _sets_off(row.spans, row.size)
        if not found and self.set_off:
            found = read_set_off(row.spans[0].text)
        elif not found and (row.centred or row.spans[0].bold) and (match := _HEADED.match(self.text)):
            found = read_set_off(match[0])
        if found:  # most rows begin with no number
            self.markers = tuple([marker for marker in found if marker.printed])
            self.label = found[0].label if not found[0].printed else ""
            self.marker_end = self.markers[0].end if self.markers else 0
        self._weigh()

    def number_by(self, marker: Marker) -> None:
        """Takes over what other rows say about its number."""
        self.markers, self.marker_end = (marker,), marker.end
        self._weigh()

    def _weigh(self) -> None:
        """Finds the type of its letters, and the width of its first word."""
        spans = self.row.spans
        if len(spans) == 1:
            span = spans[0]
            said = (span.bold or span.italic) and bool(_letters(span.text))
            self.bold = self.head_bold = self.end_bold = said and span.bold
            self.italic = said and span.italic
            self.coloured = span.coloured or span.text.isspace()
        else:
            self._weigh_spans(spans)
            self.coloured = all(span.coloured or span.text.isspace() for span in spans)
        body = self.text[self.marker_end :]
        self.caps = 0 if not _in_capitals(body) else 1 if spans[0].font.endswith(SMALL_CAPITALS) else 2
        word = body.split(" ", 1)[0] if body else ""
        if not word.isascii() and _NO_SPACES.match(word):
            word = word[0]  # a line of Chinese may be broken after any letter
        whole = len(self.text) or 1
        self.first_width = (self.row.x1 - self.row.x0) * (len(word) + self.marker_end + 1) / whole

    def _weigh_spans(self, spans: Sequence[Span]) -> None:
        skip = self.marker_end
        bold = italic = total = 0
        self.head_bold = self.end_bold = False
        seen = first = False
        for span in spans:
            letters = _letters(span.text)
            if not letters or (self.marks and is_small(span, self.row)):
                continue
            if skip > 0:
                skip -= len(span.text.strip())
                if skip >= -1:
                    seen = span.bold
                    continue
            if not first:
                self.head_bold, first = span.bold, True
            total += letters
            bold += letters if span.bold else 0
            italic += letters if span.italic else 0
            self.end_bold = span.bold
        if not total:
            self.bold, self.italic = seen, False
        else:
            self.bold = bold >= 0.93 * total
            self.italic = italic >= 0.93 * total

    @property
    def body(self) -> str:
        """Its text without the printed number."""
        return self.text[self.marker_end :].lstrip()

    @property
    def style(self) -> tuple[float, bool, bool, int]:
        return round(2 * self.size) / 2, self.bold, self.italic, self.caps

    @property
    def labels_part(self) -> bool:
        """Whether it stands in the middle and is only a label and its number: "Annex I", "Article 5"."""
        if not self.centred or not self.markers or self.markers[0].form is not Form.LABEL:
            return False
        return says_no_more(self.markers[0], self.text)

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text)

    @property
    def starts_low(self) -> bool:
        """Whether it starts with a small letter and without a number, so that it continues the line above."""
        if self.markers:
            return False
        for sign in self.text:
            if sign.isalpha():
                return sign.islower()
            if sign.isdigit():
                return False
        return False


def _sets_off(spans: Sequence[Span], size: float) -> bool:
    """Whether a short sign stands so far before the rest of its row as only a tabulator puts it, or above, or
    in the right margin."""
    first = spans[0]
    rest = next((span for span in spans[1:] if not span.text.isspace()), None)
    if len(first.text) > _SIGNS or rest is None:
        return False
    if rest.text[:_BLANKS].isspace() and len(rest.text) > _BLANKS:
        return True
    apart = max(rest.x0 - first.x1, rest.baseline - first.baseline, first.x0 - rest.x1)
    return apart > 0.8 * size


def _letters(text: str) -> int:
    """About how many letters and digits a span has; exactly, where it is short."""
    if len(text) < 8:
        return len(text) if text.isalnum() else sum(map(str.isalnum, text))
    return len(text) - text.count(" ") if not text.isspace() else 0


def _in_capitals(text: str) -> bool:
    if text.rstrip(" *∗0123456789").endswith(")"):
        text = _REMARK.sub("", text)  # "ADOPTION OF THE AGENDA (Agenda item 1)"
    if sum(map(str.islower, text[:16])) > 4:
        return False
    alphabetic = sum(map(str.isalpha, text))
    return alphabetic >= 3 and sum(map(str.isupper, text)) >= 0.9 * alphabetic


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; a source or a count may follow."""
    if text[-1:].isalpha():
        return False
    bare = text.rstrip(_CLOSING) or text
    return bare[-1:] in _TERMINAL or (text[-1:] in ")]" and REFERRED.search(text) is not None)
