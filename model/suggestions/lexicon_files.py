"""Reads the words of a language from its file in `resources/operative/`, once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any, TypeVar

from model.suggestions import wordlists
from model.suggestions.forms import in_ise
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Phrases

T = TypeVar("T")
LANGUAGES = ("en", "fr", "es", "pt", "ru", "ar", "zh", "de", "it")

# A report in two languages has at least one paragraph in so many in either.
_SHARE = 10
# A label with its number, and what parts it from its text.
_LABEL = (
    r"(?:{}) ?(?:n[°º] ?|No\.? ?|№ ?)?[A-Z]?\d+(?:\.\d+)*[a-z]? ?"
    r"(?:[:.–—](?:\s|$)|[：、]|(?P<bracket>(?=[(（][^()（）\d]+[)）] ?[:.–—：-])))"
)
# "ACTION:", "Action 3 –", with what follows.
_TASK = r"(?:{})(?: \d+(?:\.\d+)*)? ?(?:[:：]|[.–—-](?=\s))\s*(?=\S)"


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """The words of a language; of English where there is no file for it."""
    code = language if language in LANGUAGES else "en"
    with (files("resources") / "operative" / f"{code}.toml").open("rb") as file:
        data = tomllib.load(file)
    grammar, words = data["grammar"], data["words"]
    made: dict[str, Any] = {
        name: Phrases(_spelt(listed, code), grammar["cjk"]) for name, listed in _phrases(data, code).items()
    }
    for field in fields(Lexicon):
        if field.name in words and field.name not in made:
            listed = [phrase for phrase, _ in _spelt(wordlists.plain(words[field.name]), code)]
            made[field.name] = _AS[field.type](listed, grammar["cjk"])
    labels = (form for label in words["labels"] for form in (label, label.upper()))
    labelled = re.compile(_LABEL.format("|".join(labels)))
    finding = "|".join(words["finding_labels"]) or "(?!)"
    findings = re.compile(rf"{_LABEL.format(finding)}|(?:{finding}) ?(?::\s|：)")
    tasks = re.compile(_TASK.format("|".join(words["action_labels"]) or "(?!)"), re.IGNORECASE)
    compounds = dict(wordlists.offices(data.get("compounds", {})))
    return Lexicon(
        language=code,
        labelled=labelled,
        labelled_findings=findings,
        labelled_tasks=tasks,
        compounds=compounds,
        whole_headings=dict(wordlists.table(data["whole_headings"])),
        **grammar,
        **made,
    )


def _spelt(entries: Iterable[tuple[str, T]], code: str) -> Iterator[tuple[str, T]]:
    """With the English spellings in -ise ("organisations", "it should be emphasised that")."""
    for phrase, value in entries:
        yield phrase, value
        if code == "en" and (other := in_ise(phrase)) != phrase:
            yield other, value


def _parted(
    having: list[str], adverbs: list[str], entries: Iterable[tuple[str, T]]
) -> Iterator[tuple[str, T]]:
    """With an adverb between the auxiliary of the perfect and its participle ("a également rappelé")."""
    alone = "/".join(word for word in adverbs if " " not in word)
    between = [alone, *(words for words in adverbs if " " in words)]
    for phrase, value in entries:
        yield phrase, value
        auxiliary, _, participle = phrase.partition(" ")
        if participle and auxiliary in having:
            for adverb in between:
                yield f"{auxiliary} {adverb} {participle}", value


# What a list of words is made into, by the type of its field.
_AS: dict[Any, Callable[[list[str], bool], Any]] = {
    "frozenset[str]": lambda listed, _: frozenset(listed),
    "tuple[str, ...]": lambda listed, _: tuple(listed),
    "Phrases[str]": lambda listed, cjk: Phrases(wordlists.plain(listed), cjk),
}


def _phrases(data: dict[str, Any], code: str) -> dict[str, Iterable[tuple[str, Any]]]:
    """The tables of a file whose phrases have a value, or further forms."""
    grammar, words = data["grammar"], data["words"]
    with_and = partial(wordlists.joined, grammar["joined"])
    parted = partial(_parted, words["having"], words["adverbs"])
    with_to = partial(wordlists.attached, grammar["article"], grammar["attached"])
    return {
        "asks": parted(with_and(wordlists.asks(data["asks"]))),
        "permitting": wordlists.permissions(data.get("permitting", {})),
        "openers": with_and(wordlists.openers(data["openers"])),
        "actions": with_and(with_to(wordlists.actions(data["actions"], words["nouns"], code))),
        "deciding": parted(with_and(wordlists.plain(words["deciding"]))),
        "cues": with_and(wordlists.cues(data["cues"])),
        "actors": with_and(with_to(wordlists.actors(data["actors"]))),
        "heads": wordlists.offices(data.get("heads", {})),
        "offices": wordlists.offices(data["offices"]),
        "routine": wordlists.plain([*words["routine"], *words["session_papers"]]),
        "them": with_and(wordlists.plain(words["them"])),
        "saying": parted(with_and(wordlists.saying(words))),
        "imperatives": wordlists.imperatives(words["imperatives"], data.get("imperatives_before", {}), code),
        "leaning": with_and(wordlists.table(data["leaning"])),
        "headings": wordlists.table(data["headings"]),
        "kinds": wordlists.table(data["kinds"]),
    }


def languages_of(lexicons: Iterable[Lexicon]) -> list[Lexicon]:
    """The languages of a report: each that a fair share of its paragraphs is in, the commonest first."""
    counted = Counter(one.language for one in lexicons)
    least = counted.total() / _SHARE
    return [lexicon(language) for language, count in counted.most_common() if count >= least]
