"""What a paragraph says that the reporting body decided, or did as its session's own business."""

from __future__ import annotations

import re

from model.labels import Role, Span
from model.suggestions.lexicon import Lexicon
from model.suggestions.passives import is_passive
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, between, is_past
from model.suggestions.speakers import passive
from model.suggestions.subjects import of_earlier_session
from model.suggestions.voice import Voice, meet_in
from model.suggestions.wordlists import Actor

# The body that decides is named this many characters before the verb, right before it, or in Chinese.
_ACTING, _NEAR, _NEAR_CJK = 160, 25, 2
# What is a session's own business is named this near after the verb: "elected Ms. A (Chile) as President".
_BUSINESS_NEAR = 60
# Who opens a text stands in its first characters; what it means to do is said in so many words.
_OPENS, _MEANS = 4, 4
# A name goes on with so many words at least; between it and "to" an article may stand.
_GOES_ON, _TO_THE = 2, 2
# What points at a text that is given in full stands among so many words after the verb.
_POINTS = 4
# "It" stands this near before what it decided.
_IT_ACTS = 12
# The paper of which note is taken stands among this many words ("of the oral and written reports").
_PAPER_NEAR = 10
# Behind that act its name may go on in so many words ("concerning Libya") before its verb.
_CONCERNS = 6
# The act by which a body was established ends with its number, and perhaps its year.
_ACT = re.compile(r"[^,;.:\d]{3,60}\d[\d/]*(?: \(\d{4}\))?")
# "That" is among so many words after "takes note".
_THAT = 2
# What a body thinks stands this near after "but" (characters).
_THINKS = 40


def routine(reading: Reading, start: int) -> bool:
    """Whether what is adopted, elected or taken note of is a session's own business.

    What is to be done is not: "decided to place it on the agenda", "agreed that the item be kept".
    """
    lexicon = reading.lexicon
    if reading.low.endswith(lexicon.that_behind, 0, start):
        return False
    behind = reading.words_from(start, 2)
    to = bool(behind) and reading.low_at(behind[0]) in lexicon.decided
    if to and not any(reading.low_at(spot) in lexicon.nominal for spot in behind[1:]):
        return any(hit.start == behind[0][1] + 1 for hit in reading.deciding)
    return bool(lexicon.routine.find(reading.words, reading.words.between(start, start + _BUSINESS_NEAR)))


def decided_in(
    reading: Reading, voice: Voice, follows: bool, business: bool = False, enacting: bool = False
) -> Span | None:
    """A verb of deciding whose subject is the reporting body, in the first sentence.

    `business`: only what is the session's own business, else only what is not. `enacting`: in a decision that
    the text gives in full, whichever organ's it is.
    """
    lexicon = reading.lexicon
    if not business and (formula := enacts(reading) or _gives_in_full(reading, voice)) is not None:
        return formula
    end = reading.first_end
    it = follows and not lexicon.it.isdisjoint(reading.words.words[:1])
    for hit in between(reading.deciding, 0, min(end, 400)):
        if routine(reading, hit.end) is not business or finds_with(reading, hit):
            continue
        if _agrees(reading, voice, hit):
            continue  # "We agree that a call would do"
        if not hit.start and not is_past(reading, 0):
            return hit.span  # "Decides to", "Approves": the body is understood
        subjects = reading.actors_between(max(0, hit.start - _ACTING), hit.start)
        if lexicon.cjk and reading.low[hit.end : hit.end + 1] in lexicon.of:
            continue  # "批准的计划": the plan that was approved
        if _holds(reading, hit):
            continue  # "agreed that regular assessment is good practice"
        if not (lexicon.finite - lexicon.facts).isdisjoint(reading.ahead(hit.start)[-1:]):
            continue  # "must decide"
        if of_earlier_session(reading, voice, hit.start):
            continue
        if passive(reading, hit.start) or _relative(reading, hit.start):
            continue
        if _describes(reading, hit):
            continue  # "The Forum, established by the Council, meets"
        if is_past(reading, hit.start) and any(q.start < 12 for q in reading.quoting):
            continue  # what it did is told as known: "In its resolution 6/3, it decided"
        if subjects and _is_something(reading, subjects[-1].end):
            continue  # "The Commission is an independent body established by law"
        if subjects and (_relative(reading, subjects[-1].start) or _of_a_thing(reading, subjects[-1].start)):
            continue  # "a review in which the Board decided": told of in passing
        if it and hit.start - reading.words.edges[1] <= _IT_ACTS and not subjects[1:]:
            return hit.span  # "It also decided to"
        if any(_acts(reading, one, hit.start, voice) for one in subjects[-2:]):
            return hit.span
        if subjects and _performs(reading, subjects[-1], hit, enacting):
            return hit.span
    return None


