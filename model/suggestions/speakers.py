"""Who says what a paragraph reports: a speaker, the reporting body itself, or nobody."""

from __future__ import annotations

import re

from model.labels import Addressee, Span
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, is_past
from model.suggestions.saying import dated_act, described, inserted_saying, pleads, reports, says_that
from model.suggestions.subjects import is_subject, owns
from model.suggestions.unlisted_speakers import name_says, person_says, somebody_says, somebody_views
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Actor

# A label before a text ("Allegations:") is so short.
_LABELS = re.compile(r"[^\W\d]+(?: \w+){0,2} ?[:：]")
# A label before a reply is not longer, in characters.
_A_LABEL = 90
# Quoted words open a text in its first characters; between them and the verb stands who says them.
_QUOTED, _WHO = 2, 6
# What ends quoted words, within their marks or behind them.
_ENDED = re.compile("[,.!?…—،]")
# "In the" opens a sentence.
_OPENING = 2
# A sentence begins with this many words; whose word it gives is named this near after "according to".
_BEGINNING, _NAMED_NEAR = slice(0, 8), 60


def goes_on(reading: Reading) -> bool:
    """Whether a paragraph opens as a continuation of what was said before ("Moreover, ...", "She added")."""
    lexicon = reading.lexicon
    hits = lexicon.continuing.find(reading.words, slice(0, 12 if lexicon.cjk else 3))
    return bool(hits) and hits[0].start == reading.words.edges[0]


def spoken(reading: Reading, voice: Voice, together: bool = False) -> tuple[Span, ...] | None:
    """The speaker and the verb of saying, if the first sentence reports somebody's words.

    `together`: those who met speak here as one body.
    """
    lexicon = reading.lexicon
    told = _told(reading, voice)
    if told is not None and not (together and any(ask.start < told[-1].end for ask in reading.asks)):
        return told  # "It was suggested that" is a recommendation among others
    if (replied := _labelled_reply(reading, voice)) is not None:
        return (replied,)
    if (said_so := _quotes(reading)) is not None:
        return (said_so,)
    if Genre.ACCIDENT not in voice.genres and (view := somebody_views(reading)) is not None:
        return view
    limit = min(reading.first_end, 420)
    for said in reading.saying:
        if said.start > limit:
            break
        if passive(reading, said.start) or _attributive(reading, said.start) or _concedes(reading, said):
            continue
        subject = _subject_of(reading, said)
        speaks = Genre.ACCIDENT not in voice.genres or says_that(reading, said)
        if speaks and (name := person_says(reading, said)) is not None:
            return name, said.span
        if subject is not None and _tells(reading, voice, subject, said):
            continue
        purpose = not lexicon.purpose.isdisjoint(reading.ahead(said.start)[-1:])
        if purpose and (said.value == "replying" or not says_that(reading, said)):
            continue  # "no wish to encourage the Government to reject our recommendations"
        if said.value == "replying" and not _is_own(reading, subject, voice):
            return (said.span,)
        if subject is None:
            name = name_says(reading, voice, said) or somebody_says(reading, said)
            if name is not None:
                return name, said.span
            continue
        if together and reading.low_at(subject) in lexicon.together:
            return None
        if Genre.ACCIDENT in voice.genres and not says_that(reading, said):
            continue  # what those aboard said at the time is what happened
        if _says_what(reading, said, subject, voice):
            return subject.span, said.span
        if subject.value.is_body:
            return None
    return inserted_saying(reading) if Genre.ACCIDENT not in voice.genres else None


def _concedes(reading: Reading, said: Hit[str]) -> bool:
    """Whether a verb only says in a clause that follows what speaks against the first one ("The wells remain
    closed, although the Ministry indicated that")."""
    comma = reading.low.rfind(",", reading.sentence(said.start), said.start)
    opens = reading.words.between(comma, said.start).start if comma > 0 else None
    if opens is None or reading.words.words[opens] not in reading.lexicon.subordinate:
        return False
    first = reading.lexicon.leaning.find(reading.words, slice(opens, opens + 1))
    return any(hit.value == "contrasting" for hit in first)


