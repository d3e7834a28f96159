"""Clauses that ask somebody to act, in the reporting body's own voice."""

from __future__ import annotations

from typing import NamedTuple

from model.labels import Addressee, Span
from model.suggestions.addressees import Voice, after, after_that, agent, before, meet_in, settle
from model.suggestions.lexicon import Actor, Ask, Lexicon
from model.suggestions.naming import NOBODY, Asked
from model.suggestions.phrases import Hit
from model.suggestions.reading import HAVING, Reading, is_passive, is_past

# A body that speaks stands this near before its verb:
# "The Working Group on X, having considered Y, requests".
_SUBJECT_REACH = 320
# An operative paragraph's verb begins in its first characters; elsewhere only at its very beginning.
_OPENER = 40
# An article and the space behind it are no longer.
_ARTICLE = 8
_OWNING = ("'s", "’s", "s'", "s’")
_WRITERS = frozenset({"i", "we", "je", "nous"})
# What a body decides tells in its first words who will do something.
_OPENING = slice(0, 40)


class Clause(NamedTuple):
    """An asking clause: its force, its operative words, whom it asks."""

    force: int
    verb: Span
    asked: Asked
    sort: str


def clauses(
    reading: Reading,
    lexicon: Lexicon,
    voice: Voice,
    operative: bool = False,
    weak: bool = True,
    together: bool = False,
    enacting: bool = False,
    follows: bool = False,
) -> list[Clause]:
    """All asking clauses of a paragraph in order.

    `operative`: the paragraph is an operative paragraph of a resolution, whose subject stands far above.
    `weak`: "could" asks here when somebody is named (in lists of proposals and recommendations).
    `together`: those who met ("the participants") recommend here as one. `enacting`: the acts of an organ
    stand here. `follows`: the paragraph before begins with the reporting body, which "it" may mean.
    """
    found: list[Clause] = []
    barred = {hit.start for hit in reading.not_asking}
    for hit in reading.asks:
        if any(
            start <= hit.start and hit.start - start < 24 and _covers(reading, start, hit.start)
            for start in barred
        ):
            continue
        if reading.within_quotes(hit.start):
            continue
        clause = _clause(reading, lexicon, voice, hit, operative, together, enacting, follows)
        if clause is None:
            continue
        if not weak and reading.low[hit.start : hit.end] in lexicon.could:
            continue
        found.append(clause)
    if reading.openers and reading.openers[0].start < (_OPENER if operative else not voice.review):
        opener = reading.openers[0]
        if not any(clause.verb.start <= opener.end for clause in found):
            asked = after(reading, lexicon, opener.end, reading.sentence_end(opener.end))
            if operative or asked.types:
                asked, verb = settle(asked, reading, voice), Span(opener.start, opener.end)
                found.insert(0, Clause(opener.value.force, verb, asked, "performative"))
    return found


def told_to(reading: Reading, lexicon: Lexicon, voice: Voice) -> list[Clause]:
    """In what a body decides ("decides: ... That X will do Y"), the clause that tells somebody to act."""
    spots = reading.words.spots(_OPENING)
    if not spots or reading.low[slice(*spots[0])] not in lexicon.that:
        return []
    for low, high in spots:
        if reading.low[low:high] in lexicon.will:
            if is_passive(reading, high):
                return []
            asked = settle(before(reading, lexicon, spots[0][1], low), reading, voice)
            others = set(asked.types) - {Addressee.OWN_BODY}
            return [Clause(5, Span(low, high), asked, "modal")] if others else []
    return []


def opens_asking(asking: list[Clause]) -> bool:
    """Whether a text begins with an operative verb and whom it asks ("Invite members to")."""
    return bool(asking) and asking[0].sort == "performative" and not asking[0].verb.start


def that_clause(reading: Reading, lexicon: Lexicon, voice: Voice) -> Clause | None:
    """A recommendation that only says what is to be ("That the Authority require all ships to ...")."""
    spots = reading.words.spots(slice(0, 1))
    if not spots or reading.low[slice(*spots[0])] not in lexicon.that:
        return None
    asked = after(reading, lexicon, spots[0][1], reading.sentence_end(spots[0][1]))
    return Clause(3, Span(*spots[0]), settle(asked, reading, voice), "imperative")


