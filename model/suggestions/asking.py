"""Clauses that ask somebody to act, in the reporting body's own voice."""

from __future__ import annotations

from typing import Literal, NamedTuple

from model.labels import Addressee, Force, Span
from model.suggestions.addressee_types import as_meant
from model.suggestions.addressees import after, agent, before, further
from model.suggestions.deciding import defers
from model.suggestions.naming import NOBODY, Asked, elected, named_party, own_organ
from model.suggestions.other_bodies import another_body, others, reported_to
from model.suggestions.phrases import Hit
from model.suggestions.pronouns import meant_by_object, meant_by_subject
from model.suggestions.reading import Reading, between, is_passive
from model.suggestions.subjects import Setting, behind_subject, others_ask, own_voice
from model.suggestions.subordinate import is_subordinate, is_unmade
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Ask, AskSort

# An operative paragraph's verb begins in its first characters; elsewhere only at its very beginning.
_OPENER = 40
# "Had" stands so near before the verb of what was asked before.
_HAD = 3
_COMMAS = (",", "،")
# A sentence says in its first letters where something was said.
_OPENS = 4
# A company's name has so many words: one alone may be any noun that opens a sentence.
_NAME = (2, 6)
# What a body decides tells in its first words who will do something.
_OPENING = slice(0, 40)


# A clause may say what is to be done with no word that asks.
ClauseSort = AskSort | Literal["imperative"]


class Clause(NamedTuple):
    """An asking clause: its force, its operative words, whom it asks."""

    force: Force
    verb: Span
    asked: Asked
    sort: ClauseSort


def clauses(reading: Reading, voice: Voice, setting: Setting) -> list[Clause]:
    """All asking clauses of a paragraph in order."""
    lexicon = reading.lexicon
    found: list[Clause] = []
    for hit in reading.asks:
        if _is_barred(reading, hit.start) or reading.within_quotes(hit.start):
            continue
        could = not setting.weak and reading.low_at(hit) in lexicon.could
        if could and Genre.GUIDELINE not in voice.genres:
            continue
        clause = _clause(reading, voice, hit, setting)
        if clause is not None and (not could or _opens_with(reading, clause.asked)):
            found.append(clause)
    opener = next(iter(reading.openers), None)
    if (
        opener is not None
        and _may_open(reading, voice, opener, setting)
        and not any(clause.verb.start <= opener.end for clause in found)
    ):
        verb = _verb(reading, opener)
        object_from = verb.end if lexicon.inverts else opener.end  # "fordert die Staaten auf"
        if lexicon.verb_first:
            object_from = behind_subject(reading, opener.end) or object_from
        asked = after(reading, object_from, reading.sentence_end(opener.end))
        # "Recommended the repeal of the law" asks whomever the list is for
        recommends = setting.together and opener.value.force is Force.RECOMMENDS
        if setting.operative or setting.decided or asked.types or recommends:
            asked = as_meant(asked, reading, voice)
            found.insert(0, Clause(opener.value.force, verb, asked, "performative"))
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


def _opens_with(reading: Reading, asked: Asked) -> bool:
    """Whether a sentence begins with those it asks ("Employers could"; not "the burden on them could")."""
    return bool(asked.spans) and asked.spans[0].start - reading.sentence(asked.spans[0].start) <= _OPENS


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
            _verb(reading, hit),
            as_meant(asked, reading, voice),
            hit.value.sort,
        )
    if hit.value.sort == "performative":
        return _performative(reading, voice, hit, start, setting)
    return _modal(reading, voice, hit, start, setting.directed)


def _had_asked(reading: Reading, hit: Hit[Ask]) -> bool:
    """Whether "had" stands in or right before a verb, without a comma between: not "The Committee, which had
    met, urges"."""
    lexicon = reading.lexicon
    if lexicon.cjk:
        return reading.low.endswith(tuple(lexicon.had), 0, hit.start)
    said = reading.low_at(hit).split()
    for word in reading.ahead(hit.start)[: -_HAD - 1 : -1]:
        if word.endswith(_COMMAS):
            break
        said.append(word)
    return not lexicon.had.isdisjoint(said)


