"""What a paragraph says that the reporting body decided, or did as its session's own business."""

from __future__ import annotations

from model.labels import Role, Span
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
# The paper of which note is taken stands among this many words ("of the oral and written reports").
_PAPER_NEAR = 10
# What a body thinks stands this near after "but" (characters).
_THINKS = 40


def routine(reading: Reading, start: int) -> bool:
    """Whether what is adopted, elected or taken note of is a session's own business.

    What is to be done is not: "decided to place it on the agenda".
    """
    lexicon = reading.lexicon
    behind = [reading.low_at(spot) for spot in reading.words_from(start, 2)]
    if not lexicon.decided.isdisjoint(behind[:1]) and lexicon.nominal.isdisjoint(behind[1:]):
        return False
    return bool(lexicon.routine.find(reading.words, reading.words.between(start, start + _BUSINESS_NEAR)))


def decided_in(reading: Reading, voice: Voice, follows: bool, business: bool = False) -> Span | None:
    """A verb of deciding whose subject is the reporting body, in the first sentence.

    `business`: only what is the session's own business, else only what is not.
    """
    lexicon = reading.lexicon
    if not business and (formula := enacts(reading) or _gives_in_full(reading, voice)) is not None:
        return formula
    end = reading.first_end
    it = follows and not lexicon.it.isdisjoint(reading.words.words[:1])
    for hit in between(reading.deciding, 0, min(end, 400)):
        if routine(reading, hit.end) is not business or finds_with(reading, hit):
            continue
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
        if passive(reading, hit.start):
            continue
        if _describes(reading, hit):
            continue  # "The Forum, established by the Council, meets"
        if is_past(reading, hit.start) and any(q.start < 12 for q in reading.quoting):
            continue  # what it did is told as known: "In its resolution 6/3, it decided"
        if subjects and _is_something(reading, subjects[-1].end):
            continue  # "The Commission is an independent body established by law"
        if subjects and _of_a_thing(reading, subjects[-1].start):
            continue  # "the report that the Committee approved": told of in passing
        if it:
            return hit.span  # "It also decided to"
        if any(_acts(reading, one, hit.start, voice) for one in subjects[-2:]):
            return hit.span
        if subjects and _performs(reading, subjects[-1], hit):
            return hit.span
    return None


def enacts(reading: Reading) -> Span | None:
    """The verb with which an organ's formula ends before what it decides ("The Board, having considered the
    report, decided:")."""
    first = reading.actors[0] if reading.actors else None
    if first is None or not first.value.is_body or first.start > _OPENS:
        return None
    last = reading.deciding[-1] if reading.deciding else None
    return last.span if last is not None and reading.low[last.end :].strip() in (":", "：") else None


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
        if points and not routine(reading, hit.end):
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
    # "shall" prescribes, "will request" asks
    asks = any(hit.start in (words[0][0], words[min(1, len(words) - 1)][0]) for hit in reading.asks)
    return Span(first.start, words[0][1]) if going and not asks else None


def _performs(reading: Reading, actor: Hit[Actor], verb: Hit[str]) -> bool:
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
    return opens and to and not reading.low[actor.end : verb.start].strip()


def notes_facts(reading: Reading, verb: Span) -> bool:
    """Whether a body takes note of no paper, but of what is so ("of the measures taken", "that"), or of
    something that it has doubts about ("of the programme, but is concerned that").
    """
    lexicon = reading.lexicon
    noting = [words for words in lexicon.noting if reading.low.startswith(words, verb.start)]
    if not noting:
        return False
    if _doubts(reading, verb.end, reading.sentence_end(verb.end)):
        return True
    noted = max(verb.end, verb.start + max(map(len, noting)))
    named_from = verb.start if lexicon.inverts else noted  # "nimmt den Bericht zur Kenntnis"
    behind = reading.words.between(named_from, reading.sentence_end(verb.end))
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
        not lexicon.conjunctions.isdisjoint(reading.ahead(hit.start)[-1:]) and not routine(reading, hit.end)
        for hit in later
    )


def _describes(reading: Reading, verb: Hit[str]) -> bool:
    """Whether a participle says of the name before, after a comma, by whom or on which grounds something was
    done to it ("The Group, established in accordance with resolution 5/1 of 2007, met")."""
    behind = next(iter(reading.words_from(verb.end, 1)), None)
    if behind is None or not reading.low[: verb.start].rstrip().endswith(","):
        return False
    lexicon = reading.lexicon
    return reading.low_at(behind) in lexicon.through or reading.low.startswith(lexicon.grounds, behind[0])


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


def finds_with(reading: Reading, verb: Hit[str]) -> bool:
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
    return len(gap) < _NEAR


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
    return ahead[-3] in nominal


def is_the_body(reading: Reading, actor: Hit[Actor], voice: Voice) -> bool:
    """Whether a name means the body that reports."""
    name = reading.low_at(actor)
    if actor.value.sort == "principal":
        return voice.is_of(name)
    return actor.value.sort == "own" or meet_in(actor, name, voice)
