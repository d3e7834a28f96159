"""A lead-in as a whole: whether it announces what somebody said, and what it passes down to its items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from model.labels import Addressee, Role, Slot
from model.nodes import Node
from model.suggestions.addressing import asked_by, named_alone
from model.suggestions.anatomy.filling import follow_up
from model.suggestions.anatomy.tables import tables
from model.suggestions.anatomy.voices import response_in
from model.suggestions.enacting import opens_preamble
from model.suggestions.finding import CALLED, INTRODUCED, UNNAMED, Finding, Frame, Where, below, role_only
from model.suggestions.fragments import verbless
from model.suggestions.leads import (
    Lead,
    acts_below,
    announced_first,
    announces_agenda,
    announces_findings,
    announces_recommendations,
    announces_tasks,
    denies,
    finds,
    last_clause,
    points_below,
    recites,
    welcomes,
)
from model.suggestions.lexicon import Lexicon
from model.suggestions.national import read_within
from model.suggestions.neighbours import UNSAID
from model.suggestions.places import Place
from model.suggestions.reading import Reading
from model.suggestions.roles import SPOKEN, Verdict
from model.suggestions.speakers import spoken
from model.suggestions.voice import Genre, Voice
from model.words import Words, ends_in_colon

RECITED = "the words of an instrument"
WORDS_BELOW = "leads into what was said"
# Roles of a lead-in that may quote an instrument.
_RECITING = (*UNSAID, Role.RECOMMENDATION, Role.DECISION)
# Roles of a lead-in that may announce recommendations which are not its own.
_ANNOUNCING = (Role.BACKGROUND, Role.OBSERVATION, Role.PROCEDURAL, Role.STATEMENT)


def leads_into_words(node: Node, found: Finding, items: Iterable[Reading], voice: Voice) -> bool:
    """Whether a lead-in's items report what somebody said each, most of them."""
    if found.verdict.role not in _ANNOUNCING or not ends_in_colon(node.text):
        return False
    told = [spoken(item, voice) is not None for item in items]
    return len(told) > 1 and 2 * sum(told) > len(told)


def leads_on(node: Node, found: Finding) -> bool:
    """Whether what stands beside a paragraph follows it as its items."""
    asks = found.verdict.role is Role.RECOMMENDATION
    return ends_in_colon(node.text) or (
        asks and not node.number and node.text.rstrip().endswith((",", "،", "，"))
    )


def lead_of(
    node: Node,
    reading: Reading,
    found: Finding,
    here: Where,
    passed: Mapping[Slot, Any],
    by_body: bool,
    voice: Voice,
) -> Lead:
    """What a node passes down to its items. `by_body`: it begins with the reporting body."""
    lexicon = reading.lexicon
    role, frame = found.verdict.role, found.last
    if role is Role.RECOMMENDATION and (
        found.verdict.rule in (CALLED, INTRODUCED) or not _asks_at_end(reading, frame)
    ):
        role, frame = Role.OBSERVATION, Frame(None)
    colon = ends_in_colon(node.text)
    if colon and role in UNSAID and _ends_in_words(reading, voice):
        role = Role.STATEMENT
    if not colon and not here.leads:
        return Lead(node.id, role, frame.force, frame.addressees, frame.verb_words, passed=passed)
    told = role is Role.STATEMENT
    last = last_clause(node.text, lexicon)
    clause = last.low.rstrip(" :：").endswith(lexicon.that_behind)  # "Le sigue preocupando que:"
    announcing, whom = _announced(reading, found.verdict._replace(role=role), here, last, clause)
    if Genre.OVERSIGHT in voice.genres and role in UNSAID:
        announcing = announcing or _made_recommendations(reading, last)
    if Genre.REVIEW in voice.genres and role is not Role.RECOMMENDATION:
        announcing = announcing or announced_first(node.text, lexicon)
        response = response_in(node.text, tables(lexicon.language))
        passed = {**passed, **({Slot.FOLLOW_UP: follow_up(response)} if response else {})}
    return Lead(
        node.id,
        role,
        frame.force,
        _asked_before(found) or frame.addressees or whom,
        frame.verb_words,
        announces=announcing,
        agenda=announces_agenda(last, lexicon),
        points=points_below(last, lexicon),
        tasks=announces_tasks(last, lexicon),
        denies=role in UNSAID and denies(last, lexicon),
        welcomes=role is Role.OBSERVATION and welcomes(last, lexicon),
        proposes=told
        and colon
        and found.verdict.rule != WORDS_BELOW
        and lexicon.views.isdisjoint(last.words),
        acts=colon and role is not Role.RECOMMENDATION and (by_body or acts_below(node, reading)),
        enacts=role is Role.PREAMBULAR and _closes(node.text, lexicon),
        recites=found.verdict.rule == RECITED
        or (role in _RECITING and not announcing and recites(last, lexicon)),
        clauses=clause,
        passed=passed,
    )


