"""Which role a paragraph has: weighing what it says against where it stands."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from model.labels import Force, Role, Span
from model.suggestions.asking import Clause
from model.suggestions.deciding import decided_in, notes_facts, undertakes
from model.suggestions.first_person import first_person
from model.suggestions.leaning import Sign, signs
from model.suggestions.lexicon import Lexicon
from model.suggestions.places import Place
from model.suggestions.reading import Reading, between
from model.suggestions.speakers import body_says, spoken
from model.suggestions.voice import Voice

# How much each place speaks for a role before a word is read.
_PRIORS: dict[Place, dict[Role, float]] = {
    Place.PROCEDURAL: {Role.PROCEDURAL: 7.0},
    Place.STATEMENTS: {Role.STATEMENT: 6.0, Role.PROCEDURAL: 1.0},
    Place.RECOMMENDATIONS: {Role.OBSERVATION: 2.0},
    Place.OBSERVATIONS: {Role.OBSERVATION: 4.0},
    Place.BACKGROUND: {Role.BACKGROUND: 4.5},
    Place.OTHER: {Role.OTHER: 12.0},
    Place.UNKNOWN: {Role.BACKGROUND: 1.5},
    Place.SUMMARY: {Role.BACKGROUND: 1.5},
    Place.RESOLUTION: {Role.OBSERVATION: 3.0},
}
# What a body itself observed outweighs that its discussion is reported around it.
_BODY_SAYS = 7.0
# What it tells to have noted or found, where its section is for nothing else.
_FINDS = 3.0
# A report that says what is in it tells of no finding, whatever its section is for.
_ITSELF = 9.0
# It opens so, an article or a mark of quotation ahead, and finds with one of so many words behind.
_OPENS, _FINDING = 5, 3
# Where speakers said something so often, a paragraph tells of a discussion, however it begins.
_SAYINGS, _SAID = 2, 4.0
# Where nothing settles it, that the body is spoken of weighs this much.
_OWN_SUBJECT = 0.8
_OPEN = (Place.UNKNOWN, Place.SUMMARY, Place.RECOMMENDATIONS, Place.OBSERVATIONS, Place.BACKGROUND)
# Where a body that says what it will do decides it; where it tells of itself it plans.
_ACTS = (Place.UNKNOWN, Place.RECOMMENDATIONS, Place.OBSERVATIONS, Place.RESOLUTION)
# Where a reply answers what it repeats; its introduction tells of how it came about.
_ANSWERED = (Place.UNKNOWN, Place.RECOMMENDATIONS, Place.OBSERVATIONS)
# Many small cues of one role add up to no more than this.
_CEILING = 3.0
# What an inspectorate or an ombudsman of one State studies it assesses, where nothing says that it tells.
_STUDY = (Place.UNKNOWN, Place.OBSERVATIONS, Place.RECOMMENDATIONS)
_STUDIED = 2.0
# What plainly finds or tells counts for half where a section says that it gives the background.
_IN_BACKGROUND = 0.5
SPOKEN = "speaker and verb of saying"
# A formula is what a paragraph of so many characters is for.
_FORMULA = 400
# A paragraph of so many sentences tells of one thing.
_BRIEF = 2
# A sentence has its verb of saying among so many words.
_SAYS = 12
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
        scores[Role.OBSERVATION] += _BODY_SAYS
    if place is Place.OTHER:
        return Verdict(Role.OTHER, "section above", 0.9)
    if scores.get(Role.OTHER, 0.0) >= 5.0:
        return Verdict(Role.OTHER, "formula", 0.8, _cues_of(reading, Role.OTHER))
    formal = formal_words(reading, lexicon)
    brief = place is not Place.STATEMENTS or _sentences(reading) <= _BRIEF
    if formal and _tells_on(reading, lexicon):
        return Verdict(Role.STATEMENT, "goes on with what was said", 0.7, _sayings(reading))
    if formal and brief and not any(clause.sort == "performative" for clause in asking):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.85, formal)
    if speaker is not None and (place is not Place.PROCEDURAL or scores[Role.PROCEDURAL] < _BUSINESS):
        return Verdict(Role.STATEMENT, SPOKEN, 0.85, speaker)
    procedural = scores.get(Role.PROCEDURAL, 0.0)
    if asking and _counts(reading, asking, place, voice, lexicon, procedural):
        first = asking[0]
        sure = 0.9 if first.force > Force.OFFERS else 0.75
        return Verdict(Role.RECOMMENDATION, f"{first.sort} verb", sure, (first.verb,))
    decided = decided_in(reading, voice, lexicon, follows)
    if decided is not None and procedural < 13:
        if notes_facts(reading, lexicon, decided):
            return Verdict(Role.OBSERVATION, "takes note of what is so", 0.7, (decided,))
        return Verdict(Role.DECISION, "the body decides", 0.8, (decided,))
    if place in _ACTS and not voice.reply and (meant := undertakes(reading, voice, lexicon)) is not None:
        of_session = not lexicon.sessions.isdisjoint(reading.words.words[:_SAYS])
        role = Role.PROCEDURAL if of_session else Role.DECISION  # "will hold its next session"
        return Verdict(role, "what the body is going to do", 0.7, (meant,))
    if (
        place in (*_OPEN, Place.PROCEDURAL)
        and (adopted := decided_in(reading, voice, lexicon, follows, business=True)) is not None
    ):
        return Verdict(Role.PROCEDURAL, "the session's business", 0.7, (adopted,))
    small = _small_signs(reading, place, lexicon)
    for sign in small:
        scores[sign.role] += sign.weight
    role = max(scores, key=lambda one: scores[one])
    ordered = sorted(scores.values(), reverse=True)
    margin = ordered[0] - (ordered[1] if len(ordered) > 1 else 0.0)
    if voice.reply and place in _ANSWERED and role in (Role.OBSERVATION, Role.BACKGROUND):
        return Verdict(Role.STATEMENT, "answers a recommendation", 0.75)
    spans = _cues_of(reading, role)
    known = frozenset(span.start for span in spans)
    spans += tuple(
        sign.span for sign in small if sign.role is role and sign.span and sign.span.start not in known
    )
    if role is Role.BACKGROUND:
        spans = _itself(reading, lexicon) + spans
    elif role is Role.STATEMENT:
        spans += _sayings(reading)
    rule = "words and section above" if spans else "section above"
    return Verdict(role, rule, min(0.95, 0.5 + margin / 12), spans[:6])


def _tells_on(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether most sentences behind the first go on with what somebody said ("He recalled that ...")."""
    behind = reading.starts[1:]
    said = sum(_says_on(reading, lexicon, start) for start in behind)
    return said >= _SAYINGS and 2 * said >= len(behind)


