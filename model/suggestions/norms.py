"""What norms prescribe, which a report tells and does not ask itself."""

from __future__ import annotations

from model.labels import Force
from model.suggestions.clauses import Clause
from model.suggestions.reading import Reading


def without_norms(reading: Reading, asking: list[Clause]) -> list[Clause]:
    """Without what a paragraph tells that a norm prescribes: in a sentence that a norm opens ("According to
    the policy, lists must be"), or after one, what "must" be where nobody is named. "In accordance with rule
    20, the Committee requests" asks for itself.
    """
    if not asking:
        return asking
    norms = [start for start in reading.starts if _opens_with_norm(reading, start)]

    def prescribed(clause: Clause) -> bool:
        start = reading.sentence(clause.verb.start)
        if clause.sort in ("performative", "impersonal"):
            return False
        if start in norms:
            return True
        return clause.force is Force.REQUIRES and not clause.asked.types and any(n < start for n in norms)

    return [clause for clause in asking if not prescribed(clause)]


def _opens_with_norm(reading: Reading, start: int) -> bool:
    """Whether a sentence opens with what is prescribed where ("Under the Act", "By law")."""
    first = reading.words_from(start, 1)
    return bool(first) and any(cue.value.norm and cue.start == first[0][0] for cue in reading.cues)