def _made_recommendations(reading: Reading, last: Words) -> bool:
    """Whether a lead-in tells in a sentence before its last that recommendations were made, and goes on into
    what they come to ("OIOS made two recommendations. To close the gaps, the Mission had to:").
    """
    lexicon = reading.lexicon
    if len(reading.starts) == 1 or lexicon.into.isdisjoint(last.words[-1:]):
        return False
    ending = reading.sentence(len(reading.text.rstrip()) - 1)
    announced = lexicon.announcing.find(reading.words, reading.words.within(0, ending))
    return any(reading.low.startswith(lexicon.formally, hit.start) for hit in announced)


def recited(lead: Lead) -> Finding:
    """What is quoted below a lead-in: the words of an instrument, or the draft that it asks for or decides
    on, in which a "shall" asks nobody."""
    if lead.role is Role.RECOMMENDATION:
        slots = frozenset({Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.VERB})
        return below(Verdict(Role.RECOMMENDATION, RECITED, 0.75), lead, slots)
    return role_only(Role.DECISION if lead.role is Role.DECISION else Role.BACKGROUND, RECITED, 0.75)


def _closes(text: str, lexicon: Lexicon) -> bool:
    """Whether a preambular paragraph ends in itself: in no colon, not in "that", and one that opens with a
    participle with a sign, not in "reports on"."""
    ending = text.rstrip(" ,،，")
    if ends_in_colon(text) or ending.lower().endswith(lexicon.that_behind):
        return False
    return not text.rstrip()[-1:].isalnum() or not opens_preamble(text, lexicon)


def _announced(
    reading: Reading, verdict: Verdict, here: Where, last: Words, clause: bool
) -> tuple[bool, tuple[Addressee, ...]]:
    """Whether a lead-in says that recommendations follow, and whom they ask. `last`: its last clause, which
    may be a `clause` that ends in "that"."""
    announcing = (
        verdict.role in _ANNOUNCING
        and verdict.rule != SPOKEN
        and announces_recommendations(last, reading.lexicon, formally=verdict.role is Role.STATEMENT)
    )
    whom = asked_by(reading) if announcing else ()
    if verdict.role in UNSAID and here.place is Place.RECOMMENDATIONS:
        if not finds(reading) and (alone := named_alone(reading)):
            return True, alone
        defines = any(cue.value.norm for cue in reading.cues)  # "For the purposes of this guide:"
        says = defines or clause or finds(reading) or announces_findings(last, reading.lexicon)
        if ends_in_colon(reading.text) and not says and verbless(reading, leading=True):
            announcing = True  # "For people with fever:"
    return announcing, whom


def _asked_before(found: Finding) -> tuple[Addressee, ...]:
    """Whom a text asks, where its last clause names nobody ("Heed should be given to:")."""
    if found.last.addressees not in ((), UNNAMED):
        return ()
    return next((f.addressees for f in reversed(found.frames) if f.addressees not in ((), UNNAMED)), ())


def _ends_in_words(reading: Reading, voice: Voice) -> bool:
    """Whether a lead-in's last sentence hands over to somebody ("... The owner stated that:")."""
    lexicon = reading.lexicon
    last = reading.sentence(len(reading.text.rstrip()) - 1)
    if not last:
        return False  # its role says so
    return spoken(read_within(reading.text[last:], voice.national_front, lexicon), voice) is not None


def _asks_at_end(reading: Reading, frame: Frame) -> bool:
    """Whether a lead-in asks in its last sentence: what it asked before its items do not complete."""
    if frame.verb is None or len(reading.starts) == 1:
        return True
    last = reading.sentence(len(reading.text.rstrip()) - 1)
    return frame.verb.start >= last or any(hit.start >= last for hit in reading.asks)
