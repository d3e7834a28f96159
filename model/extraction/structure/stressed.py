"""Numbered paragraphs in the dress of headings: conclusions and recommendations that are set in bold, and
those that a reply prints again in bold over its answers."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence, Set

from model.extraction.numbering.forms import Form
from model.extraction.numbering.runs import Key
from model.extraction.numbering.systems import System
from model.extraction.structure.fragments import Fragment
from model.extraction.structure.hanging import BRACKETS
from model.extraction.structure.lines import ends_sentence
from model.extraction.structure.looks import HEADING
from model.suggestions.sentences import sentence_starts
from model.words import ends_in_colon

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


def bracketed_sentences(found: Sequence[Fragment]) -> set[int]:
    """Sentences (by index) that stand out as headings do and are counted in brackets, "(1)", "(2)", among
    paragraphs: so oversight offices print their recommendations. A heading in brackets has few words, while
    these run over several rows."""
    counts: defaultdict[Key, list[int]] = defaultdict(list)
    for at, fragment in enumerate(found):
        marker = fragment.first.markers[0] if fragment.first.markers else None
        if marker is not None and marker.form in BRACKETS and fragment.heading >= HEADING:
            counts[marker.run].append(at)
    return {at for places in counts.values() if _count_sentences(found, places) for at in places}


def _count_sentences(found: Sequence[Fragment], places: Sequence[int]) -> bool:
    """Whether numbers in figures count sentences from 1 on, most of several rows, that are no list."""
    marked = [found[at].first.markers[0] for at in places]
    steps = list(itertools.pairwise([0, *[marker.value for marker in marked]]))
    in_order = len(places) > 1 and all(two in (1, one + 1) for one, two in steps)
    if not in_order or marked[0].system is not System.DIGITS:
        return False
    wrapped = sum([len(found[at].lines) > 1 for at in places])
    sentences = all(ends_sentence(found[at].text) for at in places) and 2 * wrapped >= len(places)
    led = places[0] > 0 and ends_in_colon(found[places[0] - 1].text)
    return sentences and not led and places[-1] - places[0] >= len(places)


def _says_more(fragment: Fragment) -> bool:
    """Whether a sentence stands after another one."""
    text = fragment.text[fragment.first.markers[0].end :].lstrip()
    return any(text[:start].rstrip()[-1:] not in ";；؛" for start in sentence_starts(text)[1:])
