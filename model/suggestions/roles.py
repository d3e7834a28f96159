"""Which role a paragraph has: weighing what it says against where it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from model.labels import Role, Span
from model.suggestions.addressees import Voice, meet_in
from model.suggestions.asking import Clause
from model.suggestions.leads import names_only
from model.suggestions.lexicon import Actor, Cue, Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.places import Place
from model.suggestions.reading import Reading, between, is_past
from model.suggestions.speakers import body_says, first_person, passive, spoken, word_before

# How much each place speaks for a role before a word is read.
_PRIORS: dict[Place, dict[Role, float]] = {
    Place.PROCEDURAL: {Role.PROCEDURAL: 7.0},
    Place.STATEMENTS: {Role.STATEMENT: 6.0, Role.PROCEDURAL: 1.0},
    Place.RECOMMENDATIONS: {Role.OBSERVATION: 3.0},
    Place.OBSERVATIONS: {Role.OBSERVATION: 5.0},
    Place.BACKGROUND: {Role.BACKGROUND: 5.0},
    Place.OTHER: {Role.OTHER: 12.0},
    Place.UNKNOWN: {Role.BACKGROUND: 1.5},
    Place.SUMMARY: {Role.BACKGROUND: 1.5},
    Place.RESOLUTION: {Role.OBSERVATION: 3.0},
}
# What a body itself observed outweighs that its discussion is reported around it.
_BODY_SAYS = 7.0
# What it tells to have noted or found, where its section is for nothing else.
_FINDS = 3.0
# Where nothing settles it, that the body is spoken of weighs this much.
_OWN_SUBJECT = 0.8
_OPEN = (Place.UNKNOWN, Place.SUMMARY, Place.RECOMMENDATIONS, Place.OBSERVATIONS, Place.BACKGROUND)
# Many small cues of one role add up to no more than this.
_CEILING = 4.0
# What is, not what is to be.
_BEING = frozenset({"is", "are", "was", "were", "has", "have", "had"})
# How the tables weigh what a norm prescribes.
_NORM = Cue(Role.BACKGROUND, 6.5)
SPOKEN = "speaker and verb of saying"
# The body that decides is named so many characters before the verb, right before it, or in Chinese.
_ACTING, _NEAR, _NEAR_CJK = 160, 25, 2
# What is a session's own business is named so near behind the verb: "elected Ms. A (Chile) as President".
_BUSINESS_NEAR = 60
_JOINED = re.compile(r" (?:and|et|y|и) (?:the |la |le |les |el |los |las )?")
# "It" stands so near before what it decided.
_IT_ACTS = 12
# The paper of which note is taken stands among so many words ("of the oral and written reports").
_PAPER_NEAR = 10
# A formula is what a paragraph of so many characters is for.
_FORMULA = 400
# The words above those who voted, and so many States are no sentence.
_A_LABEL, _VOTERS = 2, 4
# A paragraph of so many sentences tells of one thing.
_BRIEF = 2
# A cue of this weight settles that a paragraph is a session's business.
_FORMAL = 7.0
# In a procedural section, business weighs at least this much; below it a speaker's view is a view.
_BUSINESS = 9.5


class Verdict(NamedTuple):
    """A role, the words that gave it, how sure, and by which rule."""

    role: Role
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()


def judge(
    reading: Reading,
    place: Place,
    voice: Voice,
    lexicon: Lexicon,
    asking: list[Clause],
    follows: bool = False,
) -> Verdict:
    """The role of a paragraph that is neither a resolution's nor below a lead-in.

    `follows`: the one before begins with the reporting body, which "it" may mean.
    """
    scores = _weigh(reading, place, voice, lexicon)
    speaker = spoken(reading, lexicon, voice, together=place is Place.RECOMMENDATIONS)
    if (
        speaker is None
        and place is Place.STATEMENTS
        and (body_says(reading, lexicon) or first_person(reading, lexicon))
    ):
        scores[Role.OBSERVATION] = scores.get(Role.OBSERVATION, 0.0) + _BODY_SAYS
    if place is Place.OTHER:
        return Verdict(Role.OTHER, "section above", 0.9)
    if scores.get(Role.OTHER, 0.0) >= 5.0:
        return Verdict(Role.OTHER, "formula", 0.8, _cues_of(reading, Role.OTHER))
    formal = _formal(reading)
    brief = place is not Place.STATEMENTS or _sentences(reading) <= _BRIEF
    if formal and brief and not any(clause.sort == "performative" for clause in asking):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.85, formal)
    if speaker is not None and (place is not Place.PROCEDURAL or scores[Role.PROCEDURAL] < _BUSINESS):
        return Verdict(Role.STATEMENT, SPOKEN, 0.85, speaker)
    procedural = scores.get(Role.PROCEDURAL, 0.0)
    if asking and _counts(reading, asking, place, voice, procedural):
        first = asking[0]
        return Verdict(
            Role.RECOMMENDATION, f"{first.sort} verb", 0.9 if first.force > 1 else 0.75, (first.verb,)
        )
    decided = _decided(reading, voice, lexicon, follows)
    if decided is not None and procedural < 13:
        if notes_facts(reading, lexicon, decided):
            return Verdict(Role.OBSERVATION, "takes note of what is so", 0.7, (decided,))
        return Verdict(Role.DECISION, "the body decides", 0.8, (decided,))
    if place in _OPEN and (adopted := _decided(reading, voice, lexicon, follows, business=True)) is not None:
        return Verdict(Role.PROCEDURAL, "the session's business", 0.7, (adopted,))
    role = max(scores, key=lambda one: scores[one])
    ordered = sorted(scores.values(), reverse=True)
    margin = ordered[0] - (ordered[1] if len(ordered) > 1 else 0.0)
    spans = _cues_of(reading, role)
    rule = "words and section above" if spans else "section above"
    return Verdict(role, rule, min(0.95, 0.5 + margin / 12), spans[:6])


def _sentences(reading: Reading) -> int:
    """How many sentences a paragraph has; what a semicolon parts is one ("made by Ms. A; Mr. B")."""
    return sum(not reading.text[:start].rstrip().endswith((";", "；", "؛")) for start in reading.starts)


def _cues_of(reading: Reading, role: Role) -> tuple[Span, ...]:
    """The words that speak for a role."""
    return tuple([Span(hit.start, hit.end) for hit in reading.cues if hit.value.role is role])


def recorded(reading: Reading, lexicon: Lexicon, voice: Voice) -> Verdict:
    """The role of a paragraph of a record of what was said: somebody's words, but for the meeting's acts."""
    acted = tuple(Span(hit.start, hit.end) for hit in reading.cues if hit.value.role is Role.DECISION)
    if acted:
        return Verdict(Role.DECISION, "what the meeting decided", 0.8, acted)
    formal = _formal(reading)
    told = formal and spoken(reading, lexicon, voice) is None
    if told or names_only(reading) or _counted(reading):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.8, formal)
    return Verdict(Role.STATEMENT, "verbatim record", 0.85)


def _counted(reading: Reading) -> bool:
    """Whether a text is who voted in one way: only States, or the words above them ("Against:")."""
    if reading.text.rstrip().endswith(":"):
        return len(reading.words.words) <= _A_LABEL
    states = sum(actor.value.sort == "state" for actor in reading.actors)
    return states >= _VOTERS and 3 * states >= len(reading.words.words)


def _observes(reading: Reading) -> bool:
    """Whether a paragraph opens with the body's own finding, whatever its section is for."""
    return any(
        hit.value.role is Role.OBSERVATION and hit.value.weight >= 3 and hit.start < 90
        for hit in reading.cues
    ) and any(actor.value.sort == "own" and actor.start < 40 for actor in reading.actors[:3])