def _says_on(reading: Reading, lexicon: Lexicon, start: int) -> bool:
    """Whether a sentence has a speaker, or a word for one, before a verb of saying among its first words."""
    spots = reading.words_from(start, _SAYS)
    verb = next(iter(between(reading.saying, start, spots[-1][1])), None) if spots else None
    if verb is None or reading.low[verb.start : verb.end] in lexicon.doing:
        return False
    if reading.low[slice(*spots[0])] in lexicon.persons:
        return True
    return any(one.value.sort == "speaker" for one in reading.actors_between(start, verb.start))


def _sentences(reading: Reading) -> int:
    """How many sentences a paragraph has; what a semicolon parts is one ("made by Ms. A; Mr. B")."""
    return sum(not reading.text[:start].rstrip().endswith((";", "；", "؛")) for start in reading.starts)


def _cues_of(reading: Reading, role: Role) -> tuple[Span, ...]:
    """The words that speak for a role."""
    return tuple([hit.span for hit in reading.cues if hit.value.role is role])


def _small_signs(reading: Reading, place: Place, lexicon: Lexicon) -> list[Sign]:
    """What plainly speaks for a fact or a finding, as much as it counts in a section."""
    if place not in _OPEN:
        return []
    share = _IN_BACKGROUND if place is Place.BACKGROUND else 1.0
    found = [sign._replace(weight=share * sign.weight) for sign in signs(reading, lexicon)]
    if place not in (Place.UNKNOWN, Place.SUMMARY):
        found = [sign for sign in found if sign.span]  # that figures are missing says little there
    if first_person(reading, lexicon):
        return [sign for sign in found if sign.role is not Role.BACKGROUND]  # "We celebrate ... of 2022"
    return found


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


def _in_passing(reading: Reading, lexicon: Lexicon, start: int, role: Role) -> bool:
    """Whether a clause only tells of what was done ("resolution 52/211, which was adopted by consensus"), or
    adds of a meeting when it was ("the Conference, which was held in Norland")."""
    ahead = reading.ahead(start)
    if lexicon.relatives.isdisjoint(ahead[-1:]):
        return False
    return role is Role.DECISION or (role is Role.PROCEDURAL and "".join(ahead[-2:-1]).endswith(","))


def formal_words(reading: Reading, lexicon: Lexicon) -> tuple[Span, ...]:
    """The words of the first sentence that tell of a session's business, whatever is said around them."""
    end = min(reading.starts[1], 300) if len(reading.starts) > 1 else len(reading.text)
    return tuple(
        hit.span
        for hit in reading.cues
        if hit.value.role is Role.PROCEDURAL
        and hit.value.weight >= _FORMAL
        and hit.start < end
        and not _in_passing(reading, lexicon, hit.start, Role.PROCEDURAL)
    )


