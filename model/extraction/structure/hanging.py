"""What tells a report's own paragraphs from lists: wraps that hang below the text, right of the number, and
numbers in brackets that run on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from model.extraction.numbering.forms import Form, Marker
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import Fragment
from model.extraction.wording import COMMENTARY

BRACKETS = frozenset({Form.BRACKETS, Form.BRACKET})
# So many paragraphs of so many lines tell how a report sets them.
_ENOUGH, _LONG = 5, 3
# A report's own paragraphs are so much of its text; so much those that run on below the next heading, which
# entries of a list do not.
_MUCH, _PART = 0.4, 0.2
# What stands out this far over text, such as italics, may be a heading.
_SLIGHT = 1.2
# This many entries of one row each are a list.
_SOME = 3
# No list goes on so far with whole sentences that nothing leads to.
_MANY = 8


def hung_entries(found: Sequence[Fragment]) -> set[int]:
    """The fragments, by index, of lists that count 1., 2., ... at the margin, as an agenda does.

    Where a report's own paragraphs go back to the margin below their numbers, the wraps of such a list hang,
    or all its entries are of one row.
    """
    runs: list[list[int]] = []
    for at, fragment in enumerate(found):
        marker = fragment.first.markers[0] if fragment.first.markers else None
        if marker is None or marker.form is not Form.STOP or marker.system is not System.DIGITS:
            continue
        above = runs[-1][-1] if runs else -2
        if above == at - 1 and found[above].first.markers[0].value == marker.value - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    long = [at for run in runs for at in run if len(found[at].lines) >= _LONG]
    hang = [at for at in long if wraps_hang(found[at])]
    if len(long) < _ENOUGH or len(hang) > 0.2 * len(long):
        return set()
    return {at for run in runs if _hangs(found, run) for at in run}


def _hangs(found: Sequence[Fragment], run: Sequence[int]) -> bool:
    wrapped = [found[at] for at in run if len(found[at].lines) > 1]
    if wrapped or len(run) < _SOME or found[run[0]].first.markers[0].value > 1:
        return bool(wrapped) and all(map(wraps_hang, wrapped))
    return not any(found[at].first.full or found[at].text.rstrip()[-1:] in ";；،:：" for at in run)


def wraps_hang(fragment: Fragment) -> bool:
    """Whether further lines stand below the text, right of the number, as lists are set."""
    lines = fragment.lines
    if len(lines) < 2:
        return False
    return lines[1].indent > lines[0].indent + 6 and lines[0].row.page == lines[1].row.page


def bracketed(found: Sequence[Fragment], heading: float) -> set[Form]:
    """The brackets that a report counts its paragraphs in, "(1)" or "1)": such numbers run on below the next
    heading, count many sentences that no colon leads to, or begin again below heading after heading, as a
    commentary's do. `heading`: from which distinction on one is."""
    return {
        form
        for form in BRACKETS
        if _counts_paragraphs(found, form, heading) or _counts_comments(found, form, heading)
    }


def _counts_comments(found: Sequence[Fragment], form: Form, heading: float) -> bool:
    """Whether such numbers begin with 1 below several headings, and nowhere else, over wraps that go back to
    the margin; or below a heading that says so."""
    below = 0
    for before, fragment in itertools.pairwise(found):
        marker = _counted(fragment, form)
        if marker is None or marker.value != 1:
            continue
        if COMMENTARY.fullmatch(before.text):
            return True
        if before.heading < heading or len(fragment.lines) < 2 or wraps_hang(fragment):
            return False
        below += 1
    return below > 1


def paragraphs_hang(found: Sequence[Fragment], heading: float) -> bool:
    """Whether a report sets its own paragraphs as others set lists: much of its text is counted 1., 2., ...,
    and hangs beside the numbers where no colon leads to it, or a part does and runs on below the next
    heading. `heading` as in `bracketed`."""
    long = [fragment for fragment in found if len(fragment.lines) >= _LONG and fragment.heading < heading]
    hang = [fragment for fragment in long if wraps_hang(fragment) and _counted(fragment, Form.STOP)]
    if len(hang) > _MUCH * len(long):
        return _counts_paragraphs(found, Form.STOP, heading)
    return len(hang) > _PART * len(long) and _counts_paragraphs(found, Form.STOP, _SLIGHT, len(found))


def _counts_paragraphs(found: Sequence[Fragment], form: Form, heading: float, many: int = _MANY) -> bool:
    """Whether such numbers run on below the next heading more often than they begin again, or count `many`
    sentences that no colon leads to."""
    seen: dict[int, int] = {}  # by number, how many headings stood above it last
    headings = across = anew = alone = 0
    led = True
    for at, fragment in enumerate(found):
        if fragment.heading >= heading:
            headings += 1
            continue
        marker = _counted(fragment, form)
        if marker is None:
            continue
        if (before := seen.get(marker.value - 1)) is not None:
            across += headings > before
            alone += fragment.last.ends_sentence and not led
        else:
            anew += marker.value in seen
            led, alone = at == 0 or found[at - 1].text.rstrip()[-1:] in ":：", 0
        if alone >= many:
            return True
        seen[marker.value] = headings
    return across > anew + 1


def _counted(fragment: Fragment, form: Form) -> Marker | None:
    """The number in digits that a fragment begins with in these brackets."""
    marker = fragment.first.markers[0] if fragment.first.markers else None
    return marker if marker is not None and marker.form is form and marker.system is System.DIGITS else None