def _covers(reading: Reading, start: int, offset: int) -> bool:
    return any(hit.start == start and hit.end > offset for hit in reading.not_asking)


def _clause(
    reading: Reading,
    lexicon: Lexicon,
    voice: Voice,
    hit: Hit[Ask],
    operative: bool,
    together: bool,
    enacting: bool,
    follows: bool,
) -> Clause | None:
    ask = hit.value
    start = reading.sentence(hit.start)
    verb = _verb(reading, hit)
    if ask.sort == "impersonal":
        asked = after(reading, lexicon, hit.end, reading.sentence_end(hit.end))
        if not asked.types:
            asked = _others(before(reading, lexicon, start, hit.start))  # "Министерству рекомендуется"
        return Clause(ask.force, verb, settle(asked, reading, voice), ask.sort)
    if ask.sort == "performative":
        if _noun(reading, lexicon, hit):
            return None
        if not lexicon.will.isdisjoint(reading.ahead(hit.start)[-1:]):
            return None  # "the Committee will recommend": what it is going to do
        if not (operative and _fresh(reading, hit, start)) and not _own_voice(
            reading, lexicon, voice, hit, start, together, enacting, follows
        ):
            return None
        subject = reading.subject_behind(hit.end) if lexicon.verb_first else None
        object_from = subject.end if subject is not None and subject.value.sort != "asked" else verb.end
        asked = settle(after(reading, lexicon, object_from, reading.sentence_end(hit.end)), reading, voice)
        if operative and not asked.types:
            asked = named_party(reading, lexicon, object_from)
        elif not asked.types:
            asked = _told_of(reading, lexicon)
        return Clause(ask.force, verb, asked if voice.parliament or operative else _others(asked), ask.sort)
    if _dependent(reading, lexicon, hit, start) or _reported(reading, lexicon, hit, start):
        return None
    if lexicon.verb_first or (lexicon.behind and reading.low[hit.start : hit.end].endswith(lexicon.behind)):
        asked = settle(after(reading, lexicon, hit.end, reading.sentence_end(hit.end)), reading, voice)
    else:
        asked = before(reading, lexicon, start, hit.start)
        if not asked.types and is_passive(reading, verb.end):
            asked = agent(reading, lexicon, verb.end)
        elif not asked.types:
            asked = _meant_by_it(reading, lexicon, start, hit.start)
        asked = settle(asked, reading, voice)
    could = reading.low[hit.start : hit.end] in lexicon.could
    if asked.types == (Addressee.OWN_BODY,) and (could or _says_we(reading, lexicon, asked)):
        return None  # "we shall", "the Committee could": what the body means to do, not what it asks
    if voice.oversight and asked.types == (Addressee.OWN_BODY,):
        asked = asked._replace(types=(Addressee.MANAGEMENT,))  # "the Mission should": it is what is reviewed
    if _unmade(reading, verb.end):
        return None
    if (
        ask.force == 1
        and ask.sort == "modal"
        and reading.low[hit.start : hit.end] == "could"
        and not asked.types
    ):
        return None
    return Clause(ask.force, verb, asked, ask.sort)


def _meant_by_it(reading: Reading, lexicon: Lexicon, start: int, verb: int) -> Asked:
    """Whom "it" before a modal means: whom the sentence before is about."""
    subject = reading.words.words[reading.words.between(start, verb)]
    if not start or not subject or not lexicon.it.issuperset(subject):
        return NOBODY
    opening = reading.sentence(start - 1)
    for actor in reading.actors_between(opening, start):
        if actor.value.types and is_subject(reading, lexicon, actor, opening):
            return Asked(actor.value.types, (Span(actor.start, actor.end),))
    return NOBODY


def _noun(reading: Reading, lexicon: Lexicon, hit: Hit[Ask]) -> bool:
    """Whether an operative word is a noun: right behind an article ("informed by a call for inputs")."""
    ahead = reading.low[max(0, hit.start - _ARTICLE) : hit.start].split()
    return bool(ahead) and (ahead[-1] in lexicon.articles or ahead[-1].endswith(_OWNING))


