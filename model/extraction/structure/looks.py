"""What the looks of a fragment say: heading, paragraph or item, as costs for the numbering solver."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.numbering.labels import RECOMMENDATION_LABELS
from model.extraction.numbering.markers import BULLETS, Form, Marker
from model.extraction.numbering.runs import Candidate
from model.extraction.numbering.systems import System
from model.extraction.structure.cuts import BREAK, Fragment
from model.extraction.structure.hanging import hung_entries, wraps_hang
from model.extraction.structure.lines import Line, ends_sentence
from model.extraction.structure.measures import Measures, advance
from model.extraction.structure.standing import names_chinese, over_text, stands_alone
from model.extraction.zones.words import BODY

# "Agenda item 13 (continued)"
CONTINUED = re.compile(
    r"\s*\((?:continued|concluded|suite|fin|continuación|conclusión|продолжение|окончание|续|تابع)\)"
)
# A heading's type stands out at least so much (`distinction`, mended by length and stops).
HEADING = 1.9
# What a resolution's preamble says: its clauses are paragraphs also where letters count them.
_RECITAL = re.compile(
    r"\W*(?:whereas|having (?:regard|considered|examined)|recalling|noting|taking note|reaffirming"
    r"|recogni[sz]ing|considering|bearing in mind|mindful|convinced|concerned|(?:deeply|gravely) \w+ed"
    r"|aware|conscious|emphasi[sz]ing|stressing|acknowledging|guided by|welcoming"
    r"|considérant|rappelant|vu (?:la|le|les|l[’'])|ayant (?:examiné|à l’esprit)|notant|reconnaissant"
    r"|réaffirmant|considerando|recordando|visto|observando|reconociendo|reafirmando"
    r"|teniendo (?:presente|en cuenta)"
    r"|ссылаясь|отмечая|признавая|учитывая|подтверждая|принимая во внимание)\b",
    re.IGNORECASE,
)
# Behind these a document is given in full, whose paragraphs have numbers of their own.
_QUOTES = re.compile(
    r"\b(?:reads? as follows|se lit comme suit|(?:libellée?s?|conçue?s?) comme suit"
    r"|ainsi (?:libellé|conçu)e?s?|(?:dice|dicen) (?:lo siguiente|así)|reza así|гласит следующее"
    r"|имеет следующий текст)\s*[:：]\s*$",
    re.IGNORECASE,
)
_NEVER = 9.0
# Two signs together, such as weight and size.
_CLEARLY = 2.9
_CENTRED = 1.0
# What it costs to take an entry of a list that hangs for a paragraph of such a report.
_HUNG = 0.8
# What naming the text below counts for.
_NAMED = 1.9
# More letters by themselves than this are no formula.
_FEW = 4
# Letters that are set apart go on so many times as far as others.
_SPACED = 1.33
# What standing alone counts for where nothing is bold.
_ALONE = 1.9
# What it costs to take a numeral without stop or bracket for a paragraph's number, or for an item's. Letters
# and Roman numerals are read only where they stand by themselves.
_BARE_PARAGRAPH = {System.DIGITS: 0.6, System.UPPER_ROMAN: 0.1}
_BARE_ITEM = {System.DIGITS: 0.8, System.UPPER_ROMAN: 0.5}
_COUNTS_CLAUSES = (System.UPPER, System.LOWER, System.UPPER_ROMAN, System.LOWER_ROMAN)
_LETTERS = (System.UPPER, System.UPPER_ROMAN)
_SIGNS = (Form.BULLET, Form.DASH)


def distinction(fragment: Fragment, usual: Measures) -> float:
    """How much a fragment's type stands out from running text: 0 not at all, 2 and more clearly."""
    lines = fragment.lines
    first = lines[0]  # most are plain, and then one line tells
    score = 0.0
    if first.bold and not usual.bold and all(line.bold for line in lines):
        score += 2.0
    sizes = [line.size for line in lines]
    size = min(sizes)
    if size > usual.size + 0.9:
        score += 1.4 + min(1.0, (size - usual.size) / 6)
    elif max(sizes) < usual.size - 1.3:
        score -= 1.0
    if first.caps and not usual.caps and all(line.caps for line in lines):
        score += 1.5
    if first.italic and not usual.italic and all(line.italic for line in lines):
        score += 1.3
    if first.underlined and all(line.underlined for line in lines):
        score += 1.6
    if first.centred and all(line.centred for line in lines):
        score += _CENTRED
    if score <= _CENTRED and all(_is_spaced(line, usual) for line in lines):
        score += 1.6
    return score