def _quotes(reading: Reading) -> Span | None:
    """The verb of saying behind the quoted words with which a text opens ("“We had no water,” a resident
    said."), unless a body or a paper says them. What no stop ends is a name ("“Green Wells” noted")."""
    lexicon = reading.lexicon
    start, end = next(iter(reading.quotes), (_QUOTED, 0))
    if start >= _QUOTED or _ENDED.search(reading.text, end - 2, end + 1) is None:
        return None
    stop = next((one for one in reading.starts if one > end), len(reading.text))
    said = next((hit for hit in reading.saying if end <= hit.start < stop), None)
    if said is None:
        return None
    ahead = reading.words.words[reading.words.between(end, said.start)]
    behind = reading.text[said.end : stop].strip(' ."”»“')
    if (ahead and (behind or len(ahead) > _WHO)) or not lexicon.things.isdisjoint(ahead):
        return None
    return None if any(one.value.is_body for one in reading.actors_between(end, stop)) else said.span


def _labelled_reply(reading: Reading, voice: Voice) -> Span | None:
    """The label before somebody's reply: a name and what says that it is one ("The Ministry's response:").

    Without a name it says what is responded to ("Emergency response:"); the body's own words are not a reply.
    """
    lexicon = reading.lexicon
    colon = reading.text.find(":", 0, _A_LABEL)
    words = reading.words.words[reading.words.within(0, colon)] if colon > 0 else []
    replies = not lexicon.responses.isdisjoint((*words[:1], *words[-1:]))
    if not replies or not lexicon.finite.isdisjoint(words):
        return None
    named = reading.actors_between(0, colon)
    return Span(0, colon) if named and not any(_is_own(reading, one, voice) for one in named) else None


def _tells(reading: Reading, voice: Voice, subject: Hit[Actor], said: Hit[str]) -> bool:
    """Whether a verb after a name only tells of an act, or says which one is meant."""
    return (
        dated_act(reading, voice, subject, said)  # "In June 2017 the Ministry announced that"
        or described(reading, subject, said)  # "States that have never submitted a report"
        # "the Fund remained a partner, recognized for its work", not "Ann Moor, head of the Fund, said that"
        or (_set_off(reading, subject, said) and not reports(reading, said))
        # "The State party is requested to publish the report submitted"
        or any(subject.end <= ask.start < said.start for ask in reading.asks)
        # "the Division has addressed the challenges identified"
        or _has_done(reading, subject.end, said.start)
    )


def _told(reading: Reading, voice: Voice) -> tuple[Span, ...] | None:
    """What a paragraph's beginning says of whose word it gives: nobody named ("It was suggested that"), in a
    report of a meeting, or those whom "according to" names and who belong to no office.
    """
    lexicon = reading.lexicon
    if voice.narrated and not voice.national:
        hit = next(lexicon.unnamed.each(reading.words, _BEGINNING), None)
        if hit is not None and not reading.actors_between(0, hit.start):
            return (hit.span,)
    first = next(lexicon.according.each(reading.words, slice(0, 1)), None)
    if first is None:
        return None
    named = reading.actors_between(first.end, first.end + _NAMED_NEAR)
    actor = _head(reading, named) if named else None
    return (first.span, actor.span) if actor is not None and _has_a_say(actor) else None


def _has_a_say(actor: Hit[Actor]) -> bool:
    return actor.value.sort == "speaker" or not _HEARD.isdisjoint(actor.value.types)


_HEARD = frozenset(
    {
        Addressee.CIVIL_SOCIETY,
        Addressee.MEMBER_STATES,
        Addressee.STATES_PARTIES,
        Addressee.PRIVATE_SECTOR,
    }
)