def enacts(reading: Reading) -> Span | None:
    """The verb with which an organ's formula ends before what it decides ("The Board, having considered the
    report, decided:")."""
    first = reading.actors[0] if reading.actors else None
    if first is None or not first.value.is_body or first.start > _OPENS:
        return None
    last = reading.deciding[-1] if reading.deciding else None
    if last is not None and reading.low[last.end :].strip() in (":", "："):
        return last.span
    return _ends_agreeing(reading)


def _gives_in_full(reading: Reading, voice: Voice) -> Span | None:
    """The verb with which the body that a text opens with adopts what follows, whatever is said between of
    its session ("The Council, at its 207th meeting, held at Port Ellery, adopted the following decision:").
    """
    body = next((one for one in reading.actors if one.value.is_body), None)
    if body is None or not _opens_as_body(reading, body, voice):
        return None
    for hit in between(reading.deciding, body.end, reading.first_end):
        said = reading.words.words[reading.words.between(body.end, hit.start)]
        told = bool(between(reading.saying, body.end, hit.start))
        if told or between(reading.asks, body.end, hit.start) or not reading.lexicon.that.isdisjoint(said):
            return None
        behind = reading.words_from(hit.end, _POINTS)
        points = behind and reading.lexicon.following.find(
            reading.words, reading.words.between(hit.start, behind[-1][1])
        )
        if points and not routine(reading, hit.end) and not passive(reading, hit.start):
            return hit.span
    return None


def _opens_as_body(reading: Reading, body: Hit[Actor], voice: Voice) -> bool:
    """Whether a text opens with the reporting body, whose name may begin before a word for an organ or go on
    after it ("The Peace and Security Council", "Le Conseil de paix et de sécurité")."""
    lexicon = reading.lexicon
    spots = reading.words_between(reading.clause(body.start), body.end)
    while spots and reading.low_at(spots[0]) in lexicon.determiners:
        spots.pop(0)
    if not spots or not (reading.text[spots[0][0]].isupper() or lexicon.cjk):
        return False
    alone = len(spots) == 1
    behind = reading.words_from(body.end, _GOES_ON)
    end = behind[-1][1] if alone and behind and not lexicon.cjk else body.end
    if spots[0][0] == body.start and is_the_body(reading, body, voice):
        return True
    name = reading.low[spots[0][0] : end]
    at = voice.body.find(name)
    # "Report of the Committee to the Executive Board"
    return at >= 0 and lexicon.turning.isdisjoint(voice.body[:at].split()[-_TO_THE:])


def _ends_agreeing(reading: Reading) -> Span | None:
    """The verb of agreeing before a text's colon, right after the body, its session or a comma ("Leaders
    agreed:"), and not "Leaders disagreed:", "Leaders have not agreed:"."""
    said = len(reading.low.rstrip(" :："))
    if reading.low[said:].strip() not in (":", "："):
        return None
    for verb in reading.lexicon.agreeing:
        start = said - len(verb)
        if reading.low.endswith(verb, 0, said):
            ahead = reading.low[:start].rstrip()
            behind = any(one.end == len(ahead) and one.value.is_body for one in reading.actors)
            met = not reading.lexicon.sessions.isdisjoint(reading.ahead(start)[-1:])
            if behind or met or ahead.endswith(","):
                return Span(start, said)
    return None


def undertakes(reading: Reading, voice: Voice) -> Span | None:
    """The words with which a body opens that says what it is going to do ("The Council will remain seized",
    "We do not propose to act"); what it is going to ask is not an act yet.
    """
    lexicon = reading.lexicon
    first = reading.actors[0] if reading.actors else None
    if (
        first is None
        or first.start - reading.clause(first.start) > _OPENS
        or not is_the_body(reading, first, voice)
    ):
        return None
    if reading.low_at(first).rpartition(" ")[2] in lexicon.reports:
        return None  # "The report will examine"
    behind = reading.past_bracket(first.end)
    words = reading.words_from(behind, _MEANS)
    said = [reading.low[low:high] for low, high in words]
    if not said or words[0][0] - behind > 1:
        return None
    going = said[0] in lexicon.will or any(word in lexicon.meaning for word in said)
    plain = all(
        word in lexicon.will or word in lexicon.meaning or word in lexicon.meant for word in said[:-1]
    )
    # "shall" prescribes, "will request" asks
    asks = any(hit.start in (words[0][0], words[min(1, len(words) - 1)][0]) for hit in reading.asks)
    return (
        Span(first.start, words[0][1]) if going and (plain or said[0] in lexicon.will) and not asks else None
    )


