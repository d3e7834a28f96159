"""Numbered paragraphs in the dress of headings: conclusions and recommendations that are set in bold, and
those that a reply prints again in bold over its answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from model.extraction.numbering.forms import Form
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import Fragment
from model.extraction.structure.lines import ends_sentence
from model.extraction.structure.looks import HEADING
from model.suggestions.sentences import sentence_starts

# This many of a count that say more than one sentence, and this share of those that are sentences, tell it.
_SEVERAL, _SHARE = 2, 0.25


def stressed(found: Sequence[Fragment]) -> Set[int]:
    """Sentences of a count (by index) that stands out as headings do and yet counts paragraphs: some of it
    say more than one sentence, as no heading does."""
    counts: defaultdict[tuple[Form, bool], list[int]] = defaultdict(list)
    for at, fragment in enumerate(found):
        marker = fragment.first.markers[0] if fragment.first.markers else None
        if marker is None or marker.system is not System.DIGITS or fragment.heading < HEADING:
            continue
        if ends_sentence(fragment.text):
            form = Form.STOP if marker.form is Form.BARE else marker.form
            counts[form, fragment.first.bold].append(at)
    told: set[int] = set()
    for places in counts.values():
        several = sum([_says_more(found[at]) for at in places])
        if several >= _SEVERAL and several >= _SHARE * len(places):
            told.update(places)
    return told


def _says_more(fragment: Fragment) -> bool:
    """Whether a sentence stands after another one."""
    text = fragment.text[fragment.first.markers[0].end :].lstrip()
    return any(text[:start].rstrip()[-1:] not in ";；؛" for start in sentence_starts(text)[1:])
