"""Whose verb it is: whether the reporting body is the subject of a verb that asks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from model.suggestions.addressees import after_that
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, between, is_past
from model.suggestions.voice import Voice, meet_in
from model.suggestions.wordlists import Actor, Ask

# A body that speaks stands this near before its verb:
# "The Working Group on X, having considered Y, requests".
_SUBJECT_REACH = 320


# Who opens a text stands in its first characters.
_OPENING = 4
# When a session was stands this near after its name, which stands among this many first words of a sentence.
_SESSION, _DATED = 8, 60
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# An aside after a name begins after a comma.
_ASIDE = 3


class Setting(NamedTuple):
    """Where a paragraph stands, as far as it says who asks in it.

    `operative`: it is an operative paragraph of a resolution, whose subject stands far above. `weak`: "could"
    asks here when somebody is named (in lists of proposals and recommendations). `together`: those who met
    ("the participants") recommend here as one. `enacting`: the acts of an organ stand here. `follows`: the
    paragraph before begins with the reporting body, which "it" may mean. `decided`: it is an item of what was
    decided ("to request the Director to"). `directed`: its heading directs it to an organ of the body's own.
    `summed`: it sums up what the report says, in the past tense perhaps.
    """

    operative: bool = False
    weak: bool = True
    together: bool = False
    enacting: bool = False
    follows: bool = False
    decided: bool = False
    directed: bool = False
    summed: bool = False


def is_subject(reading: Reading, actor: Hit[Actor], start: int) -> bool:
    """Whether a name can be a sentence's subject: no preposition is directly before it."""
    lexicon = reading.lexicon
    ahead = reading.low[start : actor.start].split()
    opens = len(ahead) == 1 or (len(ahead) > 1 and ahead[-2].endswith(","))
    if opens and f"{ahead[-1]} " in lexicon.before_names:
        return True  # in Portuguese "a" is a preposition too
    while ahead and ahead[-1] in lexicon.determiners and ahead[-1] not in lexicon.prepositions:
        ahead.pop()
    return not ahead or ahead[-1].endswith((",", ";", ":", ")")) or ahead[-1] not in lexicon.prepositions


def owns(reading: Reading, actor: Hit[Actor]) -> bool:
    """Whether a name only says whose something is ("the Ministry's strategy stresses")."""
    return any(reading.low.startswith(ending, actor.end) for ending in reading.lexicon.possessive)


def own_voice(reading: Reading, voice: Voice, hit: Hit[Ask], start: int, setting: Setting) -> bool:
    """Whether the nearest subject before a performative verb is the reporting body."""
    lexicon = reading.lexicon
    told = _told_by_verb(reading, voice, hit)
    if told is not None:
        return told
    quoting = [q for q in reading.quoting if start <= q.start < hit.start]
    if is_past(reading, hit.start) and of_earlier_session(reading, voice, hit.start):
        return False
    recited = setting.together and not start and _opens(reading, hit.start)
    if is_past(reading, hit.start) and (
        not (voice.narrated or recited or setting.summed) or (quoting and quoting[0].start - start < 4)
    ):
        return False
    subjects = [
        actor
        for actor in reading.actors_between(max(start, hit.start - _SUBJECT_REACH), hit.start)
        if is_subject(reading, actor, start)
    ]
    subjects = _without_aside(reading, subjects, hit.start)
    if not subjects:
        return (
            (setting.together and _by_name(reading, start, hit.start))
            or (lexicon.inverts and _stands_behind(reading, voice, hit))
            or _goes_on(reading, voice, hit.start, start, setting.follows)
        )
    reported = after_that(reading, start, hit.start)
    ahead = reading.low[start : hit.start].rstrip()
    joined = ahead.endswith((",", ";")) or ahead.rsplit(" ", 1)[-1] in lexicon.joining
    for subject in reversed(subjects):
        if subject.end <= reported and reported > start and not joined:
            return False
        if subject.value.sort == "own":
            # what the author did once, or a team of which the author tells
            past = is_past(reading, hit.start)
            return not past or lexicon.writers.isdisjoint(reading.words.words)
        if subject.value.sort == "principal":
            named = voice.names(reading.low_at(subject), lexicon.article)
            return (named or setting.enacting) and not quoting
        if meet_in(subject, reading.low_at(subject), voice):
            return not quoting
        if subject.value.sort in ("speaker", "state"):
            word = reading.low_at(subject)
            if start and word in lexicon.it - lexicon.persons and subject is subjects[0]:
                return _goes_on(reading, voice, hit.start, start, setting.follows)
            if not start and word in lexicon.it:
                return not is_past(reading, hit.start)  # "She further encourages": an expert
            return setting.together and word in lexicon.together
    earlier = [ask for ask in between(reading.asks, start, hit.start) if ask.value.sort == "performative"]
    # "It requested Governments to reply, and invited the Organization to"
    return joined and bool(earlier) and own_voice(reading, voice, earlier[0], start, setting)


def behind_subject(reading: Reading, verb: int) -> int:
    """Where a subject ends that stands after its verb; 0 if none does."""
    lexicon = reading.lexicon
    subject = reading.subject_behind(verb) if lexicon.verb_first or lexicon.inverts else None
    if subject is None:
        return 0
    if lexicon.verb_first:
        asked = subject.value.sort == "asked" and not _asks_another(reading, verb, subject)
        return 0 if asked else subject.end
    return subject.end if subject.value.sort == "own" else 0


def _asks_another(reading: Reading, verb: int, subject: Hit[Actor]) -> bool:
    """Whether a name right after a verb is who asks: another follows at once that is not joined to it
    ("ويدعو الأمين العام الدول إلى").
    """
    other = next((one for one in reading.actors if one.start >= subject.end and one.value.types), None)
    if other is None or reading.low[verb : subject.start].strip():
        return False
    gap = reading.low[subject.end : other.start].strip()
    return not gap and not reading.low.startswith(reading.lexicon.joined, other.start)


