"""A reporting body that only its initials name: "the GDG noted", "le CPT recommande", again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from model.labels import Addressee
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, is_past
from model.suggestions.wordlists import Actor

# It says so much, or asks so often what others do, and at least every so many-th of all that anybody says.
_OFTEN, _ASKS, _SHARE = 8, 3, 2
# A session's number may stand after them: "CCFO27 agreed".
_INITIALS, _CAPITALS = re.compile(r"([A-Z]{3,8})\d{0,3}"), re.compile("[A-Z]{3}")
# Smaller words have no initial: "l'homme", "de".
_WORD = re.compile(r"[^\W\d_]{2,}")
_OWN = Actor("own", (Addressee.OWN_BODY,))
_Verb = tuple[Reading, int]


def call_by_initials(readings: Collection[Reading], lexicon: Lexicon, title: str, audits: bool) -> None:
    """Puts the reporting body where its initials stand, if it is they that say or ask most of what is said
    or asked. Where the `title` (lower case) has them, that they ask once is enough; where they are those of
    its words ("Committee on Fats and Oils: CFO"), that they say it once is.

    `audits`: the report is on an organization, which its title names too, and which says what it did.
    """
    saying = () if audits else readings
    said = [(reading, hit.start) for reading in saying for hit in (*reading.saying, *reading.deciding)]
    spelled = _spelled(title, lexicon)
    name = _most(said, _OFTEN, spelled)
    if not name:
        asked = [
            (reading, hit.start)
            for reading in readings
            for hit in reading.asks
            if hit.value.sort == "performative" and not is_past(reading, hit.start)
        ]
        name = _most(asked, _ASKS, spelled, re.findall(r"\w+", title))
    if not name:
        return
    for reading in readings:
        hits = [Hit(*match.span(), _OWN) for match in re.finditer(rf"\b{name}\d{{0,3}}\b", reading.text)]
        hits = [hit for hit in hits if not any(one.start <= hit.start < one.end for one in reading.actors)]
        if hits:
            reading.put_actors(hits, reading.actors)


def _spelled(title: str, lexicon: Lexicon) -> str:
    """The first letters of a title's words."""
    return "".join(word[0] for word in _WORD.findall(title) if word not in lexicon.within_names)


def _most(verbs: Sequence[_Verb], often: int, spelled: str, words: Collection[str] = ()) -> str:
    """The initials that are the subject of most verbs; empty if there are too few, or others.

    Those within `spelled`, the first letters of the title, or among `words` need not stand so often.
    """
    # initials may stand before few of them only, and no other word is counted
    likely = [one for one in verbs if _CAPITALS.search(one[0].text, 0, one[1])]
    found = (_INITIALS.fullmatch(_subject(reading, verb)) for reading, verb in likely)
    counted = Counter(match[1] for match in found if match is not None)
    name, times = next(iter(counted.most_common(1)), ("", 0))
    if times < often and not (name and (name.lower() in spelled or name.lower() in words)):
        return ""
    of_all = sum(bool(_subject(reading, verb)) or _is_known(reading, verb) for reading, verb in verbs)
    return name if _SHARE * times >= of_all else ""


def _subject(reading: Reading, verb: int) -> str:
    """The one word of a clause before its verb, articles aside; empty if there are others."""
    lexicon = reading.lexicon
    spots = reading.words_between(reading.clause(verb), verb)
    words = [
        reading.text[low:high] for low, high in spots if reading.low[low:high] not in lexicon.determiners
    ]
    return words[0] if len(words) == 1 else ""


def _is_known(reading: Reading, verb: int) -> bool:
    """Whether a known name stands right before a verb."""
    names = reading.actors_between(reading.sentence(verb), verb)
    return any(one.end == verb - 1 for one in names)
