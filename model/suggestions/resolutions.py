"""Resolutions, decisions and their drafts: preambular and operative paragraphs.

The United Nations Editorial Manual: preambular paragraphs are unnumbered and open with a participle after the
enacting formula ("The General Assembly,"); operative ones are numbered and open with a verb in the present.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from model.labels import Addressee, Force, Role, Span
from model.nodes import Kind, Node
from model.suggestions.asking import clauses
from model.suggestions.clauses import Clause
from model.suggestions.deciding import decides_too, notes_facts
from model.suggestions.enacting import (
    COLON,
    COMMA,
    FORMULA_LENGTH,
    RUNS_ON,
    ends_deciding,
    first_letter,
    only_names_a_body,
    opens_preamble,
    opens_with_act,
)
from model.suggestions.imperatives import opening_infinitive
from model.suggestions.lexicon import Lexicon
from model.suggestions.naming import named_party
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, is_past
from model.suggestions.roles import Verdict
from model.suggestions.subjects import Setting
from model.suggestions.voice import Voice
from model.words import Words, ends_in_colon

SILENT = "operative paragraph without asking or deciding"
# The European Parliament letters its recitals: "A. whereas ...".
_RECITAL = re.compile(r"[A-Z]{1,2}")
# "103rd plenary meeting 13 August 2024" is not longer.
_A_DATE = 60
# What opens a quotation.
_QUOTES = ("“", '"', "«", "„")
# What a word weighs with which a body finds.
_FINDS = 3
# After a participle a body acts in so many words: "the Committee strongly urged".
_ACTS_SOON = 3


def completes(reading: Reading) -> bool:
    """Whether a paragraph of a resolution goes on with the clause before it ("That ...", "Que ...")."""
    lexicon = reading.lexicon
    opening = reading.words.words[:2]
    while opening and opening[0] in lexicon.conjunctions:
        opening.pop(0)
    return bool(opening) and opening[0] in lexicon.that


def is_annex(heading: str, lexicon: Lexicon) -> bool:
    """Whether a heading stands over what is after a resolution: its annexes, and what explains it."""
    return bool(lexicon.annexes.find(Words(heading, lexicon.cjk), starts=frozenset({0})))


def body_acts(reading: Reading) -> bool:
    """Whether a text that opens with a participle goes on to what a body asks or decides, and not in "that"
    ("Taking into account the discussion, the Committee urged the Government to:")."""
    lexicon = reading.lexicon
    if reading.text.rstrip().endswith(COMMA):
        return False
    acts: tuple[Hit[Any], ...] = (*reading.asks, *reading.deciding)
    verbs = [hit.start for hit in acts if hit.start < reading.first_end]
    if lexicon.verb_first or lexicon.inverts:
        ends = (reading.words_from(verb, 1)[0][1] for verb in verbs)
        behind = (reading.subject_behind(end) for end in ends)
        return any(one is not None and one.value.is_body for one in behind)
    for body in reading.actors_between(1, reading.first_end):
        ahead = reading.low[: body.start].rstrip()
        while ahead.rpartition(" ")[2] in lexicon.determiners:
            ahead = ahead.rpartition(" ")[0].rstrip()
        if (
            body.value.is_body
            and ahead.endswith(COMMA)
            and not any(f"{that}," in ahead for that in lexicon.that)
        ):
            return any(low in verbs for low, _ in reading.words_from(body.end, _ACTS_SOON))
    return False


def declares(node: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph is a declaration's preambular one: a participle, then a comma; in a resolution that
    counts its preamble too, the participle has capitals and the next paragraph goes on ("1. RECALLING ...;").
    """
    if node.kind is not Kind.PARAGRAPH or not opens_preamble(node.text, lexicon):
        return False
    ending = node.text.rstrip()
    if not node.number:
        return ending.endswith(COMMA)
    first = node.text.split(None, 1)[0]
    clause, _, last = ending.rpartition(" ")
    ends = clause if last.lower() in lexicon.conjunctions else ending  # "...; and"
    return first.isupper() and first.isalpha() and ends.endswith(RUNS_ON)


