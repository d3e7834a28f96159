"""What a language's file in `resources/operative/` says, as tables that are made once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from model.labels import Addressee, Role
from model.suggestions.forms import forms_of
from model.suggestions.phrases import Bundle, Phrases

T = TypeVar("T")

LANGUAGES = ("en", "fr", "es", "pt", "ru", "ar", "zh")

# A report in two languages has at least one paragraph in so many in either.
_SHARE = 10
# A label with its number, and what parts it from its text.
_LABEL = r"(?:{}) ?(?:n[°º] ?|No\.? ?|№ ?)?\d+(?:\.\d+)*[a-z]? ?(?:[:.–—](?:\s|$)|[：、])"
# "And" that is written as part of the next word: most Arabic sentences open so.
_JOINED = {"ar": "و"}
# The article, and prepositions that are written as part of a name, without and with the article.
_ATTACHED = {"ar": ("ال", {"ل": "لل", "ب": "بال"})}


@dataclass(frozen=True, slots=True)
class Ask:
    """An operative word: how strongly it asks, and where the asked one stands.

    `sort`: "performative" (the body requests X), "modal" (X should), "passive" (X is encouraged),
    "impersonal" (it is recommended that X).
    """

    force: int
    sort: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that speaks for a role, with its weight; `norm`: it opens what a norm prescribes."""

    role: Role
    weight: float
    norm: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A word for somebody: `types` where it can be asked.

    `sort`: "own" (the reporting body's usual names), "principal" (a principal organ), "speaker" (somebody
    whose words are reported), "state" (a country's name), "asked" (anybody else who can be asked).
    """

    sort: str
    types: tuple[Addressee, ...] = ()
    proper: bool = False  # names somebody where it has a capital only


@dataclass(frozen=True)
class Lexicon:
    """A language's words."""

    language: str
    cjk: bool
    verb_first: bool  # the subject follows its verb, as in Arabic
    drops_subject: bool  # a verb without a subject goes on about the one before: "Asimismo solicitó"
    article: str  # where it is written as part of its noun
    attributes_first: bool  # adjectives and the like stand before their noun
    asks: Phrases[Ask]
    openers: Phrases[Ask]
    actions: Phrases[str]  # the category of an action, "1" to "5"
    deciding: Phrases[str]
    cues: Phrases[Cue]
    actors: Phrases[Actor]
    offices: Phrases[Actor]  # whom a report made inside a State speaks of by which word
    concluding: Phrases[str]  # verbs whose subject is the body that reports
    saying: Phrases[str]
    imperatives: Phrases[str]
    announcing: Phrases[str]
    findings: Phrases[str]
    reciting: Phrases[str]  # verbs with which an instrument's words are given
    agenda: Phrases[str]
    routine: Phrases[str]  # what a session adopts, elects or takes note of as its business
    itself: Phrases[str]  # what a report calls itself
    could: frozenset[str]  # modals that say as often what is possible
    status: Phrases[str]  # how far a recommendation has come
    tasks: Phrases[str]  # aims, functions, plans: lists of these recommend nothing
    doing: frozenset[str]  # verbs of saying that tell as often what somebody did
    continuing: Phrases[str]  # what opens a paragraph that goes on with what somebody said
    following: Phrases[str]  # what points at a list below
    finite: frozenset[str]  # verbs without which a short text is no sentence; empty where one needs none
    agenda_items: Phrases[str]  # what numbers a heading's item of the agenda, and says nothing of it
    will: frozenset[str]  # the future by which a decision tells somebody to act
    together: frozenset[str]  # those who meet, where they recommend as one
    meeting: tuple[str, ...]  # those who meet and act as one where a report is of their meeting
    ministerial: tuple[str, ...]  # what a meeting of ministers is called
    sessions: frozenset[str]  # when a body meets
    some: frozenset[str]  # what says that not all are meant
    noting: tuple[str, ...]  # verbs of taking note, which decides on a paper and finds what is so
    papers: frozenset[str]  # what a body takes note of as a decision
    decided: frozenset[str]  # what goes on with what is decided
    pleading: frozenset[str]  # verbs of saying whose subject is somebody, never something
    recalling: frozenset[str]  # verbs with which a body says what holds anyway
    hearing: frozenset[str]  # who may be named between a verb of saying and what is said
    bodies: frozenset[str]  # what bodies are called that report as often as they are reported to
    numberless: tuple[str, ...]  # names that say one as well as many
    union: frozenset[str]  # the European Union's short names
    union_bodies: frozenset[str]  # what it calls its organs by
    before_names: tuple[str, ...]  # articles, with what parts them from a name
    labelled: re.Pattern[str]  # a recommendation that its paragraph labels: "Recommendation 3: ..."
    preamble: Phrases[str]
    headings: Phrases[str]
    relatives: frozenset[str]
    subordinate: frozenset[str]  # what opens a clause that only describes: "if", "while"
    determiners: frozenset[str]
    articles: frozenset[str]  # what makes a noun of the word behind it
    until: frozenset[str]  # what opens the words before an imperative: until when, in which cases
    through: frozenset[str]  # what names by whom or what something is done
    behind: tuple[str, ...]  # endings of operative words behind which those asked stand
    turning: frozenset[str]  # what opens the words that say to whom one turns
    addressing: frozenset[str]  # "addressed", between recommendations and whom they are for
    responsible: Phrases[str]  # labels before whoever is to act
    grounds: tuple[str, ...]  # what opens a clause that says why, not where, something is said
    enders: frozenset[str]
    of: frozenset[str]  # what makes a noun belong to another before it
    past: tuple[str, ...]  # endings of verbs that tell what was done
    infinitive: tuple[str, ...]  # endings of the form in which lists recommend, where the language has one
    we: frozenset[str]  # the first person plural
    we_ask: tuple[str, ...]  # endings of operative words that say themselves that "we" ask
    it: frozenset[str]  # what a body is called in the sentence after
    that: frozenset[str]  # what introduces a reported clause
    reviewed: frozenset[str]  # formulas by which a review of a State sorts its recommendations
    kinds: Phrases[str]
    not_asking: Phrases[str]
    quoting: Phrases[str]

    @cached_property
    def barring(self) -> frozenset[str]:
        """Words that part a name from what stands before it."""
        return self.relatives | self.of | self.through | self.enders | self.could | self.will | self.finite

    @cached_property
    def bundle(self) -> Bundle:
        """The tables that every paragraph is read with, in the order in which `reading.read` takes them."""
        return Bundle(
            self.asks, self.deciding, self.cues, self.actors, self.saying, self.not_asking, self.quoting
        )


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """The words of a language; of English where there is no file for it."""
    code = language if language in LANGUAGES else "en"
    with (files("resources") / "operative" / f"{code}.toml").open("rb") as file:
        data = tomllib.load(file)
    cjk = code == "zh"
    words = data["words"]
    joined = _JOINED.get(code, "")
    return Lexicon(
        language=code,
        cjk=cjk,
        verb_first=code == "ar",
        drops_subject=code in ("es", "pt", "ar"),
        article=_ATTACHED.get(code, ("", {}))[0],
        attributes_first=code in ("en", "ru"),
        asks=Phrases(_with(joined, _asks(data["asks"])), cjk),
        openers=Phrases(_with(joined, _openers(data["openers"])), cjk),
        actions=Phrases(_with(joined, _inflected(_table(data["actions"]), code)), cjk),
        deciding=Phrases(_with(joined, _plain(words["deciding"], "decision")), cjk),
        cues=Phrases(_with(joined, _cues(data["cues"])), cjk),
        actors=Phrases(_attached(_actors(data["actors"]), code), cjk),
        offices=Phrases(_offices(data.get("offices", {})), cjk),
        concluding=Phrases(_plain(words.get("concluding", []), "concluding"), cjk),
        saying=Phrases(_with(joined, _saying(words)), cjk),
        imperatives=Phrases(_imperatives(words["imperatives"], code), cjk),
        announcing=Phrases(_plain(words["announcing"], "recommendations"), cjk),
        findings=Phrases(_plain(words["findings"], "findings"), cjk),
        reciting=Phrases(_plain(words["reciting"], "reciting"), cjk),
        agenda=Phrases(_plain(words["agenda"], "agenda"), cjk),
        agenda_items=Phrases(_plain(words["agenda_items"], "agenda item"), cjk),
        routine=Phrases(_plain(words["routine"], "routine"), cjk),
        itself=Phrases(_plain(words["itself"], "itself"), cjk),
        could=frozenset(words["could"]),
        status=Phrases(_plain(words["status"], "status"), cjk),
        tasks=Phrases(_plain(words["tasks"], "tasks"), cjk),
        doing=frozenset(words["doing"]),
        continuing=Phrases(_plain(words["continuing"], "continuing"), cjk),
        following=Phrases(_plain(words["following"], "following"), cjk),
        finite=frozenset(words["finite"]),
        will=frozenset(words["will"]),
        together=frozenset(words["together"]),
        meeting=tuple(words["meeting"]),
        ministerial=tuple(words["ministerial"]),
        sessions=frozenset(words["sessions"]),
        some=frozenset(words["some"]),
        noting=tuple(words["noting"]),
        papers=frozenset(words["papers"]),
        decided=frozenset(words["decided"]),
        pleading=frozenset(words["pleading"]),
        recalling=frozenset(words["recalling"]),
        hearing=frozenset(words["hearing"]),
        bodies=frozenset(words["bodies"]),
        numberless=tuple(words["numberless"]),
        union=frozenset(words["union"]),
        union_bodies=frozenset(words["union_bodies"]),
        before_names=tuple(words["before_names"]),
        labelled=re.compile(_LABEL.format("|".join(words["labels"]))),
        preamble=Phrases(_plain(words["preamble"], "preamble"), cjk),
        headings=Phrases(_table(data["headings"]), cjk),
        relatives=frozenset(words["relatives"]),
        subordinate=frozenset(words["subordinate"]),
        determiners=frozenset(words["determiners"]),
        articles=frozenset(words["articles"]),
        until=frozenset(words["until"]),
        through=frozenset(words["through"]),
        behind=tuple(words["behind"]),
        turning=frozenset(words["turning"]),
        addressing=frozenset(words["addressing"]),
        responsible=Phrases(_plain(words["responsible"], "responsible"), cjk),
        grounds=tuple(words["grounds"]),
        enders=frozenset(words["enders"]),
        of=frozenset(words["of"]),
        past=tuple(words["past"]),
        infinitive=tuple(words["infinitive"]),
        we=frozenset(words["we"]),
        we_ask=tuple(words["we_ask"]),
        it=frozenset(words["it"]),
        that=frozenset(words["that"]),
        reviewed=frozenset(words["reviewed"]),
        kinds=Phrases(_table(data["kinds"]), cjk),
        not_asking=Phrases(_plain(words["not_asking"], "not"), cjk),
        quoting=Phrases(_plain(words["quoting"], "quoting"), cjk),
    )


def languages_of(lexicons: Iterable[Lexicon]) -> list[Lexicon]:
    """The languages of a report: each that a fair share of its paragraphs is in, the commonest first."""
    counted = Counter(one.language for one in lexicons)
    least = counted.total() / _SHARE
    return [lexicon(language) for language, count in counted.most_common() if count >= least]


def _with(joined: str, entries: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    for phrase, value in entries:
        yield phrase, value
        if joined:
            yield joined + phrase, value


def _attached(entries: Iterable[tuple[str, T]], language: str) -> Iterator[tuple[str, T]]:
    """With the forms to which "to" or "by" is attached, in a language that writes them as part of a name."""
    article, prefixes = _ATTACHED.get(language, ("", {}))
    for phrase, value in entries:
        yield phrase, value
        for prefix, before_article in prefixes.items():
            rest = phrase.removeprefix(article)
            yield (prefix + phrase if rest == phrase else before_article + rest), value


def _plain(phrases: list[str], value: str) -> Iterator[tuple[str, str]]:
    return ((phrase, value) for phrase in phrases)


def _inflected(entries: Iterable[tuple[str, T]], language: str) -> Iterator[tuple[str, T]]:
    """With the other forms of the verbs that phrases begin with."""
    return ((form, value) for phrase, value in entries for form in forms_of(phrase, language))


def _imperatives(verbs: list[str], language: str) -> Iterator[tuple[str, str]]:
    """With the other forms, but in French, where they tell as often what is done ("Examine")."""
    entries = _plain(verbs, "imperative")
    return entries if language == "fr" else _inflected(entries, language)


def _saying(words: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Verbs of saying; "replying" for those with which somebody answers a recommendation."""
    yield from _plain(words["saying"], "saying")
    yield from _plain(words["replying"], "replying")


def _table(table: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    return ((phrase, name) for name, phrases in table.items() for phrase in phrases)


def _asks(table: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, Ask]]:
    for sort, forces in table.items():
        for force, phrases in forces.items():
            for phrase in phrases:
                yield phrase, Ask(int(force), sort)


def _openers(table: dict[str, list[str]]) -> Iterator[tuple[str, Ask]]:
    for force, phrases in table.items():
        for phrase in phrases:
            yield phrase, Ask(int(force), "performative")


def _cues(table: dict[str, list[Any]]) -> Iterator[tuple[str, Cue]]:
    for role, groups in table.items():
        for group in groups:
            for phrase in group["phrases"]:
                yield phrase, Cue(Role(role), float(group["weight"]), group.get("norm", False))


def _actors(table: dict[str, Any]) -> Iterator[tuple[str, Actor]]:
    for part, proper in (("asked", False), ("proper", True)):
        for names, phrases in table.get(part, {}).items():
            types = tuple(Addressee(name) for name in names.split("|"))
            for phrase in phrases:
                yield phrase, Actor("asked", types, proper)
    for phrase in table["own"]:
        yield phrase, Actor("own", (Addressee.OWN_BODY,))
    for phrase in table["principal"]:
        yield phrase, Actor("principal", (Addressee.PARENT_BODY,))
    for phrase in table["speaker"]:
        yield phrase, Actor("speaker")
    for phrase in table["state"]:
        yield phrase, Actor("state", (Addressee.SPECIFIC_STATE,))


def _offices(table: dict[str, list[str]]) -> Iterator[tuple[str, Actor]]:
    for name, phrases in table.items():
        for phrase in phrases:
            if name == "speaker":
                yield phrase, Actor("speaker")
            elif name == "officer":  # one who speaks, and who can be asked
                yield phrase, Actor("speaker", (Addressee.NATIONAL_AUTHORITY,))
            else:
                yield phrase, Actor("asked", (Addressee(name),))