def _unmade(reading: Reading, offset: int) -> bool:
    """Whether a modal that ends at an offset says what was not done: "should have conducted"."""
    follows = reading.low[offset : offset + 30].split()
    return len(follows) > 1 and follows[0] == "have" and follows[1].endswith(("ed", "en", "wn", "ne", "ld"))


def _others(asked: Asked) -> Asked:
    """Without the body itself: what it requests it requests of others ("trusts that it will be informed")."""
    if Addressee.OWN_BODY not in asked.types:
        return asked
    types = tuple(kind for kind in asked.types if kind is not Addressee.OWN_BODY)
    return Asked(types, asked.spans) if types else NOBODY


def _told_of(reading: Reading, lexicon: Lexicon) -> Asked:
    """The State that a paragraph is about, with whose name it begins."""
    first = next(iter(reading.actors), None)
    if first is None or first.value.sort != "state":
        return NOBODY
    if not lexicon.determiners.issuperset(reading.words.words[reading.words.between(0, first.start)]):
        return NOBODY
    return Asked(first.value.types, (Span(first.start, first.end),))


def named_party(reading: Reading, lexicon: Lexicon, start: int) -> Asked:
    """A party that no table holds: a proper name where a resolution's verb has whom it asks ("the M23")."""
    for low, high in reading.words_from(start, 3):
        if reading.low[low:high] in lexicon.determiners:
            continue
        if reading.text[low].isupper():
            return Asked((Addressee.SPECIFIC_STATE,), (Span(low, high),))
        return NOBODY
    return NOBODY


def _says_we(reading: Reading, lexicon: Lexicon, asked: Asked) -> bool:
    return all(reading.low[span.start : span.end] in lexicon.we for span in asked.spans)


def _verb(reading: Reading, hit: Hit[Ask]) -> Span:
    """The operative words, without the name that some (Chinese) phrases end with."""
    inside = [actor.start for actor in reading.actors if hit.start < actor.start < hit.end]
    return Span(hit.start, min(inside, default=hit.end))