def _performs(reading: Reading, actor: Hit[Actor], verb: Hit[str], enacting: bool) -> bool:
    """Whether a body decides in these very words: "The Assembly decides to", "For its part, the Council
    decides that". Who only tells of it tells of the past."""
    lexicon = reading.lexicon
    if actor.value.sort != "principal" or is_past(reading, verb.start):
        return False
    ahead = reading.low[: actor.start].rpartition(",")[2].strip()
    opens = not ahead or ahead in lexicon.determiners
    behind = reading.words_from(verb.end, 1)
    to = bool(behind) and reading.low_at(behind[0]) in lexicon.decided
    to = to or reading.low_at(verb).rpartition(" ")[2] in lexicon.decided  # "resolves to"
    return opens and (to or enacting) and not reading.low[actor.end : verb.start].strip()


def notes_facts(reading: Reading, verb: Span, operative: bool = False) -> bool:
    """Whether a body takes note of no paper, but of what is so ("of the measures taken", "that"), or of
    something that it has doubts about ("of the programme, but is concerned that").

    `operative`: the verb opens an operative paragraph, which notes whatever is named by an act.
    """
    lexicon = reading.lexicon
    noting = [words for words in lexicon.noting if reading.low.startswith(words, verb.start)]
    if not noting:
        return False
    if _doubts(reading, verb.end, reading.sentence_end(verb.end)):
        return True
    noted = max(verb.end, verb.start + max(map(len, noting)))
    if operative and not reading.lexicon.cjk and not finds_with(reading, verb):
        return not reading.lexicon.that.isdisjoint(reading.words.words[reading.words.since(noted)][:_THAT])
    named_from = verb.start if lexicon.inverts else noted  # "nimmt den Bericht zur Kenntnis"
    behind = reading.words.between(named_from, reading.sentence_end(verb.end))
    if lexicon.cjk:  # the paper ends the clause: "注意到秘书长的报告", not "注意到报告指出"
        papers = lexicon.papers.find(reading.words, behind)
        return not any(reading.low[hit.end : hit.end + 1].strip("。，；") == "" for hit in papers)
    return not lexicon.papers.find(reading.words, slice(behind.start, behind.start + _PAPER_NEAR))


