"""Clauses that ask somebody to act, in the reporting body's own voice."""

from __future__ import annotations

from model.labels import Addressee, Force, Span
from model.suggestions.addressee_types import as_meant
from model.suggestions.addressees import after, before
from model.suggestions.clauses import Clause, operative_words
from model.suggestions.imperatives import opening_infinitive
from model.suggestions.modals import modal
from model.suggestions.naming import Asked
from model.suggestions.other_bodies import others
from model.suggestions.passives import is_passive
from model.suggestions.performatives import performative
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.subjects import Setting, behind_subject, others_ask
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Ask

# An operative paragraph's verb begins in its first characters; elsewhere only at its very beginning.
_OPENER = 40
# What a body decides tells in its first words who will do something.
_OPENING = slice(0, 40)


def clauses(reading: Reading, voice: Voice, setting: Setting) -> list[Clause]:
    """All asking clauses of a paragraph in order."""
    lexicon = reading.lexicon
    found: list[Clause] = []
    for hit in reading.asks:
        if _is_barred(reading, hit.start) or reading.within_quotes(hit.start):
            continue
        if not (setting.weak or Genre.GUIDELINE in voice.genres) and reading.low_at(hit) in lexicon.could:
            continue  # what may happen
        clause = _clause(reading, voice, hit, setting)
        if clause is not None:
            found.append(clause)
    opener = next((hit for hit in reading.openers if not _is_barred(reading, hit.start)), None)
    if (
        opener is not None
        and _may_open(reading, voice, opener, setting)
        and not any(clause.verb.start <= opener.end for clause in found)
    ):
        asked = _object_of(reading, opener)
        # "Recommended the repeal of the law" asks whomever the list is for
        recommends = setting.together and opener.value.force is Force.RECOMMENDS
        if setting.operative or setting.decided or asked.types or recommends:
            found.insert(0, _opened(reading, voice, opener, asked))
    if setting.operative or setting.decided:
        further = (_opened(reading, voice, one, _object_of(reading, one)) for one in _joined(reading))
        found = sorted([*found, *further], key=lambda clause: clause.verb)
    return found


def _object_of(reading: Reading, opener: Hit[Ask]) -> Asked:
    """Whom an operative verb asks that opens a text."""
    lexicon = reading.lexicon
    object_from = opener.end
    if lexicon.inverts:
        object_from = operative_words(reading, opener).end  # "fordert die Staaten auf"
    if lexicon.verb_first:
        object_from = behind_subject(reading, opener.end) or object_from
    return after(reading, object_from, reading.sentence_end(opener.end))


def _opened(reading: Reading, voice: Voice, opener: Hit[Ask], asked: Asked) -> Clause:
    verb = operative_words(reading, opener)
    return Clause(opener.value.force, verb, as_meant(asked, reading, voice), "performative")


def _joined(reading: Reading) -> list[Hit[Ask]]:
    """The infinitives that ask and are joined to the one with which a text opens ("Agradecer a los Estados,
    e instarlos a", "De prendre note ... et de prier le")."""
    lexicon, words = reading.lexicon, reading.words
    if opening_infinitive(reading) is None:
        return []
    found = []
    for hit in lexicon.openers.find(words):
        ahead = words.words[words.within(0, hit.start)]
        while ahead and ahead[-1] in lexicon.before_verbs:
            ahead.pop()
        verb = reading.low_at(words.spots(words.between(hit.start, hit.end))[0])
        if verb.endswith(lexicon.infinitive) and not lexicon.conjunctions.isdisjoint(ahead[-1:]):
            found.append(hit)
    return found


def _may_open(reading: Reading, voice: Voice, opener: Hit[Ask], setting: Setting) -> bool:
    """Whether a text opens with an operative verb, adverbs aside ("Also requests the Fund to")."""
    lexicon = reading.lexicon
    if setting.operative:
        return opener.start < _OPENER
    ahead = reading.words.words[reading.words.within(0, opener.start)]
    if setting.decided and not lexicon.decided.isdisjoint(ahead[:1]):
        ahead = ahead[1:]
    if lexicon.verb_first and others_ask(reading, reading.subject_behind(opener.end)):
        return False
    return Genre.REVIEW not in voice.genres and all(
        word in lexicon.adverbs or word == lexicon.joined or word.endswith(lexicon.adverb_endings)
        for word in ahead
    )


def told_to(reading: Reading, voice: Voice) -> list[Clause]:
    """In what a body decides ("decides: ... That X will do Y"), the clause that tells somebody to act."""
    lexicon = reading.lexicon
    spots = reading.words.spots(_OPENING)
    if not spots or reading.low_at(spots[0]) not in lexicon.that:
        return []
    for low, high in spots:
        if reading.low[low:high] in lexicon.will:
            if is_passive(reading, high):
                return []
            asked = as_meant(before(reading, spots[0][1], low), reading, voice)
            others = set(asked.types) - {Addressee.OWN_BODY}
            return [Clause(Force.REQUIRES, Span(low, high), asked, "modal")] if others else []
    return []


def opens_asking(asking: list[Clause]) -> bool:
    """Whether a text begins with an operative verb and whom it asks ("Invite members to")."""
    return bool(asking) and asking[0].sort == "performative" and not asking[0].verb.start


def that_clause(reading: Reading, voice: Voice) -> Clause | None:
    """A recommendation that only says what is to be ("That the Authority require all ships to ...")."""
    spots = reading.words.spots(slice(0, 1))
    if not spots or reading.low_at(spots[0]) not in reading.lexicon.that:
        return None
    begins, end = spots[0][1], reading.sentence_end(spots[0][1])
    if reading.low.startswith(",", begins):
        begins = reading.low.find(",", begins + 1, end) + 1 or begins  # "That, by 31 March, the Ministry"
    asked = as_meant(after(reading, begins, end), reading, voice)
    return Clause(Force.RECOMMENDS, Span(*spots[0]), asked, "imperative")


def _is_barred(reading: Reading, offset: int) -> bool:
    """Whether words that ask nothing hold an offset ("should be noted")."""
    return any(hit.start <= offset < hit.end for hit in reading.not_asking)


def _clause(reading: Reading, voice: Voice, hit: Hit[Ask], setting: Setting) -> Clause | None:
    start = reading.sentence(hit.start)
    if hit.value.sort == "impersonal":
        asked = after(reading, hit.end, reading.sentence_end(hit.end))
        if not asked.types:
            asked = others(reading, before(reading, start, hit.start))  # "Министерству рекомендуется"
        return Clause(
            hit.value.force,
            operative_words(reading, hit),
            as_meant(asked, reading, voice),
            hit.value.sort,
        )
    if hit.value.sort == "performative":
        return performative(reading, voice, hit, start, setting)
    return modal(reading, voice, hit, start, setting.directed)
