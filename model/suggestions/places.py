"""What the headings above say of a paragraph."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise

from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.words import Words


class Place(StrEnum):
    """What a section is for."""

    PROCEDURAL = "procedural"
    STATEMENTS = "statements"
    RECOMMENDATIONS = "recommendations"
    OBSERVATIONS = "observations"
    BACKGROUND = "background"
    SUMMARY = "summary"
    RESOLUTION = "resolution"
    OTHER = "other"
    UNKNOWN = "unknown"


# Where a heading says two things, the one that tells most about its paragraphs goes first.
_PRECEDENCE = (
    Place.OTHER,
    Place.RESOLUTION,
    Place.RECOMMENDATIONS,
    Place.PROCEDURAL,
    Place.STATEMENTS,
    Place.OBSERVATIONS,
    Place.BACKGROUND,
    Place.SUMMARY,
)
# A heading says what its section is for in its first words.
_HEADING_REACH = 160
# An act's heading calls it one in its first characters.
_ACT = 14
# Back matter's headings say so in their first letters, and have no more words.
_OPENING, _SHORT = 5, 8
# Numbers of a review's recommendations, which a State's next report cites in headings: "121.1 to 121.9".
_CITED = re.compile(r"\s+\d{2,3}\.\d")
# Sections that go on meaning the same whatever their sub-headings are called.
_STICKY = frozenset({Place.RESOLUTION})


def place_of(heading: str, lexicon: Lexicon, above: Place) -> Place:
    """What a section is for, by its heading; if that says nothing, what the section above is for."""
    said = Words(heading[:_HEADING_REACH], lexicon.cjk)
    if above in _STICKY and not lexicon.agenda.find(said):  # a decision may give a session's agenda
        return Place.BACKGROUND if _is_background(said, lexicon) else above
    if (whole := lexicon.whole_headings.get(said.low.strip(" .:："))) is not None:
        return Place(whole)
    labels = lexicon.agenda_items.find(said)
    hits = [
        hit
        for hit in lexicon.headings.find(said, starts=frozenset({0}))
        if not any(label.start <= hit.start < label.end for label in labels)
    ]
    # "Acknowledgements" is back matter, "Review of the use of non-staff personnel" and "Staff are the
    # strength of the system and its weak point" are not
    short = len(said.words) <= _SHORT
    hits = [hit for hit in hits if hit.value != Place.OTHER or (hit.start < _OPENING and short)]
    # "Evaluation methodology" is a methodology
    hits = [hit for hit, behind in pairwise([*hits, None]) if hit and not _qualifies(hit, behind, heading)]
    hits = [hit for hit in hits if hit.value != Place.RECOMMENDATIONS or not _CITED.match(heading, hit.end)]
    if above in (Place.RECOMMENDATIONS, Place.BACKGROUND):
        # below recommendations a heading names what they are about: "Diagnosis and assessment"
        hits = [hit for hit in hits if hit.start == 0]
    if above is Place.RECOMMENDATIONS:
        hits = [hit for hit in hits if said.low[hit.start : hit.end] not in lexicon.topical]
    meant = {hit.value for hit in hits}
    for place in _PRECEDENCE:
        if place in meant:
            # "Decisions adopted" in a report's body tells of acts;
            # only a heading that begins like this is an act itself.
            begins = next(hit.start for hit in hits if hit.value == place)
            if place is Place.RESOLUTION and begins > _ACT:
                continue
            return place
    return above


def _is_background(said: Words, lexicon: Lexicon) -> bool:
    """Whether a heading says nothing but that the facts are told below it ("Antecedentes"), as in an
    ombudsman's decision."""
    hits = lexicon.headings.find(said, starts=frozenset({0}))
    whole = len(hits) == 1 and said.low[hits[0].start : hits[0].end] == said.low.strip(" .:")
    return whole and hits[0].value == Place.BACKGROUND


def _qualifies(hit: Hit[str], behind: Hit[str] | None, heading: str) -> bool:
    """Whether a heading's word only says of which kind the next one is: nothing but a space between."""
    return behind is not None and heading[hit.end : behind.start] == " "