def quotes_act(reading: Reading) -> bool:
    """Whether a text opens with a quotation mark and an operative verb, as amendments give the paragraphs of
    a draft ("“Takes note of the report”;"); not "“Requests for information”"."""
    lexicon, words = reading.lexicon, reading.words.words
    first = first_letter(reading.low)
    if reading.low[:first].strip() not in _QUOTES or reading.within_quotes(first):
        return False
    if lexicon.inflected and not words[0].endswith(lexicon.inflected):
        return False
    tables: tuple[Sequence[Hit[Any]], ...] = (reading.openers, reading.deciding, reading.cues)
    verb = next((hit for hits in tables for hit in hits[:1] if hit.start == first), None)
    noun = lexicon.attributes_first and not lexicon.prepositions.isdisjoint(words[1:2])
    return verb is not None and not (noun and verb.end == reading.words.edges[1])


def judge_resolution(
    node: Node, reading: Reading, voice: Voice, formula: bool, leads: bool, told: bool
) -> tuple[Verdict, list[Clause]] | None:
    """The role of a paragraph of a resolution; None if it is neither preambular nor operative.

    `leads`: items stand below it, which complete its sentence where it ends in a colon. `told`: a clause
    above asks somebody to do what follows.
    """
    lexicon = reading.lexicon
    low = reading.low
    if not low.rstrip().endswith(COMMA) and any(
        hit.value.role is Role.DECISION and not hit.start for hit in reading.cues
    ):
        return Verdict(Role.DECISION, "formula of deciding", 0.9, (Span(0, len(low.split(" ")[0])),)), []
    if not node.number:
        # within a resolution a draft of another body's may stand
        ends = low.rstrip().endswith((*COMMA, *COLON)) and len(low) <= FORMULA_LENGTH
        formula = formula or (ends and only_names_a_body(node.text, lexicon))
        lists = leads and ends_in_colon(node.text)
        if formula and lexicon.infinitive and ends_deciding(node.text, lexicon):
            return Verdict(Role.DECISION, "the body decides", 0.8), []
        if formula and _first_verb(low, lexicon) is None and not lists:
            return Verdict(Role.PREAMBULAR, "enacting formula", 0.95), []
        if low.rstrip().endswith(_PREAMBLE_ENDS) and opens_preamble(node.text, lexicon):
            return None if body_acts(reading) else (preambular(low), [])
        first = first_letter(low)
        if any(hit.start <= first for hit in reading.openers) or _asked_first(reading, first):
            return _operative(reading, voice)
        deciding = _first_verb(low, lexicon)
        if (
            not formula
            and len(low) < _A_DATE
            and low[-4:].isdigit()
            and not (reading.asks or reading.deciding)
        ):
            return Verdict(Role.PROCEDURAL, "when it was adopted", 0.8), []
        opens = deciding is not None and deciding.start <= first
        if deciding is not None and (asked := _asks_too(reading, voice, opens)):
            return Verdict(Role.RECOMMENDATION, "performative verb", 0.85, (asked[0].verb,)), asked
        if formula or deciding is not None:
            return Verdict(Role.DECISION, "the body decides", 0.8, (deciding,) if deciding else ()), []
        return _finds_and_asks(reading, voice, first)
    if low.rstrip().endswith(COMMA) and opens_preamble(node.text, lexicon):
        return preambular(low), []
    if _RECITAL.fullmatch(node.number) and opens_preamble(node.text, lexicon):
        return preambular(low), []
    return _operative(reading, voice, told)


def _asked_first(reading: Reading, first: int) -> bool:
    """Whether a text opens with what a body asked, its name above ("requested the secretariat to", "a engagé
    la FAO à")."""
    words = reading.words
    told = len(words.words) > 1 and words.words[0] in reading.lexicon.having
    starts = (first, words.edges[2]) if told else (first,)
    opens = any(ask.start in starts and ask.value.sort == "performative" for ask in reading.asks[:1])
    return opens and is_past(reading, first)


