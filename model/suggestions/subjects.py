"""Whose verb it is: whether the reporting body is the subject of a verb that asks."""

from __future__ import annotations

from typing import NamedTuple

from model.suggestions.addressees import after_that
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, is_past
from model.suggestions.voice import Voice, meet_in
from model.suggestions.wordlists import Actor, Ask

# A body that speaks stands this near before its verb:
# "The Working Group on X, having considered Y, requests".
_SUBJECT_REACH = 320


# Who opens a text stands in its first characters.
_OPENING = 4


class Setting(NamedTuple):
    """Where a paragraph stands, as far as it says who asks in it.

    `operative`: it is an operative paragraph of a resolution, whose subject stands far above. `weak`: "could"
    asks here when somebody is named (in lists of proposals and recommendations). `together`: those who met
    ("the participants") recommend here as one. `enacting`: the acts of an organ stand here. `follows`: the
    paragraph before begins with the reporting body, which "it" may mean. `decided`: it is an item of what was
    decided ("to request the Director to").
    """

    operative: bool = False
    weak: bool = True
    together: bool = False
    enacting: bool = False
    follows: bool = False
    decided: bool = False


def is_subject(reading: Reading, lexicon: Lexicon, actor: Hit[Actor], start: int) -> bool:
    """Whether a name can be a sentence's subject: no preposition stands right before it."""
    ahead = reading.low[start : actor.start].split()
    if len(ahead) == 1 and f"{ahead[0]} " in lexicon.before_names:
        return True  # in Portuguese "a" is a preposition too
    while ahead and ahead[-1] in lexicon.determiners and ahead[-1] not in lexicon.prepositions:
        ahead.pop()
    return not ahead or ahead[-1].endswith((",", ";", ":", ")")) or ahead[-1] not in lexicon.prepositions


def own_voice(
    reading: Reading,
    lexicon: Lexicon,
    voice: Voice,
    hit: Hit[Ask],
    start: int,
    setting: Setting,
) -> bool:
    """Whether the nearest subject before a performative verb is the reporting body."""
    told = _told_by_verb(reading, lexicon, voice, hit)
    if told is not None:
        return told
    quoting = [q for q in reading.quoting if start <= q.start < hit.start]
    recited = setting.together and not start and _opens(reading, hit.start)
    if is_past(reading, hit.start, lexicon) and (
        (not voice.narrated and not recited) or (quoting and quoting[0].start - start < 4)
    ):
        return False
    subjects = [
        actor
        for actor in reading.actors_between(max(start, hit.start - _SUBJECT_REACH), hit.start)
        if is_subject(reading, lexicon, actor, start)
    ]
    subjects = _without_aside(reading, subjects, hit.start)
    if not subjects:
        return (
            (setting.together and _by_name(reading, lexicon, start, hit.start))
            or (lexicon.inverts and _stands_behind(reading, hit))
            or _goes_on(reading, lexicon, voice, hit.start, start, setting.follows)
        )
    reported = after_that(reading, lexicon, start, hit.start)
    ahead = reading.low[start : hit.start].rstrip()
    joined = ahead.endswith((",", ";")) or ahead.rsplit(" ", 1)[-1] in lexicon.joining
    for subject in reversed(subjects):
        if subject.end <= reported and reported > start and not joined:
            return False
        if subject.value.sort == "own":
            # what the author did once, or a team of which the author tells
            past = is_past(reading, hit.start, lexicon)
            return not past or lexicon.writers.isdisjoint(reading.words.words)
        if subject.value.sort == "principal":
            named = voice.names(reading.low[subject.start : subject.end], lexicon.article)
            return (named or setting.enacting) and not quoting
        if meet_in(subject, reading.low[subject.start : subject.end], voice):
            return not quoting
        if subject.value.sort in ("speaker", "state"):
            word = reading.low[subject.start : subject.end]
            if start and word in lexicon.it - lexicon.persons and subject is subjects[0]:
                return _goes_on(reading, lexicon, voice, hit.start, start, setting.follows)
            if not start and word in lexicon.it:
                return not is_past(reading, hit.start, lexicon)  # "She further encourages": an expert
            return setting.together and word in lexicon.together
    return False


def _told_by_verb(reading: Reading, lexicon: Lexicon, voice: Voice, verb: Hit[Ask]) -> bool | None:
    """Whether the body asks, where the verb's own words or what stands behind it tell; None where not."""
    if reading.low[verb.start : verb.end].endswith(lexicon.we_ask):
        return True
    if not lexicon.verb_first:
        return None
    if any(one.value.sort == "own" for one in reading.actors_between(verb.start, verb.end)):
        return True  # its words hold their subject: "تكرر اللجنة دعوتها"
    behind = reading.subject_behind(verb.end)
    if behind is None or behind.value.sort == "asked":
        return None
    if behind.value.sort == "principal":
        return voice.names(reading.low[behind.start : behind.end], lexicon.article)
    return behind.value.sort == "own"


def _opens(reading: Reading, verb: int) -> bool:
    """Whether a text opens with the body and its verb: among recommendations, the one that is followed up
    ("GRECO recommended that")."""
    first = reading.actors[0] if reading.actors else None
    opens = first is not None and first.start <= _OPENING and first.value.sort == "own"
    return first is not None and opens and verb - first.end == 1


def _stands_behind(reading: Reading, verb: Hit[Ask]) -> bool:
    """Whether the reporting body stands right behind a verb ("Zudem empfiehlt der Rechnungshof")."""
    behind = reading.subject_behind(reading.words_from(verb.start, 1)[0][1])
    return behind is not None and behind.value.sort == "own"


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


def _goes_on(reading: Reading, lexicon: Lexicon, voice: Voice, verb: int, start: int, follows: bool) -> bool:
    """Whether a sentence goes on about the body that the one before it began with ("It also requested")."""
    ahead = reading.words.words[reading.words.between(start, verb)]
    ahead = [word for word in ahead if word not in lexicon.having]
    strange = [word for word in ahead if word not in lexicon.determiners and word not in lexicon.joining]
    if strange != ahead[: len(strange)] or not lexicon.it.issuperset(strange):
        return False
    if not start:  # "It further urges": the body of the paragraph before
        if not strange:
            return lexicon.drops_subject and follows
        return follows or not is_past(reading, verb, lexicon)
    opening = reading.sentence(start - 1)
    subject = next(iter(reading.actors_between(opening, start)), None)
    if subject is None or not is_subject(reading, lexicon, subject, opening):
        return False
    if subject.value.sort == "principal":
        return voice.names(reading.low[subject.start : subject.end], lexicon.article)
    return subject.value.sort == "own"


def _by_name(reading: Reading, lexicon: Lexicon, start: int, verb: int) -> bool:
    """Whether the body calls itself by initials right before its verb, among its recommendations ("Le BEA
    recommande"): what it asks now, not what somebody asked.
    """
    spots = reading.words_between(start, verb)
    named = [
        reading.text[low:high] for low, high in spots if reading.low[low:high] not in lexicon.determiners
    ]
    return (
        len(named) == 1 and len(named[0]) > 1 and named[0].isupper() and not is_past(reading, verb, lexicon)
    )
