"""Verbs of saying: whether what is said follows, or whether they tell what somebody did."""

from __future__ import annotations

from model.dates import says_when
from model.labels import Span
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.voice import Voice
from model.suggestions.wordlists import Actor
from model.words import ends_in_colon

# A clause that is said begins within this many words.
_CLAUSE_BEGINS = 8
# Whoever speaks is named in so many words after the title ("the representative of Norland").
_WHO = 6
# Before a colon that hands over to what is said so many words may stand.
_LEAD = 2
# An inserted clause has so many words before its subject, articles aside.
_INSERTED = 3
# Between a verb of saying and what is said may stand who hears it.
_HEARERS = 4


def pleads(reading: Reading, said: Hit[str]) -> bool:
    """Whether only somebody can be a verb's subject ("Norland argues that"), as things do not plead."""
    lexicon = reading.lexicon
    verb = reading.low_at(said)
    return verb in lexicon.pleading or verb.rpartition(" ")[0] in lexicon.pleading


def reports(reading: Reading, said: Hit[str]) -> bool:
    """Whether a verb of saying goes on with what is said: "told the committee that", 'said: "'."""
    lexicon = reading.lexicon
    if reading.low.endswith(lexicon.that_behind, said.start, said.end):
        return True
    behind = reading.words_between(said.end, len(reading.text))
    if ends_in_colon(reading.text) and len(behind) <= _LEAD and not lexicon.announces(reading.words):
        return True  # "the Coroner said they:"
    body = next((one for one in reading.actors if one.start >= said.end and one.value.is_body), None)
    for low, high in reading.words_from(said.end, _HEARERS):
        if body is not None and body.start <= low < body.end:
            continue  # "told the Special Rapporteur that"
        if reading.within_quotes(low) or reading.low[low:high] in lexicon.that:
            return True
        if reading.low[low:high] not in lexicon.hearing:
            return False
    return False


def says_that(reading: Reading, said: Hit[str]) -> bool:
    """Whether a verb of saying is followed by a clause or quotation in its sentence."""
    lexicon = reading.lexicon
    end = reading.sentence_end(said.start)
    if reading.low.endswith(lexicon.that_behind, said.start, said.end):
        return True
    if lexicon.inverts and reading.low.startswith(",", said.end):
        return True  # German parts off what is said: "gab an, das Hindernis erkannt zu haben"
    behind = reading.words_between(said.end, end)[:_CLAUSE_BEGINS]
    if behind and reading.low_at(behind[0]) in lexicon.it:
        return True  # English may leave "that" out: "the driver said he had braked"
    return any(reading.within_quotes(low) or reading.low[low:high] in lexicon.that for low, high in behind)


def dated_act(reading: Reading, voice: Voice, subject: Hit[Actor], said: Hit[str]) -> bool:
    """Whether a verb tells what somebody did on a day: history. Inside a State and in a treaty body's Views
    the day may also stand after the verb ("asked for help on 22 November"), unless what was said follows.
    """
    lexicon = reading.lexicon
    if reading.low_at(said) not in lexicon.acting:
        return False
    start = reading.sentence(said.start)
    ahead = reading.words_between(start, subject.start)
    if (
        ahead
        and reading.low_at(ahead[0]) in lexicon.prepositions
        and says_when(reading.low, start, subject.start)
    ):
        return lexicon.sessions.isdisjoint(reading.low[low:high] for low, high in ahead)
    if not (voice.national or voice.is_of_treaty_body) or reports(reading, said):
        return False
    return says_when(reading.low, said.end, reading.sentence_end(said.start))


def described(reading: Reading, subject: Hit[Actor], said: Hit[str]) -> bool:
    """Whether a verb stands in a clause that only says which ones are meant: a relative word after the name,
    and no comma that ends the clause."""
    behind = reading.words_between(subject.end, said.start)
    relative = bool(behind) and reading.low_at(behind[0]) in reading.lexicon.relatives
    return relative and "," not in reading.low[subject.end : said.start]


def inserted_saying(reading: Reading) -> tuple[Span, Span] | None:
    """The speaker and the verb of a clause of saying that commas set off in the first sentence, its subject
    last ("The wells, said Norland, were dry.", "Les puits sont à sec, a dit le Norland.")."""
    lexicon = reading.lexicon
    if lexicon.cjk or lexicon.verb_first:
        return None
    small = lexicon.articles | lexicon.determiners | {word.strip(" '’") for word in lexicon.before_names}
    for actor in reading.actors_between(0, reading.first_end):
        if actor.value.sort not in ("state", "speaker"):
            continue
        comma = reading.low.rfind(",", 0, actor.start)
        verb = reading.words_between(comma + 1, actor.start)
        while len(verb) > 1 and reading.low_at(verb[-1]) in small:
            verb.pop()
        if comma < 1 or not 1 <= len(verb) <= _INSERTED:
            continue
        span = Span(verb[0][0], verb[-1][1])
        said = any(hit.start == span.start and hit.end == span.end for hit in reading.saying)
        behind, _, _ = reading.low[actor.end : reading.first_end].partition(",")
        closed = not behind.strip(" .") and reading.low_at(verb[0]) in lexicon.inserting
        if closed or (said and len(behind.split()) <= _WHO):
            return actor.span, span
    return None