def _asks_too(reading: Reading, voice: Voice, opens: bool) -> list[Clause]:
    """What a body asks in a paragraph that tells first what it did ("took note of ... and urged"), perhaps
    with its first word (`opens`)."""
    asked = clauses(reading, voice, Setting(operative=opens, weak=False, enacting=True))
    return [clause for clause in asked if clause.sort == "performative"]


def preambular(text: str) -> Verdict:
    """The role of a paragraph that its first word makes a preamble's."""
    return Verdict(Role.PREAMBULAR, "participle opens", 0.9, (Span(0, len(text.split(" ")[0])),))


def judge_limb(reading: Reading, voice: Voice, enacted: bool = False) -> tuple[Verdict, list[Clause]] | None:
    """The role of an item of a resolution that opens with an operative verb of its own; else None.

    `enacted`: a preamble stands above it, which it does not go on with where it opens with any verb.
    """
    first = first_letter(reading.low)
    asks = any(hit.start <= first for hit in reading.openers)
    opens = asks or any(hit.start <= first for hit in reading.deciding[:1])
    if opens or (enacted and _opens_limb(reading)):
        return _operative(reading, voice)
    return _finds_and_asks(reading, voice, first)


def _finds_and_asks(reading: Reading, voice: Voice, first: int) -> tuple[Verdict, list[Clause]] | None:
    """What a text asks that opens with a verb by which a body finds ("Welcomes the report, and invites
    members to"); None if it asks nothing with a verb of its own."""
    if not any(hit.start <= first and hit.value.role is Role.OBSERVATION for hit in reading.cues):
        return None
    further = [one for one in _asks_too(reading, voice, True) if _is_further(reading, one.verb.start)]
    if not further:
        return None
    return Verdict(Role.RECOMMENDATION, "operative verb", 0.95, (further[0].verb,)), further


def _is_further(reading: Reading, verb: int) -> bool:
    """Whether a verb that asks goes on after the one with which a limb opens ("Welcomes the report, and
    invites members to"), not in what that one reports ("Regrets that the Council urges States to")."""
    lexicon = reading.lexicon
    joins = (*lexicon.conjunctions, *COMMA)
    if lexicon.cjk:
        return reading.low.endswith(joins, 0, verb) or reading.low.startswith(joins, verb)
    comma = max(reading.low.rfind(stop, 0, verb) for stop in COMMA)
    if not lexicon.that.isdisjoint(reading.words.words[reading.words.between(comma + 1, verb)]):
        return False
    ahead = "".join([word for word in reading.ahead(verb) if word not in lexicon.adverbs][-1:])
    joined = bool(lexicon.joined) and reading.low.startswith(lexicon.joined, verb)
    return joined or ahead in joins or ahead.endswith(COMMA)


def _opens_limb(reading: Reading) -> bool:
    """Whether an item below a preamble is operative: it opens with a verb, or as a sentence without name."""
    lexicon = reading.lexicon
    if opens_preamble(reading.text, lexicon):
        return False
    if opens_with_act(reading.text, lexicon):
        return True
    first = first_letter(reading.low)
    named = bool(reading.actors) and reading.actors[0].start == first
    whole = reading.text[first : first + 1].isupper() and not reading.low.rstrip().endswith(COMMA)
    return whole and not named and lexicon.determiners.isdisjoint(reading.words.words[:1])


