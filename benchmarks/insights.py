"""What looks over the whole project: a thesaurus of 10,000 concepts in six languages, and 100,000 texts that
are compared, a quarter of which say again what another says with some other words.

Seconds are of processor time, because they are spent in the background. Of answers that somebody waits for
the slowest counts, each the quickest of five.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.timing import say

CONCEPTS, TEXTS = 10_000, 100_000
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
TYPED = ("t", "tr", "tra", "c", "fi co", "ber", "m", "zo ple", "nu ga")
_SYLLABLES = (
    "tra",
    "fi",
    "co",
    "men",
    "ta",
    "ri",
    "zo",
    "ple",
    "nu",
    "gar",
    "sol",
    "ve",
    "di",
    "mo",
    "ka",
    "ber",
)
_PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix t: <http://example.org/t/> .
"""


def main() -> None:
    chance = random.Random(7)
    say(_thesaurus(chance) | _repeats(chance))


def _thesaurus(chance: random.Random) -> dict[str, float]:
    from model.vocabularies import load

    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.ttl"
        path.write_text(_PREFIXES + "\n".join(_concepts(chance)), encoding="utf-8")
        begun = time.process_time()
        vocabulary = load(path)
        vocabulary.prepare(["en"])
        loaded = time.process_time() - begun
    waits = [_quickest(partial(vocabulary.complete, typed)) for typed in TYPED]
    text = " ".join(concept.label() for concept in vocabulary.concepts[:: CONCEPTS // 20])
    begun = time.process_time()
    for _ in range(200):
        vocabulary.matches(text)
    matched = (time.process_time() - begun) / 200
    return {
        "thesaurus_load_s": round(loaded, 2),
        "complete_ms": round(max(waits) * 1000, 2),
        "matches_us_per_word": round(matched / len(text.split()) * 1e6, 2),
    }


def _concepts(chance: random.Random) -> Iterator[str]:
    for number in range(CONCEPTS):
        labels = (
            f'skos:{sort}Label "{_words(chance, count)}"@{language}'
            for language in LANGUAGES
            for sort, count in (("pref", 3), ("alt", 2))
        )
        broader = f" ; skos:broader t:c{number // 20}" if number >= 20 else ""
        yield f"t:c{number} a skos:Concept ; {' ; '.join(labels)}{broader} ."


def _repeats(chance: random.Random) -> dict[str, float]:
    from model.similarity import SimilarTexts, features

    texts = [_words(chance, 25) for _ in range(TEXTS * 3 // 4)]
    texts += [_varied(chance, chance.choice(texts)) for _ in range(TEXTS // 4)]
    begun = time.process_time()
    similar = SimilarTexts(features(texts))
    ready = time.process_time() - begun
    asked = _quickest(partial(similar.nearest, texts[-1]))
    begun = time.process_time()
    groups = similar.groups()
    grouped = time.process_time() - begun
    if len(groups) < TEXTS // 10:
        raise AssertionError(f"only {len(groups)} groups of repeats were found")
    return {
        "similar_ready_s": round(ready, 2),
        "similar_ms": round(asked * 1000, 1),
        "repeats_s": round(grouped, 2),
    }


def _quickest(work: Callable[[], object]) -> float:
    """Seconds, the least of five."""
    waits = []
    for _ in range(5):
        begun = time.perf_counter()
        work()
        waits.append(time.perf_counter() - begun)
    return min(waits)


def _varied(chance: random.Random, text: str) -> str:
    """Some words of a text are others."""
    words = text.split()
    for _ in range(3):
        words[chance.randrange(len(words))] = _words(chance, 1)
    return " ".join(words)


def _words(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(count))


if __name__ == "__main__":
    main()
