"""Where one block of running text ends and the next begins, as far as the layout says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from model.extraction.numbering.forms import SIGNS, Form
from model.extraction.numbering.markers import BULLETS
from model.extraction.structure.fragments import BREAK, Fragment
from model.extraction.structure.lines import Line
from model.extraction.structure.measures import Measures
from model.extraction.structure.texts import is_wide
from model.extraction.wording import OFFICER_NAMED, RECITAL, SIGNED, opens_report

# What a row says that is set in just as its block's first one was.
_LIKE_FIRST = 2.4
# What a preamble's participle says after a comma, though the row above is full.
_RECITES = 1.6
# What it says that a row is nothing but "Annex I".
_CLEARLY = BREAK + 0.5
# The rows of a title stand no further apart (of lines).
_SOLID = 1.22
# What it says that a row is "Executive summary".
_OPENS = 2.0
_COMMAS = (",", "،", "，")
_FIGURES = "0123456789"
# "(Signed)" and a name have fewer letters.
_OPENING, _SIGNED = ("(", "[", "（"), 60
# "09.30 Opening", "11.00–12.30 Quays", "0930 Opening" in a programme, and the first letter after it.
_HOUR = re.compile(
    r"(?=\d{4}|\d\d?[.:h])([01]?\d|2[0-3])([.:h]?)([0-5]\d)(?=[\s–-])(?=[\d\s.:h–-]*([^\W\d_]))"
)


def fragments(lines: Sequence[Line], usual: Measures) -> list[Fragment]:
    """Cuts running text at every place where a block begins or a printed number may stand."""
    out: list[Fragment] = []
    for line in lines:
        if not out:
            out.append(Fragment([line], 9.0))
            continue
        start = seam(out[-1].lines, line, usual)
        if start >= BREAK or _may_number(line, out[-1].last, start):
            out.append(Fragment([line], start))
        else:
            out[-1].lines.append(line)
    return out


def _may_number(line: Line, before: Line, start: float) -> bool:
    if not line.markers:
        return False
    form = line.markers[0].form
    sign = line.markers[0].label
    if form is Form.BULLET and sign in BULLETS and sign not in before.text[1:]:
        return True  # nothing but an item begins with a sign that does not divide words, however close
    if form is Form.LABEL or (form is Form.BARE and not line.set_off):
        return start > 0
    return form not in SIGNS or start > -1.0


def seam(block: Sequence[Line], line: Line, usual: Measures) -> float:
    """How much the layout speaks for a new block between the rows of a block and the next row."""
    before = block[-1]
    score = _change(before, line)
    if _changes_type(before, line):
        score += 1.5
    if line.row.box != before.row.box:
        score += 1.5
    if breaks_off(block, line, usual):
        score += 1.0
    gap = line.gap
    if gap is not None:
        solid = 1.15 if usual.plain else 1.12  # a typewriter's rows waver under the scanner's glass
        score += 2.4 if gap > 1.45 else 1.8 if gap > 1.22 else 1.0 if gap > solid else 0.0
    elif line.row.page == before.row.page and line.row.column == before.row.column:
        score += 1.5
    mailed = gap is None and "@" in before.text and " " not in before.text
    ends = before.ends_sentence or mailed
    # an e-mail alone closes an address, also at the foot of a column
    full = before.full and not mailed and not (ends and _falls_short(block, line))
    if line.apart:
        # a paragraph may go on after a table or a figure, a heading does not
        score += 2.5 if _is_set_off(before, usual) else 0.0 if full else 1.0
    if gap is None or gap <= 1.45:
        score += _margin(block, line, usual)
    if full:
        score -= 1.3 if not ends else 0.7
    else:
        score += 1.1 if ends else 0.7
        if not (ends or _on_one_axis(before, line)):
            score += _room_left(block, line)
    if line.starts_low:
        score -= 1.6 if not ends else 0.6
    elif ends:
        score += 0.3
    if before.text[-1:] in "-\u00ad" and line.starts_low:
        score -= 2.0
    if _hangs(block, line):
        score -= 2.0
    if opens_report(line.text, before.text) and not (line.starts_low or block[0].markers):
        score += _OPENS
    if line.set_off and line.markers:
        score += 1.2  # wrapped text has no tabulator after a number that happens to begin its row
    if gap is None and line.markers:
        # at the top of a page nothing but the number itself shows a new paragraph
        score = max(score + 0.8, BREAK if ends else -0.2)
    # after a year's comma a note's mark looks like a decimal: "since 2000,1"
    if before.text.rstrip(_FIGURES)[-1:] in _COMMAS and _is_recital(line):
        score += _RECITES
    if line.labels_part and not _is_in_title(before, line):
        return max(score, _CLEARLY)
    if before.labels_part and len(block) == 1 and not line.centred:
        return max(score, BREAK)
    begins = (
        _is_next_sign(block, line) or _is_signed(line) or _is_later(block, line) or _is_officer(block, line)
    )
    return max(score, BREAK) if begins else score


def _is_in_title(before: Line, line: Line) -> bool:
    """Whether a row goes on with a title set alike right above it: "AMENDMENTS TO THE CODE," / "ANNEX VI"."""
    close = line.gap is not None and line.gap <= _SOLID
    return close and before.centred and not before.ends_sentence and before.style == line.style


class Hour(NamedTuple):
    """The hour and minute that an entry of a programme begins with, the sign between them, and whether its
    words begin low."""

    begins: tuple[int, int]
    sign: str
    low: bool


def hour(text: str) -> Hour | None:
    """What a row begins with that may be an hour; without a sign between its parts, a capital follows:
    "1200 households" is none."""
    match = _HOUR.match(text)
    if match is None or (not match[2] and match[4].islower()):
        return None
    return Hour((int(match[1]), int(match[3])), match[2], match[4].islower())


def _is_later(block: Sequence[Line], line: Line) -> bool:
    """Whether a row begins with a later hour than its block does, as the next entry of a programme."""
    if line.text[:1] not in _FIGURES or block[0].text[:1] not in _FIGURES:
        return False  # the usual case
    one, two = hour(block[0].text), hour(line.text)
    if one is None or two is None or two.low:
        return False  # "rose from 2.90 to" / "3.20 million"
    # not "9.11 The Council noted the" / "2030 Agenda"
    return one.sign == two.sign and one.begins < two.begins


def _is_signed(line: Line) -> bool:
    """Whether a row is "(Signed)" with a name: somebody else signs than above."""
    return line.text[:1] in _OPENING and len(line.text) < _SIGNED and SIGNED.match(line.text) is not None


def _is_officer(block: Sequence[Line], line: Line) -> bool:
    """Whether a row names an officer, as the row that opened its block does: another one."""
    if ":" not in line.text or ":" not in block[0].text:
        return False  # the usual case
    return OFFICER_NAMED.match(line.text) is not None and OFFICER_NAMED.match(block[0].text) is not None


def _is_recital(line: Line) -> bool:
    """Whether a row opens as a clause of a preamble does; Chinese has no capitals, and space above tells."""
    spaced = line.gap is None or line.gap > 1.12 or not is_wide(line.text[:1])
    return spaced and not line.starts_low and RECITAL.match(line.text) is not None


def _room_left(block: Sequence[Line], line: Line) -> float:
    """What it says that the next row would have gone on beside the last one: much below a Chinese row with
    room for two more signs, as its lines may be broken after any; a little below a name in a list."""
    before = block[-1]
    if any(map(is_wide, line.text[:4])):  # it may begin with a date
        return 1.0 if before.room > 2 * before.size else 0.0
    return 0.5 if _is_entry(before) and (_is_entry(line) or _stands_off(block, line)) else 0.0


def _is_next_sign(block: Sequence[Line], line: Line) -> bool:
    """Whether a bullet, a dash or the next number stands right below the one that opened the block, of which
    other rows begin elsewhere."""
    first = block[0]
    if not line.markers or not first.markers or line.gap is None or abs(line.indent - first.indent) >= 1.5:
        return False
    one, two = first.markers[0], line.markers[0]
    behind = block[1].indent - first.indent if len(block) > 1 else 9.0
    if two.form in SIGNS:
        return behind > 4 and (one.form, one.label) == (two.form, two.label)
    return (
        two.form is not Form.BARE
        and abs(behind) > 4
        and any(
            one.run == two.run and two.value == one.value + 1 for one in first.markers for two in line.markers
        )
    )


def _falls_short(block: Sequence[Line], line: Line) -> bool:
    """Whether the last row of a justified block does not come to the margin: then it ends its paragraph,
    though no further word would have found room. Long figures may stand on a row of their own; where another
    row of their page runs further out, those above ended alike by chance."""
    above = block[-4:-1]
    if len(above) < 3 or block[-1].room < 4 or (line.text[:1].isdigit() and not line.markers):
        return False
    margin = max([one.row.x1 for one in above]) + 1.5
    page = [one.row for one in [*block, line] if one.row.page == above[0].row.page]
    ragged = not line.rtl and any(row.x1 > margin for row in page)
    return not ragged and all(one.room < 1.5 for one in above)


def _is_set_off(line: Line, usual: Measures) -> bool:
    """Whether a row is larger or heavier than running text or in capitals, as headings are."""
    heavy = (line.bold and not usual.bold) or (line.caps > 0 and not usual.caps)
    return heavy or line.size > usual.size + 0.9


def breaks_off(block: Sequence[Line], line: Line, usual: Measures) -> bool:
    """Whether a bold row of the text's size ends though the next one's first word had room beside it: so two
    headings stand one below the other, where one would have run on."""
    before = block[-1]
    if not (before.bold and line.bold) or usual.bold or before.size > usual.size + 0.9 or line.starts_low:
        return False
    if before.label or before.markers or before.centred or before.row.page != line.row.page:
        return False
    if before.text.count(" ") < 2 and before.text[-1:].isdigit():
        return False  # "Box 1" over its title
    if before.row.page == 1:
        return False  # what stands above a report's first words is broken by hand
    ends = max([one.row.x1 for one in [*block, line]])
    return before.row.x1 + line.first_width + 0.25 * line.size + 1 < ends


def _hangs(block: Sequence[Line], line: Line) -> bool:
    """Whether a row stands set solid after a bullet, below the text that it opened, perhaps in bold."""
    first = block[0]
    if line.markers or not first.markers or first.markers[0].form not in SIGNS or line.gap is None:
        return False
    behind = line.indent - first.indent
    return line.gap < 1.12 and 4 < behind < 30


def _is_entry(line: Line) -> bool:
    """A row like a name in a list: short, plain, with a capital first."""
    wide = line.row.right - line.row.left
    plain = not (line.bold or line.caps or line.centred or line.starts_low)
    return plain and line.room > 0.3 * wide and line.text[-1:] not in ",-–"


def _on_one_axis(above: Line, line: Line) -> bool:
    """Whether a short row is centred below another, as a post is below the name of who signs."""
    if above.room < 40 or line.room < 40 or (line.gap or 9.0) > 1.22:
        return False
    one, two = above.row, line.row
    inset = min(abs(two.x0 - one.x0), abs(two.x1 - one.x1))
    return inset > 6 and abs(one.x0 + one.x1 - two.x0 - two.x1) < 6


def _stands_off(block: Sequence[Line], line: Line) -> bool:
    """Whether a list's entry that has a row by itself stands last on its page or column, and another row
    comes next there."""
    gap = block[-1].gap
    return line.gap is None and len(block) == 1 and gap is not None and gap > 1.22 and not line.starts_low


def _changes_type(before: Line, line: Line) -> bool:
    """Whether weight and slant both change after a row that is not a sentence: a heading that fills it."""
    if line.bold == before.bold or line.italic == before.italic or line.head_bold == before.end_bold:
        return False
    return not before.ends_sentence


def _change(before: Line, line: Line) -> float:
    """A change of size, or of weight where the line begins."""
    score = 0.0
    if abs(line.size - before.size) > 0.9:
        score += 3.5 if abs(line.size - before.size) >= 1.6 else 2.5
    if before.end_bold != line.head_bold:
        if (before.bold and not before.full) or (line.bold and not before.full):
            score += 1.6
        elif before.bold or line.bold:
            score += 1.0
    if before.italic != line.italic and (
        (before.italic and not before.full) or (line.italic and not before.full)
    ):
        score += 0.8
    if line.gap is None and before.ends_sentence and not line.full and not line.ends_sentence:
        # at the top of a page a short row in a type of its own is a heading, though no gap shows it
        score += 2.0 if line.bold or line.italic or line.underlined else 0.0
    lettered = not line.text.startswith("(")  # a symbol in brackets is in capitals below any words
    if (
        before.caps != line.caps
        and not before.full
        and lettered
        and min(len(line.text), len(before.text)) > 6
    ):
        score += 0.8
    shift = line.indent - before.indent
    if before.centred != line.centred and abs(shift) > 12 and not (before.full or _wraps(before, line)):
        score += 0.6
    return score


def _wraps(before: Line, line: Line) -> bool:
    """Whether a row hangs, set solid, after a number or a bullet: it may come to stand in the middle."""
    shift = line.indent - before.indent
    return bool(before.markers) and line.gap is not None and line.gap < 1.12 and 4 < shift < 30


def _margin(block: Sequence[Line], line: Line, usual: Measures) -> float:
    """What the indent says: a first line's, a hanging one, or the block's own."""
    before = block[-1]
    across = line.row.left - before.row.left if line.row.column == before.row.column else 0.0
    here = line.indent + (across if abs(across) < 60 and line.row.page == before.row.page else 0.0)
    if line.rtl and before.rtl and abs(line.row.x1 - before.row.x1) < 1.5:
        here = before.indent  # pages bound by short rows alone hide where the text begins
    if (line.centred and before.centred) or _on_one_axis(before, line):
        return 0.0
    if len(block) > 1:
        shift = here - before.indent
        if abs(shift) < 3.5:
            return -0.2
        closed = before.full and before.ends_sentence
        level = abs(before.indent - block[-2].indent) < 3.5
        if closed and 8 < shift < 40 and (level or abs(here - block[0].indent) < 3.5):
            return 1.5  # a first line set in, below a sentence that happens to fill its row
        # a row like the block's own first one begins another, though a word may have had no room above it
        if shift > 6 and len(block) > 2 and abs(here - block[0].indent) < 1.5:
            return _LIKE_FIRST
        if abs(here - block[0].indent) < 3.5 and abs(shift) > 6:
            # back at a number's or a bullet's margin, below rows that hang after it and end a sentence
            return 1.6 if shift < 0 and block[0].markers and before.ends_sentence else 1.1
        return 0.9 if shift > 0 else 0.6
    shift = here - before.indent
    if abs(shift) < 3.5:
        # a row set in like a first line, and at the top of the next page or column, or where more would have
        # found room, another
        single = not before.full and line.full if line.gap is not None else before.ends_sentence
        return 1.5 if single and not before.markers and 8 < before.indent - usual.indent < 40 else 0.0
    if shift > 0:
        # a wrap hangs after a number or a bullet, or it is another block
        return -0.3 if before.markers and shift < 60 else 0.8
    return -0.3 if -shift < 60 and before.full else 0.3