def _weigh(reading: Reading, place: Place, voice: Voice, lexicon: Lexicon) -> defaultdict[Role, float]:
    """How much speaks for each role."""
    scores = defaultdict(float, _PRIORS[place])
    if voice.analysis and voice.national and place in _STUDY:
        scores[Role.OBSERVATION] += _STUDIED
    if voice.accident and place is Place.UNKNOWN:
        scores[Role.BACKGROUND] += 4.0
    if place is not Place.STATEMENTS and first_person(reading, lexicon):
        scores[Role.OBSERVATION] += 3.0
    if place in _OPEN and any(actor.value.sort == "own" and actor.start < 60 for actor in reading.actors[:3]):
        # what is told of the body itself is more often what it found
        scores[Role.OBSERVATION] += _OWN_SUBJECT
    if place in (Place.PROCEDURAL, Place.BACKGROUND) and _observes(reading):
        scores[Role.OBSERVATION] += _BODY_SAYS
    if voice.national and place in _OPEN and _concludes(reading, lexicon):
        scores[Role.OBSERVATION] += _BODY_SAYS
    if place in _OPEN and body_says(reading, lexicon, finding=True):
        scores[Role.OBSERVATION] += _FINDS
    if _itself(reading, lexicon):
        scores[Role.BACKGROUND] += _ITSELF
    often = len(reading.saying) >= _SAYINGS and place in (Place.UNKNOWN, Place.SUMMARY)
    if often and len(_sayings(reading)) >= _SAYINGS:
        scores[Role.STATEMENT] += _SAID
    small: defaultdict[Role, float] = defaultdict(float)
    length = max(1.0, len(reading.words.words) / 60)
    for start, _, cue in reading.cues:
        role, weight = cue.role, cue.weight
        if _in_passing(reading, lexicon, start, role):
            continue
        if weight < 2:
            small[role] = min(_CEILING, small[role] + weight / length)
        else:
            # what a paragraph begins with says more than what it comes to mention
            whole = start < 160 or (role is Role.OTHER and len(reading.text) < _FORMULA)
            scores[role] += weight * (1.0 if whole else 0.4)
    for role, weight in small.items():
        scores[role] += weight
    return scores


def _sayings(reading: Reading) -> tuple[Span, ...]:
    """The verbs right behind speakers and States, in whichever sentence."""
    speakers = {actor.end + 1 for actor in reading.actors if actor.value.sort in ("speaker", "state")}
    return tuple(said.span for said in reading.saying if said.start in speakers)


def _itself(reading: Reading, lexicon: Lexicon) -> tuple[Span, ...]:
    """What a report, or a part of it, calls itself where it says what is in it ("This section examines")."""
    for itself in reading.itself:
        if itself.start - reading.sentence(itself.start) <= _OPENS:
            behind = (reading.low[low:high] for low, high in reading.words_from(itself.end, _FINDING))
            return (itself.span,) if lexicon.showing.isdisjoint(behind) else ()
    return ()


def without_norms(reading: Reading, asking: list[Clause]) -> list[Clause]:
    """Without what a paragraph tells in its first sentence that a norm prescribes ("According to the policy,
    lists must be"). "In accordance with rule 20, the Committee requests" asks for itself.
    """
    first = next(iter(reading.cues), None)
    if first is None or not first.value.norm or first.start > reading.words.edges[0]:
        return asking
    return [
        clause for clause in asking if clause.sort == "performative" or reading.sentence(clause.verb.start)
    ]


def _counts(
    reading: Reading,
    asking: list[Clause],
    place: Place,
    voice: Voice,
    lexicon: Lexicon,
    procedural: float,
) -> bool:
    """Whether asking clauses make a recommendation in this place."""
    strong = any(clause.sort != "modal" for clause in asking)
    if not strong and place is not Place.RECOMMENDATIONS and not voice.parliament:
        # "must" of nobody finds; where it asks it says whom
        asking = [clause for clause in asking if clause.force is not Force.REQUIRES or clause.asked.types]
        if not asking:
            return False
    if place is Place.PROCEDURAL:
        return any(clause.sort == "performative" for clause in asking) and procedural < 11
    if place is Place.STATEMENTS:
        return any(clause.sort == "performative" for clause in asking)
    if voice.accident and place in (Place.UNKNOWN, Place.BACKGROUND, Place.OBSERVATIONS):
        return strong
    if place is Place.BACKGROUND and not voice.guideline:
        asking = [clause for clause in asking if clause.force in (Force.OFFERS, Force.RECOMMENDS)]
        # "To close these gaps, the Code should be amended"
        means = not lexicon.purpose.isdisjoint(reading.words.words[:1])
        return strong or means or any(clause.asked.types for clause in asking)
    return strong or any(clause.force > Force.OFFERS or clause.asked.types for clause in asking)
