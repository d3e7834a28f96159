"""What a text says, as numbers: its words, pairs of words, pieces of words and how it opens.

Each of the four groups is weighed by TF-IDF (sublinear counts) and brought to length 1 by itself, so that the
many pieces do not drown the few opening words. Pieces of words (pairs of letters, and four letters) carry
inflected forms, and languages that write no spaces; the opening carries the verb of a recommendation. What
rules make of the text comes in as hints, a fifth group; their whole answer, such as "!recommendation", is a
sixth that counts double.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

from model.learning.arrays import Array

_WORD = re.compile(r"\w+")
# Longer "words" are broken text layers; what follows this many characters says nothing new.
_LONGEST_WORD = 40
_REACH = 6_000
# How many opening words, and how long runs of them.
_OPENING = 4
_RUN = 3
_PIECES = (2, 4)
# This many texts are enough to leave out what occurs in one of them only.
_MANY = 200
_MOST_FEATURES = 1 << 18
# A group's mark is a token's first character; those without one are words.
_HINT = "="
_ANSWER = "!"
_MARKS = " ^~" + _HINT + _ANSWER
_DOUBLE = 2.0
_WORDS_REMEMBERED = 100_000

Hints = Sequence[Sequence[str]]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, in order."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(text[:_REACH].lower())]


def _tokens(words: Sequence[str], hints: Sequence[str]) -> Iterator[str]:
    """All but the pieces: words, " pairs of words", "^openings" and "=hints"."""
    yield from words
    for pair in pairwise(words):
        yield " " + " ".join(pair)
    opening = words[:_OPENING]
    for length in range(1, _RUN + 1):
        for start in range(len(opening) - length + 1):
            yield "^" + " ".join(opening[start : start + length])
    for hint in hints:
        yield hint if hint[0] == _ANSWER else _HINT + hint


def _pieces(word: str) -> Iterator[str]:
    padded = f" {word} "
    for length in _PIECES:
        for start in range(max(1, len(padded) - length + 1)):
            yield "~" + padded[start : start + length]


class Features:
    """The tokens that count, in the order of their columns, and each one's inverse document frequency."""

    def __init__(self, tokens: Sequence[str], weights: Array) -> None:
        import numpy as np

        self.tokens = tokens
        self.weights = weights
        self._columns = {token: column for column, token in enumerate(tokens)}
        self._of_word: dict[str, list[int]] = {}
        groups = [_MARKS.find(token[0]) + 1 for token in tokens]
        self._groups = np.array(groups, dtype=np.intp)
        self._lengths: Array = np.ones(len(_MARKS) + 1, dtype=np.float32)
        self._lengths[1 + _MARKS.index(_ANSWER)] = _DOUBLE
        self._belongs = np.eye(len(_MARKS) + 1, dtype=np.float32)[self._groups]

    @classmethod
    def fit(cls, texts: Sequence[str], hints: Hints) -> Features:
        """The tokens of the texts, at most some 260,000: those in most texts."""
        import numpy as np

        counts: Counter[str] = Counter()
        pieces = _Remembered()
        for text, hint in zip(texts, hints, strict=True):
            words = words_of(text)
            counts.update(set(_tokens(words, hint)).union(*map(pieces.of, set(words))))
        least = 2 if len(texts) >= _MANY else 1
        # in an order of their own, so that the same texts always make the same model
        ranked = sorted(counts, key=lambda token: (-counts[token], token))
        kept = [token for token in ranked[:_MOST_FEATURES] if counts[token] >= least]
        found = np.array([counts[token] for token in kept], dtype=np.float32)
        return cls(kept, (np.log((1 + len(texts)) / (1 + found)) + 1).astype(np.float32))

    def transform(self, texts: Sequence[str], hints: Hints) -> Any:
        """A sparse matrix (SciPy CSR, float32) of shape (texts, tokens)."""
        import numpy as np
        from scipy import sparse

        rows = [self._row(text, hint) for text, hint in zip(texts, hints, strict=True)]
        starts = np.cumsum([0, *map(len, rows)])
        columns = np.fromiter(chain.from_iterable(rows), dtype=np.int32, count=starts[-1])
        shape = (len(rows), len(self.tokens))
        matrix = sparse.csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=shape)
        matrix.sum_duplicates()
        matrix.data = (np.log(matrix.data) + 1) * self.weights[matrix.indices]
        return self._to_length(matrix)

    def weighed(
        self, texts: Sequence[str], hints: Hints, coefficients: Array, values: Sequence[int]
    ) -> Iterator[dict[str, float]]:
        """How much each word of a text, and each "=hint", adds to the score of a value: a column of the
        coefficients for each text. What a pair or an opening adds is shared by its words, what a piece adds
        by the words that have it."""
        matrix = self.transform(texts, hints)
        for row, (text, hint, value) in enumerate(zip(texts, hints, values, strict=True)):
            here = slice(matrix.indptr[row], matrix.indptr[row + 1])
            columns = matrix.indices[here]
            adds = (matrix.data[here] * coefficients[columns, value]).tolist()
            yield self._shared(words_of(text), hint, dict(zip(columns.tolist(), adds, strict=True)))

    def _shared(self, words: Sequence[str], hints: Sequence[str], adds: dict[int, float]) -> dict[str, float]:
        found: dict[str, float] = {}
        for token in set(_tokens(words, hints)):
            column = self._columns.get(token)
            if column is not None:
                of = [token] if token[0] in (_HINT, _ANSWER) else token.strip(_MARKS).split()
                for one in of:
                    found[one] = found.get(one, 0.0) + adds[column] / len(of)
        pieces = {word: set(self._pieces_of(word)) for word in words}
        having = Counter(chain.from_iterable(pieces.values()))
        for word, of_word in pieces.items():
            found[word] = found.get(word, 0.0) + sum(adds[column] / having[column] for column in of_word)
        return found

    def _row(self, text: str, hints: Sequence[str]) -> list[int]:
        columns = self._columns
        words = words_of(text)
        row = [columns[token] for token in _tokens(words, hints) if token in columns]
        for word in words:
            row += self._pieces_of(word)
        return row

    def _pieces_of(self, word: str) -> list[int]:
        found = self._of_word.get(word)
        if found is None:
            found = [self._columns[piece] for piece in _pieces(word) if piece in self._columns]
            if len(self._of_word) < _WORDS_REMEMBERED:
                self._of_word[word] = found
        return found

    def _to_length(self, matrix: Any) -> Any:
        """Each group of a row brought to length 1."""
        import numpy as np

        lengths = np.sqrt(matrix.power(2) @ self._belongs)
        rows: Array = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
        matrix.data *= self._lengths[self._groups[matrix.indices]]
        matrix.data /= lengths[rows, self._groups[matrix.indices]]
        return matrix


class _Remembered:
    """The pieces of words, each word cut once."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[str]] = {}

    def of(self, word: str) -> Iterable[str]:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = frozenset(_pieces(word))
        return found