def _performative(
    reading: Reading, voice: Voice, hit: Hit[Ask], start: int, setting: Setting
) -> Clause | None:
    """The body requests X."""
    lexicon = reading.lexicon
    if _noun(reading, hit):
        return None
    if not lexicon.will.isdisjoint(reading.ahead(hit.start)[-1:]):
        return None  # "the Committee will recommend": what it is going to do
    ahead = reading.ahead(hit.start)[-2:]
    initials = reading.text[: hit.start].rstrip()[-1:].isupper()  # "WHO recommends"
    if not initials and not lexicon.relatives.isdisjoint(ahead[1:]) and ahead[0].endswith(_COMMAS):
        return None  # "a strategy, which urges member States"
    if _had_asked(reading, hit):
        return None  # "The Bureau had recommended": what was asked before is told
    if _is_asked(reading, hit, start):
        return None
    opens = setting.operative and _fresh(reading, hit, start)
    if not opens and not own_voice(reading, voice, hit, start, setting):
        return None
    verb = _verb(reading, hit)
    object_from = behind_subject(reading, verb.end if lexicon.inverts else hit.end) or verb.end
    if lexicon.verb_first and reading.actors_between(verb.end, hit.end):
        object_from = hit.end  # "تكرر اللجنة دعوتها إلى"
    end = reading.sentence_end(hit.end)
    asked = after(reading, object_from, end)
    if asked.types:
        also = further(reading, verb, end)
        asked = Asked(asked.types + also.types, asked.spans + also.spans)
    asked = as_meant(asked, reading, voice)
    if not asked.types:
        asked = as_meant(meant_by_object(reading, start, verb), reading, voice)
    if not asked.types and setting.operative:
        asked = named_party(reading, object_from)
    elif not asked.types:
        asked = as_meant(_done_by(reading, verb.end), reading, voice)
        asked = asked if asked.types else _told_of(reading)
    if not asked.types and voice.governs:
        asked = elected(reading, object_from)
    if not asked.types and reading.low_at(hit) in lexicon.expecting:
        return None  # "expects revenue to grow"
    if not asked.types and (named := reported_to(reading, verb.end)).types:
        asked = another_body(reading, named, hit.start, start) or NOBODY
    if Genre.PARLIAMENT not in voice.genres and not setting.operative:
        asked = another_body(reading, asked, hit.start, start) or others(reading, asked)
    return Clause(hit.value.force, verb, asked, hit.value.sort)