def _says_what(reading: Reading, said: Hit[str], subject: Hit[Actor], voice: Voice) -> bool:
    """Whether somebody other than the body speaks: a speaker, a State, States as a group."""
    lexicon = reading.lexicon
    verb = reading.low_at(said)
    if subject.value.sort == "speaker" and voice.national and verb in lexicon.doing:
        # "in 2014 the company presented a study" is what it did
        witness = not lexicon.witnesses.isdisjoint(reading.low_at(subject).split())
        return witness or reports(reading, said)
    if subject.value.sort in ("speaker", "state"):
        return True
    if subject.value.sort == "own":  # "the Mission explained that": oversight reviews it
        return Genre.OVERSIGHT in voice.genres and pleads(reading, said) and reports(reading, said)
    between_them = reading.low[subject.end : said.start]
    grouped = (
        Addressee.MEMBER_STATES in subject.value.types or Addressee.STATES_PARTIES in subject.value.types
    )
    if len(between_them.split()) > (3 if grouped else 12):
        return False
    if subject.value.sort != "asked":
        return False
    if not is_past(reading, said.start):
        # "The Government indicates that"; what the secretariat does a report goes on from
        outside = Addressee.SECRETARIAT not in subject.value.types
        indicates = reading.low.endswith(lexicon.that_behind, said.start, said.end) or (
            (lexicon.verb_first or lexicon.inverts) and says_that(reading, said)
        )
        return (outside and indicates) or pleads(reading, said)
    # whoever else is told to have said something: States, an office's head, an organization
    if verb not in lexicon.doing:
        return True
    # "informed the Board that", "charities reported that"
    if grouped:
        return says_that(reading, said)  # "Several host States reported in their replies that"
    tells = pleads(reading, said) or _has_a_say(subject)
    return tells and reports(reading, said)


def _is_own(reading: Reading, subject: Hit[Actor] | None, voice: Voice) -> bool:
    """Whether a subject is the reporting body: its usual name, which the report's title holds."""
    if subject is None or not subject.value.is_body:
        return False
    return not voice.body or reading.low_at(subject) in voice.body


def body_says(reading: Reading, finding: bool = False) -> bool:
    """Whether the first sentence reports what the reporting body itself observed.

    `finding`: only what it says that it finds, not what it did or asked.
    """
    first = reading.saying[0] if reading.saying else None
    if first is None or (len(reading.starts) > 1 and first.start >= reading.starts[1]):
        return False
    if finding and (
        reading.low_at(first) in reading.lexicon.doing
        or any(hit.start == first.start for hit in reading.asks)
    ):
        return False
    subject = _subject_of(reading, first)
    return subject is not None and subject.value.sort in (("own",) if finding else ("own", "principal"))


def secretariat_says(reading: Reading) -> bool:
    """Whether the first sentence tells in the present what a secretariat says ("The Director indicates
    that")."""
    said = reading.saying[0] if reading.saying else None
    if said is None or said.start >= reading.first_end or is_past(reading, said.start):
        return False
    subject = _subject_of(reading, said)
    of_it = subject is not None and subject.value == _SECRETARIAT
    return of_it and reading.low.endswith(reading.lexicon.that_behind, said.start, said.end)


_SECRETARIAT = Actor("asked", (Addressee.SECRETARIAT,))


def _subject_of(reading: Reading, said: Hit[str]) -> Hit[Actor] | None:
    """The name that opens the sentence, or the clause after its introduction.

    Of names in a row the last is meant: in "the UNDP Director" the Director speaks.
    """
    lexicon = reading.lexicon
    if lexicon.verb_first and (behind := reading.subject_behind(said.end)) is not None:
        return behind
    named = reading.actors_between(0, said.start)
    actors = [one for one in named if not owns(reading, one) and not _introduces(reading, one)]
    if actors and _right_before(reading, actors[-1], said):
        return actors[-1]
    label = _LABELS.match(reading.low)
    begins = label.end() if label is not None else 0
    for index, actor in enumerate(actors):
        ahead = reading.low[begins : actor.start].strip()
        last = ahead.rsplit(" ", 1)[-1] if ahead else ""
        if (
            not ahead
            or ahead.endswith(",")
            or (_counts(last, lexicon) and _clause_start(ahead, lexicon))
            or (actor.value.sort in ("speaker", "asked") and _titled(reading, actor.start))
        ):
            return _head(reading, actors[index:])
    near = actors[-1] if actors else None
    if near is None or said.start - near.end != 1 or not says_that(reading, said):
        return None
    if _gives_reason(reading, near.start):
        return None
    # "In its reply the Ministry said that", "As the train left, the driver said he had braked"
    return near if is_subject(reading, near, reading.sentence(near.start)) else None


