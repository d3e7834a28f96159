"""The names at the head of a stretch of text: what may stand before and between those who are asked."""

from __future__ import annotations

import re
from typing import NamedTuple

from model.labels import Addressee, Span
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.wordlists import Actor

# Between a verb and whom it asks stands an article at most, in characters.
_NEAR = 8


class Asked(NamedTuple):
    """The addressees of a clause and the words that name them."""

    types: tuple[Addressee, ...]
    spans: tuple[Span, ...]


NOBODY = Asked((), ())


def leading(reading: Reading, start: int, end: int) -> Asked:
    """The actors at the head of a stretch, with what is joined to the first by commas and "and"."""
    lexicon = reading.lexicon
    actors = [
        hit
        for hit in reading.actors_between(start, end)
        if hit.value.types and not _is_paper(reading, hit) and not _in_rule_name(reading, start, hit)
    ]
    if not actors:
        return NOBODY
    taken: list[Hit[Actor]] = []
    edge = start
    for hit in actors:
        gap = _gap(reading, edge, hit.start)
        allowed = lexicon.choosing
        if lexicon.cjk and not taken and (behind := _describing(reading, hit, end)):
            edge = behind
            continue
        if lexicon.cjk:
            if hit.start - edge > 12 or (taken and not lexicon.determiners.issuperset(gap)):
                break
        elif (
            any(word not in allowed for word in gap)
            and not (taken and _listed(reading, edge, hit.start, gap))
            and not (not taken and _attributes(lexicon, gap) and _is_head(reading, edge, hit, end))
        ):
            break
        if taken and hit.value.sort == "state" and not lexicon.enders.isdisjoint(gap):
            break  # "the United Nations system in Uruguay"
        if taken and not reading.low[edge : hit.start].strip():
            if reading.low[:edge].rpartition(" ")[2] in lexicon.of:
                edge = hit.end
                continue  # "the Ministry of Railways" names one
            # a name right before another belongs to it: "JIU participating organizations"
            edge = hit.end
            if Addressee.MANAGEMENT in hit.value.types and taken[-1].value.sort == "asked":
                continue  # "the UNDP Administrator": another organization's head
            members = Addressee.MEMBER_STATES in hit.value.types and _REGION in taken[-1].value.types
            if taken[-1].value.sort == "own" or _UN in taken[-1].value.types or members:
                taken.pop()  # "AU Member States"
        taken.append(hit)
        edge = hit.end
    types: list[Addressee] = []
    for hit in taken:
        types += [kind for kind in hit.value.types if kind not in types]
    return Asked(tuple(types), tuple(hit.span for hit in taken))


def _describing(reading: Reading, hit: Hit[Actor], end: int) -> int:
    """Where somebody's name begins that words with another name describe, in a language where they come
    before it: "the Parties that have not reported to the Secretariat" are "尚未向秘书处汇报的缔约方". 0 if
    they do not."""
    lexicon = reading.lexicon
    if reading.low[hit.start - 1 : hit.start] not in lexicon.turning:
        return 0
    ends = {reading.low.find(word, hit.end, end) + len(word) for word in lexicon.of}
    return next((one.start for one in reading.actors if one.start > hit.end and one.start in ends), 0)


def _is_paper(reading: Reading, hit: Hit[Actor]) -> bool:
    """Whether a name is a report's, which nobody asks to act ("The report should cover")."""
    return hit.value.sort == "own" and reading.low_at(hit).rpartition(" ")[2] in reading.lexicon.reports


# "Standing Order No. 134 (Select committees (reports))": the bracket of a rule's name.
_RULE = re.compile(r"\d[\da-zA-Z]{0,2} ?\((?:[^()]|\([^()]*\))*\)")


def _in_rule_name(reading: Reading, start: int, hit: Hit[Actor]) -> bool:
    """Whether a name stands in the bracket after a rule's number, and says what the rule is on ("No. 145
    (Liaison Committee)")."""
    if "(" not in reading.text[start : hit.start]:
        return False  # as most
    rules = _RULE.finditer(reading.text, start)
    return any(rule.start() < hit.start < rule.end() for rule in rules)


def _gap(reading: Reading, start: int, end: int) -> list[str]:
    """The words before a name, without those that say whose head is meant ("the presidents of")."""
    lexicon = reading.lexicon
    part = reading.words.between(start, end)
    officers = [hit for hit in reading.actors_between(start, end) if hit.value.sort == "speaker"]
    if not officers:
        return reading.words.words[part]
    return [
        reading.low[low:high]
        for low, high in reading.words.spots(part)
        if reading.low[low:high] not in lexicon.of and not any(one.start <= low < one.end for one in officers)
    ]


# "The United Nations High Commissioner" is who comes last.
_UN, _REGION = Addressee.UN_IGO, Addressee.REGIONAL_ORG


# "Calls for non-nuclear-armed States to": no name as "the Anti-Corruption Commission" is one, or "the
# Seventy-eighth Assembly".
_COMPOUND = re.compile(r"\b[^\W\dA-Z]\w*[-\u2010\u2011][^\W\dA-Z]")
# More words before a name are another thought.
_ATTRIBUTES = 4


