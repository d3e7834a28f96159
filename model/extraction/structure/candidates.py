"""What the numbering solver is told of each fragment that may begin with a number."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.numbering.forms import Form
from model.extraction.numbering.labels import TOP_LABELS
from model.extraction.numbering.runs import Candidate
from model.extraction.numbering.systems import System
from model.extraction.structure.boxes import counted_boxes
from model.extraction.structure.bulleted import carried_indents
from model.extraction.structure.fragments import Fragment
from model.extraction.structure.hanging import bracketed, hung_entries, paragraphs_hang
from model.extraction.structure.initials import forget_initials
from model.extraction.structure.looks import HEADING, distinction, rank, style_of
from model.extraction.structure.measures import Measures
from model.extraction.structure.number_costs import NEVER, Habits, costs
from model.extraction.structure.stressed import bracketed_sentences, stressed
from model.extraction.wording import BODY, BOXED, COMMENTARY, QUOTES, REFERENCES

# Numbers at one margin begin within this many points; text hangs beside them from this many on.
_ALIKE, _SET_IN = 1.5, 6.0
# What leads to a list ends like this.
_LEADS = (":", "：", ":—", ": –")
# A clause ends like this where others follow.
_GO_ON = ",;،؛，；:："
# The heading of a commentary has fewer letters.
_TITLED = 24


def candidates(found: Sequence[Fragment], usual: Measures) -> tuple[list[int], list[Candidate]]:
    """The fragments that may begin with a number (by index), and what the solver is told of each."""
    at: list[int] = []
    out: list[Candidate] = []
    styles: dict[tuple[object, ...], int] = {}
    fresh = False
    for fragment in found:
        fragment.heading = distinction(fragment, usual)
    forget_initials(found)
    hung = hung_entries(found)
    dresses = frozenset({Form.STOP, *bracketed(found, HEADING)})
    habits = Habits(dresses, paragraphs_hang(found, HEADING), stressed(found))
    carried = carried_indents(found)
    for index in counted_boxes(found) | bracketed_sentences(found):
        found[index].boxed = True
    for index, fragment in enumerate(found):
        fragment.style = styles.setdefault(style_of(fragment.first), len(styles) + 1)
        if fragment.first.markers:
            at.append(index)
            made = _candidate(found, index, usual, fresh, index in hung, habits)
            if fragment.boxed:
                made = made._replace(heading=NEVER, paragraph=0.0, item=NEVER, apart=True)
            out.append(made._replace(indent=carried[index]) if index in carried else made)
            # an article counts its own paragraphs
            fresh = fragment.first.markers[0].form is Form.LABEL and fragment.heading >= HEADING
        else:
            fresh = fresh or fragment.heading >= 2 or _counts_anew(fragment)
    return at, out


def _counts_anew(fragment: Fragment) -> bool:
    """Whether what is counted begins again below a row: a formula, an annex's label without a number, or what
    is said to explain an article."""
    text = fragment.text.rstrip()
    if len(text) < _TITLED and fragment.first.label in TOP_LABELS:
        return True
    return text.endswith((",", "،", "，")) or (len(text) < _TITLED and COMMENTARY.fullmatch(text) is not None)


def _breaks_off(fragment: Fragment) -> bool:
    """Whether a paragraph stops before its sentence does, with room for more words: entries go on with it."""
    last = fragment.last
    return len(fragment.lines) > 1 and last.text[-1:].isalpha() and not last.full and fragment.heading < 1


def _names_box(before: Fragment) -> bool:
    """Whether a row by itself names the box that it counts: "Box 1. Questions"."""
    return len(before.lines) == 1 and BOXED.match(before.text) is not None


def _names_references(before: Fragment) -> bool:
    """Whether a heading says that a list of references is below it."""
    return before.heading >= HEADING and REFERENCES.fullmatch(before.text) is not None


def _is_entry(fragment: Fragment) -> bool:
    """Whether a number counts a row that leaves room and is closed, as an agenda's entries are: the first
    paragraph of a document that is given in full says more, or a clause of it goes on."""
    return len(fragment.lines) == 1 and not fragment.first.full and fragment.text.rstrip()[-1:] not in _GO_ON


def _candidate(
    found: Sequence[Fragment], index: int, usual: Measures, fresh: bool, hung: bool, habits: Habits
) -> Candidate:
    """What the solver is told of a fragment that may begin with a number."""
    fragment = found[index]
    line = fragment.first
    marker = line.markers[0]
    before = found[index - 1] if index else None
    led = before is not None and (
        before.text.rstrip().endswith(_LEADS) or _breaks_off(before) or _names_box(before)
    )
    given = before is not None and led and not _is_entry(fragment) and QUOTES.search(before.text) is not None
    led = led or (before is not None and _names_references(before))
    # entries in small letters go on with "The Board recommends to the ports:"
    if given or (before is not None and led and not line.body[:1].islower() and _enacts(before)):
        led, fresh = False, True
    if led and _counts_like(found, index):
        led, fresh = False, True
    heading, paragraph, item, text = costs(found, index, usual, habits, led, hung)
    return Candidate(
        line.markers,
        heading=heading,
        paragraph=paragraph,
        item=item,
        text=text,
        indent=line.indent,
        style=fragment.style,
        fresh=fresh,
        led=led,
        rank=rank(line),
        second=_is_second(found, index),
        under=line.indent if given else _indent_above(before),
        loose=marker.form is Form.BARE and not line.set_off and marker.system is System.DIGITS,
    )


def _counts_like(found: Sequence[Fragment], index: int) -> bool:
    """Whether what a paragraph leads to is counted from 1 as it is, at its own margin, over a text without
    a number: no list, but recommendations that are paragraphs."""
    before, block = found[index - 1], found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    if not before.first.markers or after is None or after.first.markers or after.heading >= HEADING:
        return False
    one, two = before.first.markers[0], block.first.markers[0]
    alike = one.run == two.run and abs(before.first.indent - block.first.indent) < _ALIKE
    sentences = block.last.ends_sentence and after.last.text[-1:] in ".:"
    return two.value == 1 and alike and sentences and after.first.indent > block.first.indent + _SET_IN


def _enacts(before: Fragment) -> bool:
    """Whether a plain row names a body and nothing more: "The Assembly:", as others print "The Assembly,"."""
    plain = len(before.lines) == 1 and before.heading < HEADING
    return plain and BODY.match(before.text.rstrip(" :：—–")) is not None


def _is_second(found: Sequence[Fragment], index: int) -> bool:
    """Whether one paragraph without a number stands between a fragment and the heading above."""
    if index < 2 or found[index - 1].first.markers or not found[index - 1].last.ends_sentence:
        return False
    return found[index - 2].heading >= HEADING and found[index - 1].heading < HEADING


def _indent_above(before: Fragment | None) -> float:
    """The indent of a heading that stands right above, 0 of one in the middle; -1 if none does."""
    if before is None or before.heading < HEADING:
        return -1.0
    return 0.0 if before.first.centred else before.first.indent