def _fresh(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """In an operative paragraph a verb asks where it opens the paragraph or a further limb of it."""
    ahead = reading.low[start : hit.start].rstrip()
    word = ahead.rsplit(" ", 1)[-1] if ahead else ""
    return not ahead or ahead.endswith((",", ";")) or word in _JOINING or len(ahead) < 12


_JOINING = frozenset(
    {"and", "also", "further", "strongly", "urgently", "furthermore", "again", "therefore",
     "et", "instamment", "également", "y", "e", "encarecidamente", "asimismo", "también", "и"}
)  # fmt: skip


def _own_voice(
    reading: Reading,
    lexicon: Lexicon,
    voice: Voice,
    hit: Hit[Ask],
    start: int,
    together: bool,
    enacting: bool,
    follows: bool,
) -> bool:
    """Whether the nearest subject before a performative verb is the reporting body."""
    if reading.low[hit.start : hit.end].endswith(lexicon.we_ask):
        return True
    if lexicon.verb_first and (behind := reading.subject_behind(hit.end)) is not None:
        if behind.value.sort == "principal":
            return reading.low[behind.start : behind.end] in voice.body
        if behind.value.sort != "asked":
            return behind.value.sort == "own"
    quoting = [q for q in reading.quoting if start <= q.start < hit.start]
    if is_past(reading, hit.start, lexicon) and (
        not voice.narrated or (quoting and quoting[0].start - start < 4)
    ):
        return False
    subjects = [
        actor
        for actor in reading.actors_between(max(start, hit.start - _SUBJECT_REACH), hit.start)
        if is_subject(reading, lexicon, actor, start)
    ]
    subjects = _without_aside(reading, subjects, hit.start)
    if not subjects:
        return _goes_on(reading, lexicon, voice, hit.start, start, follows)
    reported = after_that(reading, lexicon, start, hit.start)
    ahead = reading.low[start : hit.start].rstrip()
    joined = ahead.endswith((",", ";")) or ahead.rsplit(" ", 1)[-1] in _JOINING
    for subject in reversed(subjects):
        if subject.end <= reported and reported > start and not joined:
            return False
        if subject.value.sort == "own":
            word = reading.low[subject.start : subject.end]
            if word in _WRITERS and is_past(reading, hit.start, lexicon):
                return False  # what the author did once
            return not (_elsewhere(reading, lexicon, start) and "committee" not in voice.body)
        if subject.value.sort == "principal":
            named = reading.low[subject.start : subject.end] in voice.body
            return (named or enacting) and not quoting
        if meet_in(subject, reading.low[subject.start : subject.end], voice):
            return not quoting
        if subject.value.sort in ("speaker", "state"):
            word = reading.low[subject.start : subject.end]
            if not start and word in lexicon.it:
                return not is_past(reading, hit.start, lexicon)  # "She further encourages": an expert
            return together and word in lexicon.together
    return False


def _without_aside(reading: Reading, subjects: list[Hit[Actor]], verb: int) -> list[Hit[Actor]]:
    """Without the names in an aside between a body and its verb ("The Committee, recalling its general
    comment No. 6, recommends").
    """
    if not reading.low.endswith(",", 0, len(reading.low[:verb].rstrip())):
        return subjects
    opens = (at for at, one in enumerate(subjects) if reading.low.startswith(",", one.end))
    first = next(opens, None)
    if first is None or subjects[first].value.sort not in ("own", "principal"):
        return subjects
    return subjects[: first + 1]


def _goes_on(reading: Reading, lexicon: Lexicon, voice: Voice, verb: int, start: int, follows: bool) -> bool:
    """Whether a sentence goes on about the body that the one before it began with ("It also requested")."""
    ahead = reading.words.words[reading.words.between(start, verb)]
    ahead = [word for word in ahead if word not in HAVING]
    strange = [word for word in ahead if word not in lexicon.determiners and word not in _JOINING]
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
        return reading.low[subject.start : subject.end] in voice.body
    return subject.value.sort == "own"


def _elsewhere(reading: Reading, lexicon: Lexicon, start: int) -> bool:
    """Whether a sentence opens with where something was said ("In its report, the Board recommends")."""
    opening = [hit for hit in reading.quoting if start <= hit.start < start + 4]
    return bool(opening) and not reading.low.startswith(lexicon.grounds, opening[0].start)


def is_subject(reading: Reading, lexicon: Lexicon, actor: Hit[Actor], start: int) -> bool:
    """Whether a name can be a sentence's subject: no preposition stands right before it."""
    ahead = reading.low[start : actor.start].split()
    while ahead and ahead[-1] in lexicon.determiners and ahead[-1] not in _PREPOSITIONS:
        ahead.pop()
    return not ahead or ahead[-1].endswith((",", ";", ":", ")")) or ahead[-1] not in _PREPOSITIONS


_PREPOSITIONS = frozenset(
    {"of", "to", "by", "for", "with", "from", "on", "in", "upon", "between", "at", "under",
     "de", "del", "du", "des", "à", "aux", "au", "par", "por", "a", "al", "con", "para",
     "в", "на", "для", "от", "с"}
)  # fmt: skip


def _dependent(reading: Reading, lexicon: Lexicon, hit: Hit[Ask], start: int) -> bool:
    """Whether a modal stands in a clause that only describes: right behind a relative word, or after "if"."""
    ahead = reading.low[max(start, hit.start - 90) : hit.start].split()
    if not ahead:
        return False
    acronym = reading.text[: hit.start].rstrip()[-2:].isupper()  # "WHO should"
    if ahead[-1] in lexicon.relatives and not acronym:
        return True
    return not lexicon.subordinate.isdisjoint(ahead[-5:])


def _reported(reading: Reading, lexicon: Lexicon, hit: Hit[Ask], start: int) -> bool:
    """Whether somebody else says the clause: a speaker, or an instrument quoted."""
    said = [word for word in reading.saying if start <= word.start < hit.start]
    if not said:
        return False
    low, high = (said[0].end, hit.start) if lexicon.verb_first else (start, said[0].start)
    speakers = [
        actor
        for actor in reading.actors_between(low, high)
        if actor.value.sort in ("speaker", "state", "own", "principal", "asked")
    ]
    if speakers and any(reading.low[one.start : one.end] in lexicon.recalling for one in said):
        return True  # "recalls that nobody should": what holds anyway
    return bool(speakers) and all(actor.value.sort in ("speaker", "state") for actor in speakers)
