"""What stands above and below a fragment: whether it heads what follows."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import Fragment
from model.extraction.structure.lines import Line
from model.extraction.structure.texts import is_wide

_LETTERS = (System.UPPER, System.UPPER_ROMAN)
_LOWER = (System.LOWER, System.LOWER_ROMAN, System.CYRILLIC)
_DRESSED = (Form.STOP, Form.BRACKET, Form.BRACKETS)
# How much wider the space above is than that below, in leadings, where that is clear.
_NEARER = 0.2
# What begins within so many points begins side by side.
_LEVEL = 3.0
# A short row of Chinese leaves this share of its column free.
_SOME_ROOM = 0.3


def stands_alone(found: Sequence[Fragment], index: int) -> bool:
    """A short row with space above and below, over a paragraph or over another such row: a heading where
    nothing is bold."""
    block = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    line = block.first
    if len(block.lines) > 1 or line.full or line.ends_sentence or after is None:
        return False
    if not ((line.gap is None or line.gap > 1.3) and (after.first.gap or 0.0) > 1.3):
        return False
    if len(after.lines) > 1:
        return after.first.room < 0.3 * (after.first.row.right - after.first.row.left)
    return not after.first.markers and not line.markers and stands_alone(found, index + 1)


def is_nearer_below(block: Fragment, after: Fragment) -> bool:
    """Whether a row stands clearly nearer to what is below than to what is above, as a heading does, which
    belongs to the text that it opens."""
    above, below = block.first.gap, after.first.gap
    return above is not None and below is not None and above > below + _NEARER


def parts_paragraphs(found: Sequence[Fragment], index: int) -> bool:
    """Whether a short row without a stop stands below a closed paragraph: over the next of a count, it heads
    that though no space sets it off."""
    line = found[index].first
    if not index or len(found[index].lines) > 1 or line.full or line.markers or line.starts_low:
        return False
    before = found[index - 1]
    return line.text[-1:].isalnum() and before.last.ends_sentence and len(before.lines) > 1


def begins_low(line: Line) -> bool:
    """Whether a row of a print in which nothing is bold starts with a small letter; an l there may be a
    capital I that recognition misread."""
    return line.starts_low and not line.text.startswith("l")


def names_chinese(found: Sequence[Fragment], index: int) -> bool:
    """Whether a short numbered row of Chinese without a stop stands over text, or over another such row: what
    is below it has that name, though neither type nor space tells."""
    fragment = found[index]
    line = fragment.first
    after = found[index + 1] if index + 1 < len(found) else None
    if len(fragment.lines) > 1 or line.ends_sentence or not is_wide(line.body[:1]) or after is None:
        return False
    if line.room < _SOME_ROOM * (line.row.right - line.row.left):
        return False
    text = len(after.lines) > 1 or after.last.ends_sentence
    if not after.first.markers:
        return text
    one, two = line.markers[0], after.first.markers[0]
    if one.form is two.form:
        return text and two.value != one.value + 1  # paragraphs that are counted as the headings are
    return text or names_chinese(found, index + 1)


def names_counted(block: Fragment, after: Fragment | None) -> bool:
    """Whether a short row of Chinese without number and stop stands over a counted paragraph: it names what
    is counted there, though its type tells nothing, as is usual where a font has no bold letters."""
    line = block.first
    if len(block.lines) > 1 or line.markers or line.ends_sentence or not is_wide(line.text[:1]):
        return False
    if after is None or not after.first.markers or line.text[-1:] in "，：、":
        return False
    number = after.first.markers[0]
    counted = number.form is Form.STOP and number.system is System.DIGITS
    text = len(after.lines) > 1 or after.last.ends_sentence
    return counted and text and line.room > _SOME_ROOM * (line.row.right - line.row.left)


def over_any_text(after: Fragment | None, number: Marker) -> bool:
    """Whether plain running text stands below a number, though it be a single sentence in one row."""
    if after is None or len(after.lines) > 1 or after.first.markers or after.first.starts_low:
        return over_text(after, number)
    return after.last.ends_sentence and not (after.first.head_bold or after.first.caps or after.first.italic)


def over_text(after: Fragment | None, number: Marker) -> bool:
    """Whether plain running text stands below a number, as it does below a heading's: without one of its own,
    or below a letter or a Roman numeral counted in figures."""
    if after is None or len(after.lines) < 2 or after.first.starts_low:
        return False
    if after.first.markers:
        one = after.first.markers[0]
        counted = one.form is number.form is Form.STOP and one.system is System.DIGITS
        if not (counted and number.system in _LETTERS):
            return False
    centred = all(line.centred for line in after.lines)  # a ragged row may be so by chance
    return not (after.first.head_bold or after.first.caps or centred)


def over_count(found: Sequence[Fragment], index: int) -> bool:
    """Whether a row with a letter or a small Roman numeral stands over the next paragraph of a count in
    figures, and below a short row or a closed paragraph: it heads the paragraph, as no list is open."""
    after = found[index + 1] if index + 1 < len(found) else None
    if not index or after is None or not after.first.markers:
        return False
    before, one, two = found[index - 1], found[index].first.markers[0], after.first.markers[0]
    lettered = one.form in _DRESSED and one.system in _LOWER
    counted = two.form in (Form.STOP, Form.BARE) and two.system is System.DIGITS and two.value > 1
    if not (lettered and counted and (len(after.lines) > 1 or after.last.ends_sentence)):
        return False
    if before.first.markers and before.first.markers[0].run == one.run:
        return False
    return (len(before.lines) == 1 and not before.last.full) or before.text.rstrip()[-1:] == "."


def in_margin(block: Fragment, after: Fragment) -> bool:
    """Whether a block stands wholly before the edge of the text below it, and begins level with that."""
    line, below = block.first, after.first
    level = line.row.page == below.row.page and abs(line.row.baseline - below.row.baseline) < _LEVEL
    return level and max([other.row.x1 for other in block.lines]) < min([row.row.x0 for row in after.lines])
