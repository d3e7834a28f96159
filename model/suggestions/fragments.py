"""What a text is by its form: a sentence of its own, a name, an entry without a verb, what goes on."""

from __future__ import annotations

from model.suggestions.imperatives import bare_imperative
from model.suggestions.reading import Reading

# Words of this many letters have a capital in names; an organization's name has fewer words than the other.
_SPELLED, _A_NAME = 4, 14


def verbless(reading: Reading, leading: bool = False) -> bool:
    """Whether a short text has no verb of its own: an entry of a list, not a sentence.

    `leading`: what leads into a list counts as well.
    """
    lexicon = reading.lexicon
    if len(reading.words.words) > 34 or (not leading and reading.text.rstrip().endswith((":", ";", "?"))):
        return False
    if reading.saying or reading.asks or reading.deciding or not lexicon.finite:
        return names_only(reading)
    return lexicon.finite.isdisjoint(reading.words.words)


def opens_with_verb(reading: Reading) -> bool:
    """Whether a text begins with what somebody asked, decided or said: its subject stands above it."""
    first = reading.words.edges[0]
    if not reading.lexicon.having.isdisjoint(reading.words.words[:1]) and len(reading.words.words) > 1:
        auxiliary, first = first, reading.words.edges[2]  # "A exhorté", or in one "A pris note"
        if any(hits and hits[0].start == auxiliary for hits in (reading.deciding, reading.saying)):
            return True
    return any(hits[0].start == first for hits in (reading.asks, reading.deciding, reading.saying) if hits)


def own_sentence(reading: Reading) -> bool:
    """Whether an item is a sentence of its own: a finite verb among its first words, no imperative first."""
    lexicon = reading.lexicon
    if not reading.text.lstrip()[:1].isupper() or not reading.text.rstrip().endswith((".", ":")):
        return False
    if not lexicon.finite or bare_imperative(reading) is not None:
        return False
    end = reading.first_end
    if any(actor.start < 8 and actor.value.is_body for actor in reading.actors[:1]):
        return True  # it opens with a body, which does something
    for low, high in reading.words.spots(slice(0, 25)):
        word = reading.low[low:high]
        if low >= end or (word in lexicon.relatives and low > 0):
            return False
        if word in lexicon.finite:
            return True
    return False


def names_only(reading: Reading) -> bool:
    """Whether a text is a name or several (a participant, an organization, a document): no sentence."""
    text = reading.text.strip()
    if not text or len(text) > 240 or text[-1] in ":?!":
        return False
    if reading.saying or reading.asks or reading.deciding:
        return False
    words = (reading.text[low:high] for low, high in reading.words.spots())
    spelled = [word for word in words if len(word) >= _SPELLED]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in spelled)
    return capitals >= 0.65 * len(spelled)


def is_name(reading: Reading) -> bool:
    """Whether a text is one name, whose first word could be a verb: capitals, and no article between."""
    lexicon = reading.lexicon
    words = [reading.text[low:high] for low, high in reading.words.spots(slice(0, _A_NAME))]
    if not 2 < len(words) < _A_NAME or words[1].isupper() or not names_only(reading):
        return False
    return all(word[0].isupper() or (len(word) < _SPELLED and word not in lexicon.articles) for word in words)
