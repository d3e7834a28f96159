"""Passives: whether a verb says what somebody should do to its subject, who is then not asked."""

from __future__ import annotations

from model.suggestions.reading import Reading

# "Be" is one of this many words after a modal, or after a subject.
_NEAR = 3


def is_passive(reading: Reading, offset: int) -> bool:
    """Whether a modal that ends at an offset goes on with "be": what somebody should do to its subject."""
    follows = reading.low[offset : offset + 24].split()
    return not reading.lexicon.be.isdisjoint(follows[:2])


def says_what(reading: Reading, offset: int) -> bool:
    """Whether the words from an offset on say what something should be ("should be the form chosen by")."""
    return _behind_be(reading, offset) in reading.lexicon.articles


def acts_on_subject(reading: Reading, offset: int) -> bool:
    """Whether the words from an offset on are a passive that leaves open who is to act ("should be further
    strengthened"), not one whose subject is to do something ("should be required to report")."""
    lexicon = reading.lexicon
    if lexicon.cjk:
        return reading.low.startswith(tuple(lexicon.be), offset)
    participle = _at_end(reading, offset) if lexicon.inverts else _behind_be(reading, offset)
    return participle.endswith(lexicon.participles) and participle not in lexicon.prompted


def _behind_be(reading: Reading, offset: int) -> str:
    """The first word after "be", adverbs aside."""
    lexicon = reading.lexicon
    words = reading.words.words[reading.words.between(offset, reading.sentence_end(offset))]
    be = next((at for at, word in enumerate(words[:_NEAR]) if word in lexicon.be), None)
    if be is None or not lexicon.that.isdisjoint(words[:be]):
        return ""  # "recommends to the Board that lists be kept"
    behind = (word for word in words[be + 1 :] if not _is_adverb(reading, word))
    return next(behind, "")


def _is_adverb(reading: Reading, word: str) -> bool:
    lexicon = reading.lexicon
    return word in lexicon.adverbs or word.endswith(lexicon.adverb_endings)


def _at_end(reading: Reading, offset: int) -> str:
    """The word before the auxiliary with which a German clause ends ("sollte weiter gestärkt werden")."""
    lexicon = reading.lexicon
    if reading.low[offset : offset + 1] in _STOPS:
        return ""  # "empfiehlt dem Amt, dass die Liste geführt wird"
    spots = reading.words_between(offset, reading.sentence_end(offset))
    ends = (at for at, (_, high) in enumerate(spots) if reading.low[high : high + 1] in _STOPS)
    last = next(ends, 0)
    passive = last > 0 and reading.low_at(spots[last]) in lexicon.passive
    return reading.low_at(spots[last - 1]) if passive else ""


# What ends a clause; "" is the end of the text.
_STOPS = ("", ",", ".", ";", ":")