def _gives_reason(reading: Reading, start: int) -> bool:
    """Whether a name stands in a clause that says why ("It overran because the driver believed that")."""
    clause = max(reading.sentence(start), reading.low.rfind(",", 0, start) + 1)
    leaning = reading.lexicon.leaning.each(reading.words, reading.words.between(clause, start))
    return any(hit.value == "explaining" for hit in leaning)


def _introduces(reading: Reading, actor: Hit[Actor]) -> bool:
    """Whether a name only says where or of whom something is told: "In Norland, the law provided"."""
    lexicon = reading.lexicon
    ahead = [word for word in reading.ahead(actor.start)[-2:] if word not in lexicon.articles]
    place = bool(ahead) and ahead[-1] in lexicon.prepositions and len(reading.ahead(actor.start)) <= _OPENING
    return place and actor.value.sort == "state" and reading.low.startswith(",", actor.end)


def _right_before(reading: Reading, actor: Hit[Actor], said: Hit[str]) -> bool:
    """Whether a name stands between a comma and the verb: those ahead are in an introduction."""
    return said.start - actor.end == 1 and reading.low[: actor.start].rstrip().endswith(",")


def _head(reading: Reading, actors: list[Hit[Actor]]) -> Hit[Actor]:
    """The last of names that stand in a row with nothing but other capitalised words between."""
    head = actors[0]
    for actor in actors[1:]:
        between_them = reading.text[head.end : actor.start].split()
        if len(between_them) > 3 or not all(word[0].isupper() for word in between_them):
            break
        head = actor
    return head


def _titled(reading: Reading, start: int) -> bool:
    """Whether only a name's own capitalised words stand before a title: "The UNFPA Deputy Director"."""
    lexicon = reading.lexicon
    begin = max(reading.sentence(start), reading.text.rfind(",", 0, start) + 1)
    words = reading.text[begin:start].split()
    return len(words) <= 6 and all(word[0].isupper() or _counts(word.lower(), lexicon) for word in words)


def _clause_start(ahead: str, lexicon: Lexicon) -> bool:
    chunk = ahead.rsplit(",", 1)[-1]
    return all(_counts(word, lexicon) for word in chunk.split())


def _counts(word: str, lexicon: Lexicon) -> bool:
    """Whether a word only says which or how many are meant ("one of the")."""
    return word in lexicon.determiners or word in lexicon.some or word in lexicon.articles


def _has_done(reading: Reading, subject: int, said: int) -> bool:
    """Whether a subject has another verb right after it, to which what comes after belongs."""
    lexicon = reading.lexicon
    words = reading.words.words[reading.words.between(subject, said)]
    while words and (words[-1] in lexicon.adverbs or words[-1].endswith(lexicon.adverb_endings)):
        words.pop()  # "has repeatedly said"
    return len(words) > 1 and words[0] in lexicon.facts


def _set_off(reading: Reading, subject: Hit[Actor], said: Hit[str]) -> bool:
    """Whether a comma alone parts a verb from the clause before it, so that it is a participle: none stands
    before it that would make an aside of the words between ("the Chair, opening the meeting, said")."""
    ahead = reading.low[subject.end : said.start].rstrip()
    return ahead.endswith(",") and ahead.count(",") == 1 and len(ahead) > 1


def _attributive(reading: Reading, verb: int) -> bool:
    """Whether a participle belongs to a noun: "the alleged massacres"."""
    return not reading.lexicon.nominal.isdisjoint(reading.ahead(verb)[-1:])


def passive(reading: Reading, verb: int) -> bool:
    """Whether something is said to have been done to the subject: "the Committee was established"."""
    lexicon = reading.lexicon
    ahead = reading.ahead(verb)
    while ahead and (ahead[-1] in lexicon.adverbs or ahead[-1].endswith(lexicon.adverb_endings)):
        ahead.pop()  # "is also requested"
    return bool(ahead) and ahead[-1] in lexicon.passive
