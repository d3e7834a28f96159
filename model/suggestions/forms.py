"""Forms of verbs in which recommendations name what is to be done, made from the form that a table holds.

"Que el Estado adopte" and "que adoptara" ask for what "adoptar" asks for, and "by adopting", "be adopted" for
what "adopt" asks for: these forms are regular except for a few verbs, whose forms the tables hold. Sources:
the conjugations of regular verbs in the grammars of the academies of Spanish and French, in Duden's grammar
of German and the Treccani's of Italian; for English the spellings in -ise of -ize, and the doubling of a
consonant before -ed and -ing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# The end of an infinitive, what its stem changes to, and the endings of the third persons of the subjunctive.
# The first rule that fits counts.
_RULES: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "es": (
        ("car", "qu", ("e", "en")),
        ("gar", "gu", ("e", "en")),
        ("zar", "c", ("e", "en")),
        ("ar", "", ("e", "en")),
        ("guir", "g", ("a", "an")),
        ("ger", "j", ("a", "an")),
        ("gir", "j", ("a", "an")),
        ("cer", "zc", ("a", "an")),
        ("cir", "zc", ("a", "an")),
        ("er", "", ("a", "an")),
        ("ir", "", ("a", "an")),
    ),
    "pt": (
        ("car", "qu", ("e", "em")),
        ("gar", "gu", ("e", "em")),
        ("çar", "c", ("e", "em")),
        ("ar", "", ("e", "em")),
        ("ger", "j", ("a", "am")),
        ("gir", "j", ("a", "am")),
        ("cer", "ç", ("a", "am")),
        ("er", "", ("a", "am")),
        ("ir", "", ("a", "am")),
    ),
    "fr": (
        ("er", "", ("e", "ent")),
        ("ir", "", ("isse", "issent")),
        ("re", "", ("e", "ent")),
    ),
    "it": (
        ("care", "ch", ("i", "ino")),
        ("gare", "gh", ("i", "ino")),
        ("iare", "", ("i", "ino")),
        ("are", "", ("i", "ino")),
        ("ere", "", ("a", "ano")),
        ("ire", "", ("isca", "iscano", "a", "ano")),
    ),
    "de": (
        ("den", "d", ("et", "ete", "eten")),
        ("ten", "t", ("et", "ete", "eten")),
        ("en", "", ("t", "te", "ten")),
        ("n", "", ("t", "te", "ten")),
    ),
}
# In the past, which reports of meetings are told in: "pidió que presentara".
_PAST: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "es": (
        ("ar", ("ara", "aran", "ase", "asen")),
        ("er", ("iera", "ieran", "iese", "iesen")),
        ("ir", ("iera", "ieran", "iese", "iesen")),
    ),
    "pt": (("ar", ("asse", "assem")), ("er", ("esse", "essem")), ("ir", ("isse", "issem"))),
    "it": (("are", ("asse", "assero")), ("ere", ("esse", "essero")), ("ire", ("isse", "issero"))),
}
# After "en" they say by which act something is to be done, after "чтобы" what others are to do.
_PARTICIPLES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "fr": (
        ("ger", ("geant",)),
        ("cer", ("çant",)),
        ("er", ("ant",)),
        ("ir", ("issant",)),
        ("re", ("ant",)),
    ),
    "ru": (("ться", ("лся", "лась", "лось", "лись")), ("ть", ("л", "ла", "ло", "ли"))),
}
# One vowel and one consonant end a short English verb whose consonant is doubled: "stopped", "banning".
_DOUBLED = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]|.*(?:mit|[^f]fer|gin|trol|fil)")
_ADVERBS = ("lly", "ely")
# German puts "zu" between such a prefix and its verb: "auszubauen".
_SEPARABLE = re.compile(
    r"(ab|an|aufrecht|auf|aus|bei|bereit|dar|ein|fest|fort|her|hin|nach|nieder|sicher|um|vor|weiter|zurück|zusammen)"
    r"(?=[^\W\d_]{4})"
)
# "De" is a preposition before it is a form of "dar".
_SHORTEST = 3
# Spanish writes the pronoun of its passive after the infinitive: "debería reforzarse".
_INFINITIVES = ("ar", "er", "ir")
_IZE = re.compile(r"iz(?=e[ds]?\b|ing\b|ations?\b|ational\b)")


def acting_forms(phrase: str, language: str) -> Iterator[str]:
    """`forms_of`, and the participles and gerunds, in which no recommendation opens."""
    yield from forms_of(phrase, language)
    forms, space, rest = phrase.partition(" ")
    verb = forms.partition("/")[0]
    if language == "en" and not verb.endswith(_ADVERBS):
        for form in _participles(verb):
            yield from forms_of(f"{form}{space}{rest}", language)
    for end, endings in _PARTICIPLES.get(language, ()):
        if verb.endswith(end):
            yield from (f"{verb.removesuffix(end)}{ending}{space}{rest}" for ending in endings)
            break


def _participles(verb: str) -> tuple[str, str]:
    """An English verb's regular participles ("adopted", "adopting")."""
    if verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        return f"{verb}d", f"{stem}ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeo":
        return f"{verb[:-1]}ied", f"{verb}ing"
    stem = verb + verb[-1] if _DOUBLED.fullmatch(verb) else verb
    return f"{stem}ed", f"{stem}ing"


def forms_of(phrase: str, language: str) -> Iterator[str]:
    """A phrase that begins with a verb, and the others that say the same."""
    yield phrase
    if language == "en":
        if (other := in_ise(phrase)) != phrase:
            yield other
        return
    verb, space, rest = phrase.partition(" ")
    reflexive = "se" if language == "es" and verb.endswith("rse") else ""
    verb = verb.removesuffix(reflexive)
    if language == "de" and (prefix := _SEPARABLE.match(verb)) is not None:
        yield f"{prefix[0]}zu{verb[prefix.end() :]}{space}{rest}"
    if language == "es" and not reflexive and verb.endswith(_INFINITIVES):
        yield f"{verb}se{space}{rest}"
    for form in _conjugated(verb, language):
        if len(form) >= _SHORTEST:
            yield f"{form}{space}{rest}"


def _conjugated(verb: str, language: str) -> Iterator[str]:
    for end, stem, endings in _RULES.get(language, ()):
        if verb.endswith(end):
            yield from (f"{verb.removesuffix(end)}{stem}{ending}" for ending in endings)
            break
    for end, endings in _PAST.get(language, ()):
        if verb.endswith(end):
            yield from (f"{verb.removesuffix(end)}{ending}" for ending in endings)


def in_ise(phrase: str) -> str:
    """An English phrase in the spelling that writes -ise for -ize ("organisation")."""
    return _IZE.sub("is", phrase)