def _told_by_verb(reading: Reading, voice: Voice, verb: Hit[Ask]) -> bool | None:
    """Whether the body asks, where the verb's own words or what follows it tell; None where not."""
    lexicon = reading.lexicon
    if reading.low_at(verb).endswith(lexicon.we_ask):
        return True
    opening = reading.words.words[reading.words.between(reading.sentence(verb.start), verb.start)]
    ours = lexicon.drops_subject and "".join(opening[:1]).endswith(lexicon.we_ask)
    if ours and lexicon.relatives.isdisjoint(opening):
        return True  # "Formulamos resolución al Ayuntamiento recomendando que"
    if not lexicon.verb_first:
        return None
    if any(one.value.sort == "own" for one in reading.actors_between(verb.start, verb.end)):
        return True  # its words hold their subject: "تكرر اللجنة دعوتها"
    behind = reading.subject_behind(verb.end)
    if behind is None or behind.value.sort == "asked":
        return None
    if others_ask(reading, behind):
        return False
    if behind.value.sort == "principal":
        return voice.names(reading.low_at(behind), lexicon.article)
    return behind.value.sort == "own"


def others_ask(reading: Reading, subject: Hit[Actor] | None) -> bool:
    """Whether a subject after its verb is a speaker ("طلبت الوفود"), or asked in a text that an aside names
    ("طلب المجلس، في قراره").
    """
    if subject is None:
        return False
    aside = any(0 <= quote.start - subject.end <= _ASIDE for quote in reading.quoting)
    return aside or subject.value.sort in ("speaker", "state")


def of_earlier_session(reading: Reading, voice: Voice, verb: int) -> bool:
    """Whether a verb tells what was asked at a session that is not the report's ("At its fifth session, in
    2024, the Commission requested"), or in the sentence before ("It asked").
    """
    lexicon = reading.lexicon
    start = reading.sentence(verb)
    if start and not lexicon.it.isdisjoint(reading.words.words[reading.words.between(start, verb)][:1]):
        start = reading.sentence(start - 1)
    spots = reading.words_from(start, _SESSION)
    if not spots or reading.low_at(spots[0]) not in lexicon.prepositions:
        return False
    for (ordinal, _), (low, high) in pairwise(spots):
        if reading.low[low:high] in lexicon.sat and high < verb:
            dated = _YEAR.search(reading.text, high, min(verb, high + _DATED)) is not None
            return dated and reading.low[ordinal:high] not in voice.body
    return False


def _opens(reading: Reading, verb: int) -> bool:
    """Whether a text opens with the body and its verb: among recommendations, the one that is followed up
    ("GRECO recommended that")."""
    first = reading.actors[0] if reading.actors else None
    opens = first is not None and first.start <= _OPENING and first.value.sort == "own"
    return first is not None and opens and verb - first.end == 1


def _stands_behind(reading: Reading, voice: Voice, verb: Hit[Ask]) -> bool:
    """Whether the reporting body stands right after a verb ("Zudem empfiehlt der Rechnungshof")."""
    behind = reading.subject_behind(reading.words_from(verb.start, 1)[0][1])
    if behind is None or behind.value.sort == "own":
        return behind is not None
    return voice.names(reading.low_at(behind), reading.lexicon.article)


def _without_aside(reading: Reading, subjects: list[Hit[Actor]], verb: int) -> list[Hit[Actor]]:
    """Without the names in an aside between a body and its verb ("The Committee, recalling its general
    comment No. 6, recommends").
    """
    if not reading.low.endswith(",", 0, len(reading.low[:verb].rstrip())):
        return subjects
    opens = (at for at, one in enumerate(subjects) if reading.low.startswith(",", one.end))
    first = next(opens, None)
    if first is None or not subjects[first].value.is_body:
        return subjects
    return subjects[: first + 1]


def _goes_on(reading: Reading, voice: Voice, verb: int, start: int, follows: bool) -> bool:
    """Whether a sentence goes on about the body that the one before it began with ("It also requested")."""
    lexicon = reading.lexicon
    ahead = reading.words.words[reading.words.between(start, verb)]
    ahead = [word for word in ahead if word not in lexicon.having]
    strange = [word for word in ahead if word not in lexicon.determiners and word not in lexicon.joining]
    if strange != ahead[: len(strange)] or not lexicon.it.issuperset(strange):
        return False
    if not start:  # "It further urges": the body of the paragraph before
        if not strange:
            return lexicon.drops_subject and follows
        return follows or not is_past(reading, verb)
    opening = reading.sentence(start - 1)
    subject = next(iter(reading.actors_between(opening, start)), None)
    if subject is None:
        return False
    if not is_subject(reading, subject, opening):
        # "Nach Ansicht des Rechnungshofes war dies zu wenig. Er empfahl": it is whose view is given
        views = lexicon.according.each(reading.words, reading.words.between(opening, subject.start))
        return subject.value.sort == "own" and next(views, None) is not None
    if subject.value.sort == "principal":
        return voice.names(reading.low_at(subject), lexicon.article)
    return subject.value.sort == "own"


def _by_name(reading: Reading, start: int, verb: int) -> bool:
    """Whether the body calls itself by initials right before its verb, among its recommendations ("Le BEA
    recommande"): what it asks now, not what somebody asked.
    """
    lexicon = reading.lexicon
    spots = reading.words_between(start, verb)
    named = [
        reading.text[low:high] for low, high in spots if reading.low[low:high] not in lexicon.determiners
    ]
    return len(named) == 1 and len(named[0]) > 1 and named[0].isupper() and not is_past(reading, verb)