def _doubts(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch contrasts something with what the body thinks of it ("but regrets")."""
    for hit in reading.lexicon.leaning.find(reading.words, reading.words.between(start, end)):
        if hit.value == "contrasting":
            cues = between(reading.cues, hit.end, min(end, hit.end + _THINKS))
            return any(cue.value.role is Role.OBSERVATION for cue in cues)
    return False


def decides_too(reading: Reading, noting: Span) -> bool:
    """Whether a body that takes note of something decides with it ("noted the delay and decided to")."""
    lexicon = reading.lexicon
    later = between(reading.deciding, noting.end, reading.sentence_end(noting.end))
    return any(
        not lexicon.conjunctions.isdisjoint(reading.ahead(hit.start)[-1:])
        and not reading.low.startswith(lexicon.noting, hit.start)
        and not finds_with(reading, hit)
        and not routine(reading, hit.end)
        for hit in later
    )


def defers(reading: Reading, verb: Span, start: int) -> bool:
    """Whether a body only settles when it will take something up: "agreed that the item should be placed on
    the agenda of its next session".
    """
    lexicon = reading.lexicon
    decided = between(reading.deciding, start, verb.start)
    if not decided or not is_passive(reading, verb.end):
        return False
    behind = reading.words.between(verb.end, reading.sentence_end(verb.end))
    ahead = reading.words.between(decided[-1].end, verb.start)  # "that its next session should be held"
    said = reading.words.words[ahead] + reading.words.words[behind]
    return bool(lexicon.agenda.find(reading.words, behind)) or not lexicon.sessions.isdisjoint(said)


def _describes(reading: Reading, verb: Hit[str]) -> bool:
    """Whether a participle says of the name before by whom something was done to it, after a comma, or by
    which act: another verb follows ("the Committee established pursuant to resolution 1591 (2005) met")."""
    behind = reading.words_from(verb.end, 1)
    if not behind:
        return False
    ahead = reading.low[reading.sentence(verb.start) : verb.start].rstrip()
    if reading.low.startswith(reading.lexicon.grounds, behind[0][0]):
        if ahead.endswith(",") and ahead.count(",") == 1:
            return True  # "The Group, established in accordance with resolution 5/1 of 2007, met"
        act = _ACT.match(reading.low, behind[0][0])
        goes_on = reading.words_from(act.end(), _CONCERNS) if act is not None else []
        past = reading.lexicon.participles  # of irregular verbs, too: "met"
        return any(is_past(reading, low) or reading.low.endswith(past, low, high) for low, high in goes_on)
    by = reading.low_at(behind[0]) in reading.lexicon.through
    return by and ahead.endswith(",")


def _is_something(reading: Reading, subject: int) -> bool:
    """Whether a clause says what its subject is ("is an independent body")."""
    lexicon = reading.lexicon
    opening = [reading.low_at(spot) for spot in reading.words_from(subject, 2)]
    return lexicon.facts.issuperset(opening[:1]) and lexicon.articles.issuperset(opening[1:])


def _holds(reading: Reading, verb: Hit[str]) -> bool:
    """Whether the clause after "agreed that" says what is, not what is to be."""
    lexicon = reading.lexicon
    if not reading.low.endswith(lexicon.that_behind, verb.start, verb.end):
        return False
    behind = reading.words.words[reading.words.between(verb.end, reading.sentence_end(verb.end))]
    first = next((word for word in behind if word in lexicon.finite), "")
    return first in lexicon.facts


def _agrees(reading: Reading, voice: Voice, verb: Hit[str]) -> bool:
    """Whether whoever reports inside a State says what it holds itself: "We agree that a call would do"."""
    said = reading.low.endswith(reading.lexicon.that_behind, verb.start, verb.end)
    return voice.national and said and not is_past(reading, verb.start)


def finds_with(reading: Reading, verb: Hit[str] | Span) -> bool:
    """Whether a verb of deciding is among the words by which a body finds: "prend note avec regret"."""
    return any(
        hit.start <= verb.start and hit.end >= verb.end and hit.end - hit.start > verb.end - verb.start
        for hit in reading.cues
        if hit.value.role is Role.OBSERVATION
    )


def _acts(reading: Reading, actor: Hit[Actor], verb: int, voice: Voice) -> bool:
    """Whether a name is the body's and the subject of a verb: right before it, or with an aside between."""
    lexicon = reading.lexicon
    if not is_the_body(reading, actor, voice):
        return False
    if lexicon.cjk:
        return verb - actor.end < _NEAR_CJK
    gap = reading.low[reading.past_bracket(actor.end) : verb].rstrip()
    while gap.rpartition(" ")[2] in lexicon.adverbs:
        gap = gap.rpartition(" ")[0]
    if gap.startswith(",") and gap.endswith(","):
        # "The Board, in accordance with its decision 2014/7, approved"; not "in its decision 2014/7"
        said = between(reading.quoting, actor.end, verb)
        return all(reading.low.startswith(lexicon.grounds, hit.start) for hit in said)
    others = [
        one
        for one in reading.actors_between(actor.end, verb)
        if _joined(reading.words.words[reading.words.between(actor.end, one.start)], lexicon)
    ]
    return (verb - others[-1].end if others else len(gap)) < _NEAR


def _joined(gap: list[str], lexicon: Lexicon) -> bool:
    """Whether the words between two names make them one subject ("the Board and the Commission")."""
    return gap[:1] != [] and gap[0] in lexicon.conjunctions and lexicon.determiners.issuperset(gap[1:])


def _relative(reading: Reading, start: int) -> bool:
    """Whether a relative word stands right before a name or verb, names and articles aside."""
    lexicon = reading.lexicon
    last = reading.words.within(0, start).stop
    for low, high in reversed(reading.words.spots(slice(max(0, last - 5), last))):
        word = reading.low[low:high]
        if word in lexicon.relatives and word not in lexicon.determiners:
            return True
        if word not in lexicon.determiners and not reading.text[low].isupper():
            return False
    return False


def _of_a_thing(reading: Reading, subject: int) -> bool:
    """Whether a name stands in a clause that says which thing is meant: "that" before it, and before that a
    noun with its article ("the report that the Committee approved")."""
    lexicon = reading.lexicon
    ahead = reading.ahead(subject)[-4:]
    while ahead and ahead[-1] not in lexicon.that and f"{ahead[-1]} " in lexicon.before_names:
        ahead.pop()
    if len(ahead) < 3 or ahead[-1] not in lexicon.that:
        return False
    nominal = lexicon.nominal | lexicon.of | lexicon.articles
    return ahead[-3] in nominal and ahead[-2].isalpha()


def is_the_body(reading: Reading, actor: Hit[Actor], voice: Voice) -> bool:
    """Whether a name means the body that reports."""
    name = reading.low_at(actor)
    if actor.value.sort == "principal":
        return voice.is_of(name)
    return actor.value.sort == "own" or meet_in(actor, name, voice)