def _operative(reading: Reading, voice: Voice, told: bool = False) -> tuple[Verdict, list[Clause]]:
    asked = clauses(reading, voice, Setting(operative=True, weak=False))
    deciding = _first_verb(reading.low, reading.lexicon)
    performative = [one for one in asked if one.sort == "performative"]
    if performative:
        first = performative[0]
        return Verdict(Role.RECOMMENDATION, "operative verb", 0.95, (first.verb,)), performative
    binding = [one for one in asked if one.force in (3, 5) and _binds_somebody(one, reading, deciding)]
    if binding:
        if not binding[0].asked.types and deciding is not None:
            party = named_party(reading, deciding.end)
            binding[0] = binding[0]._replace(asked=party)
        return Verdict(
            Role.RECOMMENDATION, "operative paragraph binds somebody", 0.8, (binding[0].verb,)
        ), binding
    deciding = deciding or _further_limb(reading)
    if deciding is None and not told:
        deciding = opening_infinitive(reading, acting=True)  # below "Resuelve:"
    facts = deciding is not None and notes_facts(reading, deciding, operative=True)
    if deciding is not None and facts and not decides_too(reading, deciding):
        return Verdict(Role.OBSERVATION, "takes note of what is so", 0.8, (deciding,)), []
    if deciding is not None:
        return Verdict(Role.DECISION, "operative verb decides", 0.9, (deciding,)), []
    if norms := _norms(reading, asked):
        return Verdict(Role.RECOMMENDATION, "operative paragraph says what should be", 0.7), norms
    return Verdict(Role.OBSERVATION, SILENT, 0.7), []


def _norms(reading: Reading, asked: list[Clause]) -> list[Clause]:
    """What should be, in an instrument that recommends by saying so ("4. Training should include practice"),
    or what is asked in the passive ("4. Schools are invited to").

    An opening verb ("Stresses that measures should be taken", "Expresar su apoyo") makes a finding of it.
    """
    first = first_letter(reading.low)
    finds = (hit.start for hit in reading.cues if hit.value.weight >= _FINDS)
    said = (hit.start for hit in (*reading.saying, *reading.deciding))
    if any(start <= first for start in (*said, *finds)) or opening_infinitive(reading) is not None:
        return []
    return [clause for clause in asked if clause.sort != "modal" or clause.force is Force.RECOMMENDS]


def _further_limb(reading: Reading) -> Span | None:
    """A deciding verb that opens a further limb of an operative paragraph ("Recalls ..., and decides")."""
    lexicon = reading.lexicon
    for hit in reading.deciding:
        ahead = reading.ahead(hit.start)
        if ahead and ahead[-1] in lexicon.conjunctions:
            ahead.pop()
        behind = reading.words_from(hit.end, 1)
        acts = bool(behind) and reading.low_at(behind[0]) in lexicon.decided
        if acts and ahead and ahead[-1].endswith(",") and not is_past(reading, hit.start):
            return hit.span
    return None


def _binds_somebody(clause: Clause, reading: Reading, deciding: Span | None) -> bool:
    """Whether "X shall" binds: X is somebody, or at least does what follows ("shall" and no passive)."""
    lexicon = reading.lexicon
    if clause.asked.types:
        return set(clause.asked.types) != {Addressee.OWN_BODY}
    follows = reading.low[clause.verb.end : clause.verb.end + 24].split()
    return clause.force is Force.REQUIRES and deciding is not None and lexicon.be.isdisjoint(follows[:2])


_PREAMBLE_ENDS = (",", ";", "،", "，", "；", ".", ":")


def _first_verb(low: str, lexicon: Lexicon) -> Span | None:
    """A deciding verb among the first words."""
    opening, part = Words(low[:120], lexicon.cjk), slice(0, 40 if lexicon.cjk else 12)
    hits = lexicon.deciding.find(opening, part, frozenset({first_letter(low)}))
    if not hits:
        return None
    ahead = low[: hits[0].start]
    goes_on = ahead.rstrip().endswith(",") or not lexicon.conjunctions.isdisjoint(ahead.split()[-1:])
    if hits[0].start > first_letter(low) and not goes_on and opens_with_act(low, lexicon):
        return None  # "Recalled the conclusions adopted at its session"
    if hits[0].start >= 30 and not (len(ahead) < 90 and "," not in ahead and ends_in_colon(low)):
        return None
    return Span(hits[0].start, hits[0].end)
