"""Resolutions, decisions and their drafts: preambular and operative paragraphs.

The United Nations Editorial Manual: preambular paragraphs are unnumbered and open with a participle after the
enacting formula ("The General Assembly,"); operative ones are numbered and open with a verb in the present.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from model.labels import Addressee, Force, Role, Span
from model.nodes import CLASSIFIED, Kind, Node
from model.outline import Outline
from model.suggestions.asking import clauses
from model.suggestions.clauses import Clause
from model.suggestions.deciding import decides_too, notes_facts
from model.suggestions.imperatives import opening_infinitive
from model.suggestions.lexicon import Lexicon
from model.suggestions.naming import named_party
from model.suggestions.phrases import Hit, Phrases
from model.suggestions.reading import Reading, is_past
from model.suggestions.roles import Verdict
from model.suggestions.sentences import sentence_starts
from model.suggestions.subjects import Setting
from model.suggestions.voice import Voice
from model.words import EVERY, Words, ends_in_colon

SILENT = "operative paragraph without asking or deciding"
# The formula with which an organ enacts has no more characters.
_FORMULA_LENGTH = 140
# Those who enact a resolution together are named in so few words.
_TOGETHER = 9
# The European Parliament letters its recitals: "A. whereas ...".
_RECITAL = re.compile(r"[A-Z]{1,2}")
# "103rd plenary meeting 13 August 2024" is not longer.
_A_DATE = 60
# A paragraph opens in its first characters.
_OPENING = 200
# A body's name has so few words that name none, where what it does follows after a colon.
_BESIDE = 3
# What opens a quotation.
_QUOTES = ("“", '"', "«", "„")
# What a word weighs with which a body finds.
_FINDS = 3
# After a participle a body acts in so many words: "the Committee strongly urged".
_ACTS_SOON = 3


def scope_starts(children: Sequence[Node], lexicon: Lexicon, outline: Outline) -> Iterator[str]:
    """The ids of the paragraphs with which resolutions may begin among the children of one section."""
    paragraphs = [node for node in children if node.kind in CLASSIFIED]
    for index, node in enumerate(paragraphs):
        if node.number or node.kind is Kind.ITEM:
            continue
        below = outline.children(node.id)
        follower = below[0] if below else paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if follower is None and (headed := [one for one in children if one.kind is Kind.SECTION]):
            below = outline.children(headed[0].id)  # "The Assembly," before headings
            follower = below[0] if below else None
        if _is_formula(node, follower, lexicon) or _preambles(node, follower, lexicon):
            yield node.id


def completes(reading: Reading) -> bool:
    """Whether a paragraph of a resolution goes on with the clause before it ("That ...", "Que ...")."""
    lexicon = reading.lexicon
    opening = reading.words.words[:2]
    while opening and opening[0] in lexicon.conjunctions:
        opening.pop(0)
    return bool(opening) and opening[0] in lexicon.that


def is_annex(heading: str, lexicon: Lexicon) -> bool:
    """Whether a heading stands over what is after a resolution: its annexes, and what explains it."""
    return bool(lexicon.annexes.find(Words(heading[:_OPENING], lexicon.cjk), starts=frozenset({0})))


def opens_preamble(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins as preambular paragraphs do: "Recalling its resolution"."""
    opening = Words(text[:_OPENING], lexicon.cjk)
    return bool(lexicon.preamble.find(opening, slice(0, 3), frozenset({_first(opening.low)})))


def body_acts(reading: Reading) -> bool:
    """Whether a text that opens with a participle goes on to what a body asks or decides, and not in "that"
    ("Taking into account the discussion, the Committee urged the Government to:")."""
    lexicon = reading.lexicon
    if reading.text.rstrip().endswith(_COMMA):
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
            and ahead.endswith(_COMMA)
            and not any(f"{that}," in ahead for that in lexicon.that)
        ):
            return any(low in verbs for low, _ in reading.words_from(body.end, _ACTS_SOON))
    return False


