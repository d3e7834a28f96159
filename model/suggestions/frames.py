"""Recommendations within one paragraph: which asking clauses are one, and which begin another."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from model.labels import Addressee, Span
from model.suggestions.clauses import Clause
from model.suggestions.naming import Asked
from model.suggestions.passives import is_passive
from model.suggestions.reading import Reading

# A paragraph with more recommendations is an enumeration of one.
_MOST = 8
# A further clause's verb stands this near after what joins it to the clause before.
_NEAR = 90
# What parts two sentences, a number before it included, is not longer.
_BREAK = 40
_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[,;،؛，；、:]")


@dataclass(slots=True)
class Group:
    """Asking clauses that make one recommendation; `clause` is the first, whose verb it has.

    `start` and `end` bound the words that belong to it.
    """

    clause: Clause
    start: int
    end: int
    clauses: list[Clause] = field(default_factory=list)

    @property
    def asked(self) -> Asked:
        types: list[Addressee] = []
        spans: list[Span] = []
        for clause in self.clauses:
            if clause is not self.clause and clause.asked.types == (Addressee.OWN_BODY,):
                continue  # "the panel recommends that X should": its own subject is not asked
            types += [kind for kind in clause.asked.types if kind not in types]
            spans += [span for span in clause.asked.spans if span not in spans]
        return Asked(tuple(types), tuple(spans))


def grouped(reading: Reading, asking: list[Clause]) -> list[Group]:
    """The recommendations that a paragraph's asking clauses make, in order."""
    groups: list[Group] = []
    for clause in asking:
        opening = _opening(reading, groups, clause) if groups else reading.sentence(clause.verb.start)
        if opening is None or (groups and len(groups) == _MOST):
            groups[-1].clauses.append(clause)
            continue
        if groups:
            groups[-1].end = min(groups[-1].end, opening)
        groups.append(Group(clause, opening, hard_stop(reading, clause.verb.end), [clause]))
    return groups


def hard_stop(reading: Reading, offset: int) -> int:
    """Where the sentence at an offset ends, semicolons run over."""
    for start in reading.starts[bisect_right(reading.starts, offset) :]:
        ahead = reading.text[max(0, start - _BREAK) : start].rstrip(' \n”"»’)0123456789')
        if ahead[-1:] not in ";；؛":
            return start
    return len(reading.text)


def says_it(reading: Reading, group: Group) -> bool:
    """Whether a clause's subject is a pronoun, or left out: whom the clause before asked."""
    lexicon = reading.lexicon
    subject = _WORD.findall(
        reading.low, max(group.start, group.clause.verb.start - 40), group.clause.verb.start
    )
    strange = [word for word in subject if word not in lexicon.determiners and word not in lexicon.adverbs]
    return lexicon.it.issuperset(strange)


def _opening(reading: Reading, groups: list[Group], clause: Clause) -> int | None:
    """Where a further clause begins a recommendation of its own; None if it goes on with the last."""
    last = groups[-1].clauses[-1]
    at = clause.verb.start
    start = reading.sentence(at)
    if start > last.verb.start:
        if clause.sort == "modal" and not _asks_somebody(reading, clause, start):
            return None
        return start
    if clause.sort == "modal" and not set(clause.asked.types) - set(groups[-1].asked.types):
        return None
    subject = (
        clause.asked.spans[0].start if clause.sort in ("modal", "passive") and clause.asked.spans else at
    )
    if subject <= last.verb.end or (not reading.lexicon.verb_first and subject > at):
        return None
    return _joint(reading, last.verb.end, subject)


def _joint(reading: Reading, low: int, at: int) -> int | None:
    """The offset after a comma or "and" that joins a clause, where little stands between it and its verb."""
    lexicon = reading.lexicon
    low = max(low, at - _NEAR)
    if lexicon.joined and reading.low.startswith(lexicon.joined, at):
        return at
    edge = at
    words = [match.span() for match in _WORD.finditer(reading.low, low, at)]
    for start, end in reversed(words):
        between = reading.low[end:edge]
        if stop := _STOP.search(between):
            return end + stop.end()
        word = reading.low[start:end]
        if word in lexicon.conjunctions:
            return start if start > low + 1 else None
        if word not in lexicon.determiners and word not in lexicon.adverbs:
            return None
        edge = start
    return None


def _asks_somebody(reading: Reading, clause: Clause, start: int) -> bool:
    """Whether a modal of a further sentence asks, rather than says what may be expected."""
    if clause.asked.types or is_passive(reading, clause.verb.end):
        return True
    subject = _WORD.findall(reading.low, start, clause.verb.start)
    return bool(subject) and subject[-1] in reading.lexicon.it