def _attributes(lexicon: Lexicon, gap: list[str]) -> bool:
    """Whether what stands before a name only says which one: "all regional airlines"."""
    strange = [word for word in gap if word not in lexicon.determiners]
    gap = gap[not lexicon.into.isdisjoint(gap[:1]) :]  # "recommends to the Tenth Assembly"
    return (
        lexicon.attributes_first
        and len(strange) <= _ATTRIBUTES
        and lexicon.barring.isdisjoint(set(gap) - lexicon.that)
    )


def _is_head(reading: Reading, start: int, hit: Hit[Actor], end: int) -> bool:
    """Whether a name ends the phrase that begins at `start`: not as in "human resources systems"."""
    lexicon = reading.lexicon
    if hit.value.sort == "own":
        # "the Paris Committee on Wells"
        return reading.text[hit.start].isupper() and reading.text[start : hit.start].split()[-1:][0].istitle()
    if hit.value.sort not in ("asked", "principal") or _COMPOUND.search(reading.text, start, hit.start + 1):
        return False
    behind = reading.words_from(hit.end, 1)
    if not behind or behind[0][0] >= end or reading.low[hit.end : behind[0][0]].strip():
        return True
    word = reading.low_at(behind[0])
    named_on = any(other.start == behind[0][0] for other in reading.actors)
    asks = any(ask.start == behind[0][0] for ask in reading.asks)  # "that the Norland Government task the"
    told = lexicon.infinitive != () and word.endswith(lexicon.infinitive)  # "казначейству усилить"
    ahead = reading.text[start : hit.start].split()[-1:]
    named = reading.text[hit.start].isupper() or reading.low_at(hit) in lexicon.authorities
    if ahead and ahead[0][0].isupper() and named:
        # "that Northport City Council review", "that the Ivorian authorities take"
        at = reading.words.since(behind[0][0]).start
        told = told or bool(lexicon.actions.find(reading.words, slice(at, at + 1)))
    closed = lexicon.barring | lexicon.conjunctions | lexicon.articles  # "to the Tenth Assembly the adoption"
    return named_on or told or asks or word in closed


# Between two names may stand an aside of this many words.
_ASIDE = 10


def _listed(reading: Reading, start: int, end: int, gap: list[str]) -> bool:
    """Whether two names belong to one enumeration: little but commas and joining words between them."""
    lexicon = reading.lexicon
    if len(gap) <= _ASIDE and " ".join(gap).endswith(lexicon.besides):
        return True  # "enterprises, both transnational and others, as well as banks"
    return (
        len(gap) <= 4
        and ("," in reading.low[start:end] or not lexicon.conjunctions.isdisjoint(gap))
        and lexicon.prepositions.isdisjoint(gap)
    )


def named_party(reading: Reading, start: int) -> Asked:
    """A party that no table holds: a proper name where a resolution's verb has whom it asks ("the M23").

    An officer is a session's ("the President"), or heads a part of its secretariat ("the Director of"); a
    body is the organ's own ("the Standing Committee on Finance").
    """
    lexicon = reading.lexicon
    near = next((one for one in reading.actors if one.start >= start), None)
    for low, high in reading.words_from(start, 3):
        if reading.low[low:high] in lexicon.determiners:
            continue
        if near is not None and near.start == low and near.value.sort == "speaker":
            return officer(reading, near)
        if reading.text[low].isupper():
            organ = own_organ(reading, low)
            return organ if organ.types else Asked((Addressee.SPECIFIC_STATE,), (Span(low, high),))
        return NOBODY
    return NOBODY


def elected(reading: Reading, start: int) -> Asked:
    """The officer of a session whom a clause asks right after its verb ("requested the Chair to")."""
    near = next((one for one in reading.actors if one.start >= start), None)
    if near is None or near.value.sort != "speaker" or near.start - start > _NEAR:
        return NOBODY
    ahead = reading.words.words[reading.words.between(start, near.start)]
    asked = officer(reading, near) if reading.lexicon.determiners.issuperset(ahead) else NOBODY
    return asked if asked.types == (Addressee.OWN_BODY,) else NOBODY


def officer(reading: Reading, hit: Hit[Actor]) -> Asked:
    """Whom a body asks by an officer's name: itself, a part of its secretariat, or whose officer it is."""
    whose = reading.owner(hit)
    if whose is not None and whose.value.sort == "asked" and whose.value.types:
        return Asked(whose.value.types, (Span(hit.start, whose.end),))  # "the Chair of the Commission"
    of_session = reading.lexicon.routine.find(reading.words, reading.words.between(hit.start, hit.end))
    return Asked((Addressee.OWN_BODY if of_session else Addressee.SECRETARIAT,), (hit.span,))


def own_organ(reading: Reading, start: int) -> Asked:
    """An organ of the body's own whose name begins at an offset, with capitals ("the Animals Committee")."""
    near = next((one for one in reading.actors if one.start >= start), None)
    if near is None or near.value.sort != "own":
        return NOBODY
    spots = reading.words_between(start, near.end)
    while spots and reading.low_at(spots[0]) in reading.lexicon.determiners:
        spots.pop(0)
    if not spots or not all(reading.text[low].isupper() for low, _ in spots):
        return NOBODY
    return Asked((Addressee.OWN_BODY,), (Span(spots[0][0], near.end),))