def _is_spaced(line: Line, usual: Measures) -> bool:
    """Whether the letters of a row stand apart, as those of headings do in typewritten and old prints: in the
    text's font it is a third wider than other rows, though it has room enough."""
    if not usual.advance or line.full or line.row.spans[0].font != usual.font:
        return False
    letters = line.text.split()
    if len(letters) > _FEW and max(map(len, letters)) == 1:
        return True
    low = sum(map(str.islower, line.text))
    return low > 0.6 * len(line.text) and low > 4 and advance(line) > _SPACED * usual.advance


def candidates(found: Sequence[Fragment], usual: Measures) -> tuple[list[int], list[Candidate]]:
    """The fragments that may begin with a number (by index), and what the solver is told of each."""
    at: list[int] = []
    out: list[Candidate] = []
    styles: dict[tuple[object, ...], int] = {}
    fresh = False
    hung = hung_entries(found)
    for index, fragment in enumerate(found):
        line = fragment.first
        fragment.heading = distinction(fragment, usual)
        fragment.style = styles.setdefault(_style_of(fragment), len(styles) + 1)
        if not line.markers:
            if fragment.start >= BREAK and (
                fragment.heading >= 2 or fragment.text.rstrip().endswith((",", "،"))
            ):
                fresh = True
            continue
        before = found[index - 1] if index else None
        led = before is not None and before.text.rstrip().endswith((":", "：", ":—", ": –"))
        given = led and before is not None and _QUOTES.search(before.text) is not None
        if given or (led and before is not None and _enacts(before)):
            led, fresh = False, True
        after = found[index + 1] if index + 1 < len(found) else None
        # where nothing is bold, a row by itself over text stands out as bold would make it
        looks = fragment.heading + (_ALONE if usual.plain and stands_alone(found, index) else 0.0)
        named = names_chinese(found, index)
        looks += _NAMED if named and looks < HEADING else 0.0
        heading, paragraph, item = _costs(
            fragment, looks, _body_of(found, index), over_text(after, line.markers[0])
        )
        if line.markers[0].system in _COUNTS_CLAUSES and not led and _RECITAL.match(line.body):
            paragraph, item = 0.0, item + 1.0
        paragraph += _HUNG if index in hung else 0.0
        text = 2.6 if fragment.start >= BREAK + 0.5 else 1.4 if fragment.start >= BREAK else 0.0
        text = text or max(0.0, 0.8 * (fragment.start + 0.5))
        if named or (line.markers[0].form is Form.BULLET and line.markers[0].label in BULLETS):
            text = 2.6  # nothing but an item begins with a bullet
        elif fragment.start < BREAK:
            toll = 1.4 * (BREAK - fragment.start)
            heading, paragraph, item = heading + toll, paragraph + toll, item + toll
        form = line.markers[0].form
        alone = form is Form.LABEL and _is_bare(fragment.text, line.markers[0])
        lead = form is Form.LABEL and line.markers[0].label in RECOMMENDATION_LABELS and line.head_bold
        bare = form is Form.BARE and not line.set_off
        if (bare or form is Form.LABEL) and fragment.heading < HEADING and not (alone or lead):
            text *= 0.4
        if bare and line.markers[0].system in _LETTERS:
            # "A" may be an article: only B below it tells that it counts, and headings alone
            text, heading, paragraph, item = 1.0, heading + 0.3, _NEVER, _NEVER
        at.append(index)
        out.append(
            Candidate(
                line.markers,
                heading,
                paragraph,
                item,
                text,
                line.indent,
                fragment.style,
                fresh,
                led,
                rank(line),
                _is_second(found, index),
                line.indent if given else _indent_above(before),
            )
        )
        fresh = False
    return at, out


def _enacts(before: Fragment) -> bool:
    """Whether a plain row names a body and nothing more: "The Assembly:", as others print "The Assembly,"."""
    plain = len(before.lines) == 1 and before.heading < HEADING
    return plain and BODY.match(before.text.rstrip(" :：—–")) is not None


def _is_bare(text: str, marker: Marker) -> bool:
    """Whether a row is nothing but a label and its number: "Agenda item 13 (continued)"."""
    return bool(marker.printed) and not CONTINUED.sub("", text)[marker.behind(text) :].strip(" .:")


def _body_of(found: Sequence[Fragment], index: int) -> str:
    lines = found[index].lines
    return " ".join([lines[0].body, *(line.text for line in lines[1:])])