def declares(node: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph is a declaration's preambular one, without number: a participle, then a comma."""
    unnumbered = node.kind is Kind.PARAGRAPH and not node.number
    return unnumbered and node.text.rstrip().endswith(_COMMA) and opens_preamble(node.text, lexicon)


def quotes_act(reading: Reading) -> bool:
    """Whether a text opens with a quotation mark and an operative verb, as amendments give the paragraphs of
    a draft ("“Takes note of the report”;"); not "“Requests for information”"."""
    lexicon, words = reading.lexicon, reading.words.words
    first = _first(reading.low)
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
    if not low.rstrip().endswith(_COMMA) and any(
        hit.value.role is Role.DECISION and not hit.start for hit in reading.cues
    ):
        return Verdict(Role.DECISION, "formula of deciding", 0.9, (Span(0, len(low.split(" ")[0])),)), []
    if not node.number:
        # within a resolution a draft of another body's may stand
        ends = low.rstrip().endswith((*_COMMA, *_COLON)) and len(low) <= _FORMULA_LENGTH
        formula = formula or (ends and _only_names_a_body(node.text, lexicon))
        lists = leads and ends_in_colon(node.text)
        if formula and _first_verb(low, lexicon) is None and not lists:
            return Verdict(Role.PREAMBULAR, "enacting formula", 0.95), []
        if low.rstrip().endswith(_PREAMBLE_ENDS) and opens_preamble(node.text, lexicon):
            return None if body_acts(reading) else (preambular(low), [])
        first = _first(low)
        if any(hit.start <= first for hit in reading.openers):
            return _operative(reading, voice)
        deciding = _first_verb(low, lexicon)
        if (
            not formula
            and len(low) < _A_DATE
            and low[-4:].isdigit()
            and not (reading.asks or reading.deciding)
        ):
            return Verdict(Role.PROCEDURAL, "when it was adopted", 0.8), []
        if deciding is not None and (asked := _asks_too(reading, voice)):
            return Verdict(Role.RECOMMENDATION, "performative verb", 0.85, (asked[0].verb,)), asked
        if formula or deciding is not None:
            return Verdict(Role.DECISION, "the body decides", 0.8, (deciding,) if deciding else ()), []
        return None
    if low.rstrip().endswith(_COMMA) and opens_preamble(node.text, lexicon):
        return preambular(low), []
    if _RECITAL.fullmatch(node.number) and opens_preamble(node.text, lexicon):
        return preambular(low), []
    return _operative(reading, voice, told)


def _asks_too(reading: Reading, voice: Voice) -> list[Clause]:
    """What a body asks in a paragraph that tells first what it did ("took note of ... and urged")."""
    asked = clauses(reading, voice, Setting(weak=False, enacting=True))
    return [clause for clause in asked if clause.sort == "performative"]


def preambular(text: str) -> Verdict:
    """The role of a paragraph that its first word makes a preamble's."""
    return Verdict(Role.PREAMBULAR, "participle opens", 0.9, (Span(0, len(text.split(" ")[0])),))


def judge_limb(reading: Reading, voice: Voice, enacted: bool = False) -> tuple[Verdict, list[Clause]] | None:
    """The role of an item of a resolution that opens with an operative verb of its own; else None.

    `enacted`: a preamble stands above it, which it does not go on with where it opens with any verb.
    """
    first = _first(reading.low)
    asks = any(hit.start <= first for hit in reading.openers)
    opens = asks or any(hit.start <= first for hit in reading.deciding[:1])
    if opens or (enacted and _opens_limb(reading)):
        return _operative(reading, voice)
    return None


def _opens_limb(reading: Reading) -> bool:
    """Whether an item below a preamble is operative: it opens with a verb, or as a sentence without name."""
    lexicon = reading.lexicon
    if opens_preamble(reading.text, lexicon):
        return False
    if _opens_with_act(reading.text, lexicon):
        return True
    first = _first(reading.low)
    named = bool(reading.actors) and reading.actors[0].start == first
    whole = reading.text[first : first + 1].isupper() and not reading.low.rstrip().endswith(_COMMA)
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
    if deciding is not None and notes_facts(reading, deciding) and not decides_too(reading, deciding):
        return Verdict(Role.OBSERVATION, "takes note of what is so", 0.8, (deciding,)), []
    if deciding is not None:
        return Verdict(Role.DECISION, "operative verb decides", 0.9, (deciding,)), []
    if norms := _norms(reading, asked):
        return Verdict(Role.RECOMMENDATION, "operative paragraph says what should be", 0.7), norms
    return Verdict(Role.OBSERVATION, SILENT, 0.7), []


def _norms(reading: Reading, asked: list[Clause]) -> list[Clause]:
    """What should be, in an instrument that recommends by saying so ("4. Training should include practice"),
    or what is asked in the passive ("4. Schools are invited to").

    An opening verb ("Stresses that measures should be taken") makes a finding of it.
    """
    first = _first(reading.low)
    finds = (hit.start for hit in reading.cues if hit.value.weight >= _FINDS)
    said = (hit.start for hit in (*reading.saying, *reading.deciding))
    if any(start <= first for start in (*said, *finds)):
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


def _is_formula(node: Node, follower: Node | None, lexicon: Lexicon) -> bool:
    """ "The General Assembly," alone, or with its first participle after the comma."""
    text = node.text.strip()
    head, comma, rest = text.partition(",")
    bare = not comma and text[-1:].isalpha()  # "The Conference of the Parties" with a line of its own
    if bare or text.endswith((*_COMMA, *_COLON)):
        last = text[_last_sentence(text) :]
        short = len(last) <= _FORMULA_LENGTH
        if short:
            follows = follower is not None and (_enacts(follower, lexicon) or _acts(text, follower, lexicon))
            return follows and _only_names_a_body(last, lexicon) and not (bare and _of_a_body(last, lexicon))
    if follower is None or not comma or len(head) > 90 or not _names_a_body(head, lexicon):
        return False
    if text.endswith(_RUNS_ON) and opens_preamble(follower.text, lexicon):
        return True  # "The Conference, convened at Port Ellery by ..., having met from 2 to 4 May,"
    return opens_preamble(rest.lstrip(), lexicon) and _enacts(follower, lexicon)


def _of_a_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a text's body only says whose something is ("Conclusions of the Committee")."""
    said = Words(text, lexicon.cjk)
    body = next((hit for hit in lexicon.actors.find(said) if hit.value.is_body), None)
    if body is None:
        return False
    ahead = said.words[said.within(0, body.start)]
    while ahead and ahead[-1] in lexicon.articles:
        ahead.pop()
    return not lexicon.of.isdisjoint(ahead[-1:])


def _last_sentence(text: str) -> int:
    """Where the last clause begins, after a stop or a colon ("... as follows: The Conference,")."""
    colon = max(text.rfind(mark, 0, len(text) - 1) for mark in _COLON)
    return max(sentence_starts(text)[-1], colon + 1)


def _preambles(node: Node, follower: Node | None, lexicon: Lexicon) -> bool:
    """Two participles in a row, each with its comma: a preamble whose enacting formula stands elsewhere."""
    if follower is None or follower.number or follower.kind is not Kind.PARAGRAPH:
        return False
    return all(
        one.text.rstrip().endswith(_RUNS_ON) and opens_preamble(one.text, lexicon) for one in (node, follower)
    )


_COMMA = (",", "،", "，")
_COLON = (":", "：")
_RUNS_ON = (",", ";", "،", "؛", "，", "；")


def _enacts(node: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph goes on with a resolution: a participle opens it, or an operative verb."""
    if opens_preamble(node.text, lexicon):
        return True
    opening = Words(node.text[:_OPENING], lexicon.cjk)
    first = _first(opening.low)
    part, starts = slice(0, 6), frozenset({first})
    opens = [hit.start for hit in lexicon.openers.find(opening, part, starts)]
    opens += [hit.start for hit in lexicon.deciding.find(opening, part, starts)]
    return any(start <= first + 14 for start in opens) or node.kind is Kind.ITEM


def _acts(text: str, follower: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph goes on with a name that ends in no colon: it has a number, behind a name without
    comma a verb as its first word, too ("1. Welcomes the report")."""
    if not follower.number or ends_in_colon(text):
        return False
    return text.endswith(_COMMA) or _opens_with_act(follower.text, lexicon)


def _opens_with_act(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a word by which a body asks, says or finds."""
    opening = Words(text[:_OPENING], lexicon.cjk)
    starts = frozenset({_first(opening.low)})
    tables: tuple[Phrases[Any], ...] = (lexicon.asks, lexicon.saying, lexicon.cues)
    return any(hit.start in starts for table in tables for hit in table.find(opening, slice(0, 6), starts))


def _names_a_body(text: str, lexicon: Lexicon) -> bool:
    said = Words(text, lexicon.cjk)
    actors = lexicon.actors.find(said)
    if any(hit.value.is_body or Addressee.PARENT_BODY in hit.value.types for hit in actors):
        return True
    # "The Contracting Parties,", "Los Gobiernos,": those who act together, and little else
    words = said.words
    if not actors or len(words) > _TOGETHER or words[0] not in lexicon.determiners:
        return False
    if words[0] in lexicon.turning:
        return False  # "To Member States:" turns to them
    return actors[0].start == said.edges[2] and actors[0].value.sort != "state"


def _only_names_a_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a lead-in names a body and says nothing of it: not "The Commission should:", nor "She complains
    the Council did not:", nor "To do so, the Council had to:", nor "The Court makes the following
    recommendations:".
    """
    said = Words(text, lexicon.cjk)
    if not lexicon.into.isdisjoint(said.words[-1:]):
        return False
    asks = next(lexicon.asks.each(said), None) is not None or lexicon.announces(said)
    if asks or lexicon.findings.find(said) or not lexicon.finite.isdisjoint(said.words):
        return False
    return not _says_more(text, said, lexicon) and _names_a_body(text, lexicon)


def _says_more(text: str, said: Words, lexicon: Lexicon) -> bool:
    """Whether what leads into a list has many words that name nobody: "The team combined four sources of
    evidence:" has a verb that no table holds.
    """
    if "," in text or not ends_in_colon(text) or lexicon.deciding.find(said):
        return False
    small = lexicon.determiners | lexicon.of | lexicon.nominal
    named = lexicon.actors.find(said)
    places = zip(said.words, said.spots(EVERY), strict=True)
    strange = [low for word, (low, _) in places if word not in small]
    beside = sum(not any(one.start <= low < one.end for one in named) for low in strange)
    by_us = not lexicon.we.isdisjoint(said.words[:1])  # "We also interviewed:"
    return beside > (0 if by_us else _BESIDE)


def _first_verb(low: str, lexicon: Lexicon) -> Span | None:
    """A deciding verb among the first words."""
    opening, part = Words(low[:120], lexicon.cjk), slice(0, 40 if lexicon.cjk else 12)
    hits = lexicon.deciding.find(opening, part, frozenset({_first(low)}))
    if not hits:
        return None
    ahead = low[: hits[0].start]
    if hits[0].start >= 30 and not (len(ahead) < 90 and "," not in ahead and ends_in_colon(low)):
        return None
    return Span(hits[0].start, hits[0].end)


def _first(low: str) -> int:
    match = re.search(r"[^\W_]", low)
    return match.start() if match else 0