def _concludes(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a paragraph says what the reporting body found: "the Board concludes that"."""
    own = {actor.end for actor in reading.actors if actor.value.sort == "own"}
    return any(hit.start - 1 in own for hit in lexicon.concluding.find(reading.words))


def _formal(reading: Reading) -> tuple[Span, ...]:
    """The words of the first sentence that tell of a session's business, whatever is said around them."""
    end = reading.starts[1] if len(reading.starts) > 1 else len(reading.text)
    return tuple(
        Span(hit.start, hit.end)
        for hit in reading.cues
        if hit.value.role is Role.PROCEDURAL and hit.value.weight >= _FORMAL and hit.start < min(end, 300)
    )


def _weigh(reading: Reading, place: Place, voice: Voice, lexicon: Lexicon) -> dict[Role, float]:
    """How much speaks for each role."""
    scores = dict(_PRIORS[place])
    if voice.analysis and place in (Place.UNKNOWN, Place.OBSERVATIONS, Place.RECOMMENDATIONS):
        scores[Role.OBSERVATION] = scores.get(Role.OBSERVATION, 0.0) + 2.5
    if voice.accident and place is Place.UNKNOWN:
        scores[Role.BACKGROUND] = scores.get(Role.BACKGROUND, 0.0) + 4.0
    if place is not Place.STATEMENTS and first_person(reading, lexicon):
        scores[Role.OBSERVATION] = scores.get(Role.OBSERVATION, 0.0) + 3.0
    if place in _OPEN and any(actor.value.sort == "own" and actor.start < 60 for actor in reading.actors[:3]):
        # what is told of the body itself is more often what it found
        scores[Role.OBSERVATION] = scores.get(Role.OBSERVATION, 0.0) + _OWN_SUBJECT
    if place in (Place.PROCEDURAL, Place.BACKGROUND) and _observes(reading):
        scores[Role.OBSERVATION] = scores.get(Role.OBSERVATION, 0.0) + _BODY_SAYS
    if voice.national and place in _OPEN and _concludes(reading, lexicon):
        scores[Role.OBSERVATION] = scores.get(Role.OBSERVATION, 0.0) + _BODY_SAYS
    if place in _OPEN and body_says(reading, lexicon, finding=True):
        scores[Role.OBSERVATION] = scores.get(Role.OBSERVATION, 0.0) + _FINDS
    small: dict[Role, float] = {}
    length = max(1.0, len(reading.words.words) / 60)
    for start, _, cue in reading.cues:
        role, weight = cue.role, cue.weight
        if weight < 2:
            small[role] = min(_CEILING, small.get(role, 0.0) + weight / length)
        else:
            # what a paragraph begins with says more than what it comes to mention
            whole = start < 160 or (role is Role.OTHER and len(reading.text) < _FORMULA)
            scores[role] = scores.get(role, 0.0) + weight * (1.0 if whole else 0.4)
    for role, weight in small.items():
        scores[role] = scores.get(role, 0.0) + weight
    return scores


def _prescribes(reading: Reading) -> bool:
    """Whether a paragraph begins with what a norm prescribes ("According to the policy, lists must be")."""
    first = next(iter(reading.cues), None)
    return first is not None and first.value == _NORM and first.start <= reading.words.edges[0]


def _counts(reading: Reading, asking: list[Clause], place: Place, voice: Voice, procedural: float) -> bool:
    """Whether asking clauses make a recommendation in this place."""
    if _prescribes(reading):
        asking = [clause for clause in asking if reading.sentence(clause.verb.start)]
    strong = any(clause.sort != "modal" for clause in asking)
    if not strong and place is not Place.RECOMMENDATIONS and not voice.parliament:
        # "must" of nobody finds; where it asks it says whom
        asking = [clause for clause in asking if clause.force != 5 or clause.asked.types]
        if not asking:
            return False
    if place is Place.PROCEDURAL:
        return any(clause.sort == "performative" for clause in asking) and procedural < 11
    if place is Place.STATEMENTS:
        return any(clause.sort == "performative" for clause in asking)
    if voice.accident and place in (Place.UNKNOWN, Place.BACKGROUND, Place.OBSERVATIONS):
        return strong
    if place is Place.BACKGROUND and not voice.guideline:
        return strong or any(clause.asked.types and clause.force in (1, 3) for clause in asking)
    return strong or any(clause.force > 1 or clause.asked.types for clause in asking)


def routine(reading: Reading, lexicon: Lexicon, start: int) -> bool:
    """Whether what is adopted, elected or taken note of is a session's own business.

    What is to be done is none: "decided to place it on the agenda".
    """
    behind = reading.words_from(start, 1)
    if behind and reading.low[slice(*behind[0])] in lexicon.decided:
        return any(hit.start == behind[0][1] + 1 for hit in reading.deciding)
    return bool(lexicon.routine.find(reading.words, reading.words.between(start, start + _BUSINESS_NEAR)))


def _decided(
    reading: Reading, voice: Voice, lexicon: Lexicon, follows: bool, business: bool = False
) -> Span | None:
    """A verb of deciding whose subject is the reporting body, in the first sentence.

    `business`: only what is the session's own business, else only what is not.
    """
    end = reading.starts[1] if len(reading.starts) > 1 else len(reading.text)
    it = follows and not lexicon.it.isdisjoint(reading.words.words[:1])
    for hit in between(reading.deciding, 0, min(end, 400)):
        if routine(reading, lexicon, hit.end) is not business or finds_with(reading, hit):
            continue
        if not hit.start and not is_past(reading, 0, lexicon):
            return Span(hit.start, hit.end)  # "Decides to", "Approves": the body is understood
        subjects = reading.actors_between(max(0, hit.start - _ACTING), hit.start)
        if _holds(reading, lexicon, hit) or word_before(reading, hit.start) in lexicon.finite - _BEING:
            continue  # "agreed that regular assessment is good practice", "must decide"
        if passive(reading, hit.start) or _relative(reading, hit.start, lexicon):
            continue
        if is_past(reading, hit.start, lexicon) and any(q.start < 12 for q in reading.quoting):
            continue  # what it did is told as known: "In its resolution 6/3, it decided"
        if voice.parliament and reading.low[hit.start : hit.end] == "acknowledges":
            continue  # a committee of a parliament acknowledges what it observes
        if subjects and _relative(reading, subjects[-1].start, lexicon):
            continue  # "a review in which the Board decided": told of in passing
        if it and hit.start - reading.words.edges[1] <= _IT_ACTS and not subjects[1:]:
            return Span(hit.start, hit.end)  # "It also decided to"
        if any(_acts(reading, one, hit.start, voice, lexicon) for one in subjects[-2:]):
            return Span(hit.start, hit.end)
    return None


def notes_facts(reading: Reading, lexicon: Lexicon, verb: Span) -> bool:
    """Whether a body takes note of no paper, but of what is so ("of the measures taken", "that")."""
    if not reading.low.startswith(lexicon.noting, verb.start):
        return False
    behind = reading.words.words[reading.words.between(verb.end, reading.sentence_end(verb.end))]
    return lexicon.papers.isdisjoint(behind[:_PAPER_NEAR])


def _holds(reading: Reading, lexicon: Lexicon, verb: Hit[str]) -> bool:
    """Whether the clause behind "agreed that" says what is, not what is to be."""
    if not reading.low.endswith(" that", verb.start, verb.end):
        return False
    behind = reading.words.words[reading.words.between(verb.end, reading.sentence_end(verb.end))]
    first = next((word for word in behind if word in lexicon.finite), "")
    return first in _BEING


def finds_with(reading: Reading, verb: Hit[str]) -> bool:
    """Whether a verb of deciding is among the words by which a body finds: "prend note avec regret"."""
    return any(
        hit.start <= verb.start and hit.end >= verb.end and hit.end - hit.start > verb.end - verb.start
        for hit in reading.cues
        if hit.value.role is Role.OBSERVATION
    )


def _acts(reading: Reading, actor: Hit[Actor], verb: int, voice: Voice, lexicon: Lexicon) -> bool:
    """Whether a name is the body's and the subject of a verb: right before it, or with an aside between."""
    if not is_the_body(reading, actor, voice):
        return False
    if lexicon.cjk:
        return verb - actor.end < _NEAR_CJK
    gap = reading.low[actor.end : verb]
    if gap.startswith(",") and gap.rstrip().endswith(","):
        # "The Board, in accordance with its decision 2014/7, approved"; not "in its decision 2014/7"
        said = between(reading.quoting, actor.end, verb)
        return all(reading.low.startswith(lexicon.grounds, hit.start) for hit in said)
    others = [
        one
        for one in reading.actors_between(actor.end, verb)
        if _JOINED.fullmatch(reading.low, actor.end, one.start)
    ]
    return (verb - others[-1].end if others else len(gap)) < _NEAR


def _relative(reading: Reading, start: int, lexicon: Lexicon) -> bool:
    """Whether a relative word stands right before a name or verb, names and articles aside."""
    last = reading.words.within(0, start).stop
    for low, high in reversed(reading.words.spots(slice(max(0, last - 5), last))):
        word = reading.low[low:high]
        if word in lexicon.relatives and word not in lexicon.determiners:
            return True
        if word not in lexicon.determiners and not reading.text[low].isupper():
            return False
    return False


def is_the_body(reading: Reading, actor: Hit[Actor], voice: Voice) -> bool:
    name = reading.low[actor.start : actor.end]
    if actor.value.sort == "principal":
        return voice.is_of(name)
    return actor.value.sort == "own" or meet_in(actor, name, voice)