def _is_asked(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """Whether a verb is what somebody is asked to do ("recommends that the Council request X to"): without an
    ending, behind the clause's "that" and its subject."""
    lexicon = reading.lexicon
    verb = reading.low_at(reading.words_from(hit.start, 1)[0])
    if verb.endswith(lexicon.inflected) or not lexicon.inflected:
        return False
    for ask in between(reading.asks, start, hit.start):
        words = reading.words.words[reading.words.between(ask.end, hit.start)]
        if ask.value.sort == "performative" and words and words[0] in lexicon.that:
            return words[-1] not in lexicon.joining and words[-1] not in lexicon.conjunctions
    return False


def _modal(reading: Reading, voice: Voice, hit: Hit[Ask], start: int, directed: bool) -> Clause | None:
    """X should, X is encouraged to."""
    lexicon = reading.lexicon
    if is_subordinate(reading, voice, hit, start):
        return None
    verb, words = _verb(reading, hit), reading.low_at(hit)
    if words.partition(" ")[0] in lexicon.be and lexicon.that.isdisjoint(reading.words.words[:1]):
        return None  # "may be urged to"; not "That States be urged to"
    if hit.value.sort == "passive" and _no_verb_follows(reading, hit):
        return None
    if lexicon.verb_first or (lexicon.behind and words.endswith(lexicon.behind)):
        asked = after(reading, verb.end, reading.sentence_end(hit.end))
    else:
        asked = before(reading, start, hit.start)
        if not asked.types and is_passive(reading, verb.end):
            asked = agent(reading, verb.end)
        elif not asked.types:
            asked = meant_by_subject(reading, start, hit.start)
        if not asked.types and lexicon.inverts:  # "Zudem sollte das Ministerium"
            asked = after(reading, verb.end, reading.sentence_end(hit.end))
    if directed and not asked.types:
        asked = own_organ(reading, start)
    asked = as_meant(asked, reading, voice)
    if hit.value.permits and _AUDITED.isdisjoint(asked.types):
        return None
    if asked.types == (Addressee.OWN_BODY,) and asked.spans[0].start < hit.start:
        asked = another_body(reading, asked, asked.spans[0].start, start) or asked
    if asked.types == (Addressee.OWN_BODY,) and not directed:
        if words in lexicon.could or hit.value.force is Force.REQUIRES or _says_we(reading, asked):
            return None  # "we shall", "the Committee could": what the body means to do, not what it asks
        if Genre.OVERSIGHT in voice.genres:
            asked = asked._replace(types=(_overseen(reading, asked),))
    if is_unmade(reading, verb.end) or (words in lexicon.possible and not asked.types):
        return None
    if not asked.types and defers(reading, verb, start):
        return None
    if not asked.types and Genre.ACCIDENT in voice.genres and not is_passive(reading, verb.end):
        asked = _company(reading, start, hit.start)
    return Clause(hit.value.force, verb, asked, hit.value.sort)


# Whom audits inside a State advise with "may"; of others it says what is allowed.
_AUDITED = frozenset({Addressee.NATIONAL_AUTHORITY, Addressee.PRIVATE_SECTOR, Addressee.MANAGEMENT})


def _no_verb_follows(reading: Reading, hit: Hit[Ask]) -> bool:
    """Whether somebody or something is directed or invited to a thing, not to do something."""
    lexicon = reading.lexicon
    into = reading.low_at(hit).rpartition(" ")[2] in lexicon.into
    behind = reading.words_from(hit.end, 1)
    if not into or not behind or reading.text[hit.end : behind[0][0]] != " ":
        return False  # "was encouraged to: (a) establish"
    return reading.low_at(behind[0]) in lexicon.articles


def _company(reading: Reading, start: int, verb: int) -> Asked:
    """Whoever operates, owns or builds what an accident befell, whose name no table holds ("Network Rail
    should"): a subject of some words, all with capitals. Authorities have names that tables hold.
    """
    lexicon = reading.lexicon
    aside = reading.text.find(",", start, verb)
    if aside > 0 and reading.text[aside:verb].rstrip().endswith(","):
        verb = aside  # "Network Rail, in consultation with operators, should"
    spots = reading.words_between(start, verb)
    while spots and reading.low_at(spots[0]) in lexicon.determiners:
        spots.pop(0)
    named = all(
        reading.text[low].isupper() or reading.low[low:high] in lexicon.within_names for low, high in spots
    )
    if not named or not _NAME[0] <= len(spots) <= _NAME[1] or "," in reading.text[spots[0][0] : verb]:
        return NOBODY
    return Asked((Addressee.PRIVATE_SECTOR,), (Span(spots[0][0], spots[-1][1]),))


def _overseen(reading: Reading, asked: Asked) -> Addressee:
    """What oversight means where it asks a body: "the Mission" is reviewed, "the Executive Board" told."""
    starts = {span.start for span in asked.spans}
    principal = any(one.value.sort == "principal" and one.start in starts for one in reading.actors)
    return Addressee.PARENT_BODY if principal else Addressee.MANAGEMENT


def _noun(reading: Reading, hit: Hit[Ask]) -> bool:
    """Whether an operative word is a noun: right behind an article ("informed by a call for inputs")."""
    lexicon = reading.lexicon
    ahead = reading.ahead(hit.start)[-1:]
    return not lexicon.articles.isdisjoint(ahead) or "".join(ahead).endswith(lexicon.possessive)


def _done_by(reading: Reading, verb: int) -> Asked:
    """By whom a body asks that something be done ("recommends that the bill be passed by the House")."""
    lexicon = reading.lexicon
    behind = reading.words_between(verb, reading.sentence_end(verb))
    be = next((high for low, high in behind if reading.low[low:high] in lexicon.be), None)
    return NOBODY if be is None else agent(reading, be)


def _told_of(reading: Reading) -> Asked:
    """The State that a paragraph is about, with whose name it begins."""
    first = next(iter(reading.actors), None)
    if first is None or first.value.sort != "state":
        return NOBODY
    if not reading.lexicon.determiners.issuperset(reading.words.words[reading.words.between(0, first.start)]):
        return NOBODY
    return Asked(first.value.types, (first.span,))


def _says_we(reading: Reading, asked: Asked) -> bool:
    lexicon = reading.lexicon
    return all(reading.low_at(span) in lexicon.we for span in asked.spans)


def _verb(reading: Reading, hit: Hit[Ask]) -> Span:
    """The operative words without the name that some hold ("fordert den Bund auf", and in Chinese)."""
    lexicon = reading.lexicon
    inside = [actor.start for actor in reading.actors if hit.start < actor.start < hit.end]
    end = len(reading.text[: min(inside, default=hit.end)].rstrip())
    for low, _ in reversed(reading.words_between(hit.start + 1, end) if inside else []):
        if not reading.low.startswith(lexicon.before_names, low):
            break
        end = len(reading.text[:low].rstrip())  # without the name's article
    return Span(hit.start, end)


def _fresh(reading: Reading, hit: Hit[Ask], start: int) -> bool:
    """In an operative paragraph a verb asks where it opens the paragraph or a further limb of it."""
    ahead = reading.low[start : hit.start].rstrip()
    word = ahead.rsplit(" ", 1)[-1] if ahead else ""
    return not ahead or ahead.endswith((",", ";")) or word in reading.lexicon.joining or len(ahead) < 12