def _style_of(fragment: Fragment) -> tuple[object, ...]:
    line = fragment.first
    return (*line.style, line.centred and not line.bold, line.underlined)


def _is_second(found: Sequence[Fragment], index: int) -> bool:
    """Whether one paragraph without a number stands between a fragment and the heading above."""
    if index < 2 or found[index - 1].first.markers or not found[index - 1].last.ends_sentence:
        return False
    return found[index - 2].heading >= HEADING and found[index - 1].heading < HEADING


def _indent_above(before: Fragment | None) -> float:
    """The indent of a heading that stands right above; -1 where none does, or one in the middle."""
    heads = before is not None and before.heading >= HEADING and not before.first.centred
    return before.first.indent if before is not None and heads else -1.0


def _costs(fragment: Fragment, looks: float, body: str, over: bool) -> tuple[float, float, float]:
    line = fragment.first
    marker = line.markers[0]
    words = body.count(" ") + 1
    stops = body.rstrip().endswith((".", ";", ",", "。", "；", ":")) and len(body) > 3
    leads = body.rstrip().endswith((":", "："))
    long = words > 34 or (len(fragment.lines) > 3 and looks < HEADING)
    # -- as a heading
    short = len(fragment.lines) == 1 and not ends_sentence(body) and not line.full
    short = short and not (body.rstrip()[-1:] == "," and _RECITAL.match(body))
    lettered = marker.form is Form.STOP and marker.system in (System.UPPER, System.UPPER_ROMAN)
    lettered = lettered or (marker.system is System.CHINESE and marker.form in (Form.COMMA, Form.LABEL))
    heading = 0.0 if looks >= HEADING else 0.6 if looks >= 1.2 else 0.9 if lettered and short else 3.2
    alone = marker.form is Form.LABEL and len(fragment.lines) == 1 and _is_bare(line.text, marker)
    if alone:
        heading = min(heading, 0.9)
    if stops and not alone:
        closed = body.rstrip()[-1] in ".;,。；"
        heading += 0.6 if line.caps or (over and looks >= HEADING) else 2.4 if closed else 0.8
    if marker.label in RECOMMENDATION_LABELS and stops and words > 7:
        heading += 2.0  # a sentence under a label is a boxed paragraph, however it is set
    if long:
        # what is bold and larger than the text, without a stop, is a heading however long it runs
        heading += 0.3 if looks >= _CLEARLY and not stops else 1.5 if words < 60 and looks >= 2 else 4.0
    if not body.strip():
        heading += 1.0
    if line.starts_low and marker.system is System.DIGITS:
        heading += 0.5
    if marker.form in _SIGNS:
        heading = _NEVER
    # -- as a paragraph
    paragraph = 0.0
    if looks >= HEADING:
        paragraph += 1.0
    if short and not leads:
        paragraph += 0.7
    if marker.form in (Form.BRACKETS, Form.BRACKET):
        paragraph += 1.2 if marker.system in (System.DIGITS, System.CHINESE) else _NEVER
    elif marker.form is Form.BARE:
        paragraph += _BARE_PARAGRAPH.get(marker.system, 2.5)
    elif marker.form is Form.LABEL:
        # a label without a sentence is the heading of what follows
        paragraph += 1.6 if alone else 0.4 if marker.label in RECOMMENDATION_LABELS else _NEVER
    elif marker.form in _SIGNS or marker.system is System.WORD:
        paragraph = _NEVER
    elif marker.system not in (System.DIGITS, System.CHINESE) and marker.form is Form.STOP:
        paragraph += 2.5
    if marker.form in (Form.STOP, Form.BARE) and wraps_hang(fragment):
        paragraph += 0.15
    # -- as an item
    item = 0.0
    if marker.form is Form.LABEL:
        item = _NEVER
    elif looks >= HEADING:
        item += 0.8
    if marker.form is Form.STOP and marker.system is System.DIGITS:
        item += 0.0 if short or wraps_hang(fragment) else 0.1
    if marker.form is Form.BARE:
        item += _BARE_ITEM.get(marker.system, 0.0)
    return heading, paragraph, item


def rank(line: Line) -> float:
    """How high a heading's type stands: size first, then weight, capitals, place."""
    return (
        4.0 * round(line.size)
        + (3.0 if line.bold else 0.0)
        + (2.0 if line.caps else 0.0)
        + (1.0 if line.centred and not line.bold else 0.0)
        + (0.5 if line.underlined else 0.0)
        - (1.0 if line.italic else 0.0)
    )
