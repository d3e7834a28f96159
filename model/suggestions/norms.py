"""What norms prescribe, which a report tells and does not ask itself."""

from __future__ import annotations

import re

from model.labels import Addressee, Force
from model.suggestions.clauses import Clause
from model.suggestions.reading import Reading

# Whom treaties bind.
_BOUND = frozenset({Addressee.STATES_PARTIES, Addressee.SPECIFIC_STATE, Addressee.MEMBER_STATES})
_CITED = re.compile(r"\(([^\W\d]+)\.? \d[^()]*\)[.;]?\s*$")


def without_norms(reading: Reading, asking: list[Clause]) -> list[Clause]:
    """Without what a paragraph tells that a norm prescribes: in its first sentence ("According to the policy,
    lists must be"), or, of what "must" be, in a later one that a norm opens, after one where nobody is
    named, or before an article in brackets. "In accordance with rule 20, the Committee requests" asks for
    itself; so does what a State must do by a treaty ("article 12 of the Covenant").
    """
    if not asking:
        return asking
    norms = [start for start in reading.starts if _opens_with_norm(reading, start)]

    def prescribed(clause: Clause) -> bool:
        start = reading.sentence(clause.verb.start)
        if clause.sort in ("performative", "impersonal"):
            return False
        if start in norms:
            return not start or clause.force is Force.REQUIRES
        if clause.force is not Force.REQUIRES:
            return False
        if _cites(reading, start):
            return _BOUND.isdisjoint(clause.asked.types)
        return not clause.asked.types and any(norm < start for norm in norms)

    return [clause for clause in asking if not prescribed(clause)]


def _opens_with_norm(reading: Reading, start: int) -> bool:
    """Whether a sentence opens with what is prescribed where ("Under the Act", "By law")."""
    first = reading.words_from(start, 1)
    return bool(first) and any(cue.value.norm and cue.start == first[0][0] for cue in reading.cues)


def _cites(reading: Reading, start: int) -> bool:
    """Whether a sentence ends with an article in brackets ("(Article 21 of Directive 2016/797)")."""
    cited = _CITED.search(reading.low, start, reading.sentence_end(start))
    return cited is not None and cited[1] in reading.lexicon.things
