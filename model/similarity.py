"""Which texts say nearly the same, and where their words differ.

Two texts are as alike as the share of their words and pairs of neighbouring words that they have in common
(Jaccard's coefficient). To compare 100,000 texts with each other, only those are looked at that share some of
their rarest words, because all others are too unlike (prefix filtering: Bayardo, Ma and Srikant, 2007).

Needs the extra `learning` (scikit-learn, which brings NumPy and SciPy); imported when it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from model.errors import Cancelled, UserFacingError
from model.folding import folded
from model.labels import Span
from model.words import WORD

# From so alike on, two recommendations count as a repeat.
ALIKE = 0.5
_WORD = re.compile(WORD)
# Room for the numbers of words and pairs: two of 100,000 rarely get the same.
_FEATURES = 2**24
# So much is looked at in one step: numbers in memory, and pairs.
_ENTRIES_AT_ONCE, _PAIRS_AT_ONCE = 1_000_000, 20_000
# Of more pairs than this nobody reads all.
_MOST_PAIRS = 500_000
# So many rare features two texts must share to be looked at: with more, fewer are looked at in vain.
_SHARED = 4
# A matrix with a row for each text and a one for each word or pair that it holds.
Matrix = Any


class MissingPackages(UserFacingError):
    """The extra is not installed."""


class Pair(NamedTuple):
    """Two texts by their places in the list, the lower first; `score` is 1 for the same words."""

    one: int
    other: int
    score: float


def near_duplicates(texts: Sequence[str], least: float = ALIKE) -> list[Pair]:
    """All pairs at least so alike, in order. Texts of the same words are paired with the first of them, and
    only the first with others, and of very many pairs only those are given that connect more texts: the pairs
    still connect all that belong together.

    Raises MissingPackages.
    """
    return sorted(SimilarTexts(features(texts)).pairs(least, most=_MOST_PAIRS))


def features(texts: Sequence[str]) -> Matrix:
    """What texts are compared by. Rows of several calls may be stacked (`scipy.sparse.vstack`)."""
    if not texts:
        return _sparse().csr_array((0, _FEATURES), dtype="int32")
    return _vectorizer().transform(texts)


class SimilarTexts:
    """Texts made ready to be compared: `rows` are their features."""

    def __init__(self, rows: Matrix) -> None:
        self._rows = _sparse().csr_array(rows)
        self._sizes = _numpy().diff(self._rows.indptr)

    def nearest(self, text: str, limit: int = 50, least: float = 0.3) -> list[tuple[int, float]]:
        """(place, score) of the texts that are at least so like a text, the likest first."""
        numpy = _numpy()
        asked = _sparse().csr_array(features([text]))
        shared = (self._rows @ asked.T).toarray().ravel()
        together = self._sizes + asked.nnz - shared
        scores = shared / numpy.maximum(together, 1)
        best = numpy.argsort(-scores, kind="stable")[:limit]
        return [(int(place), float(scores[place])) for place in best if scores[place] >= least]

    def groups(self, least: float = ALIKE, stopped: Callable[[], bool] | None = None) -> list[list[int]]:
        """As `clusters` of the pairs, without comparing texts that are connected already. Raises Cancelled as
        soon as `stopped` says so."""
        return clusters(self.pairs(least, 0, stopped))

    def pairs(self, least: float, most: int, stopped: Callable[[], bool] | None = None) -> list[Pair]:
        """All pairs up to so many, from there on those that connect what was not connected. Raises Cancelled
        as soon as `stopped` says so."""
        firsts, found = self._firsts()
        rows, sizes = self._rows[firsts], self._sizes[firsts]
        group = _numpy().arange(len(firsts))
        for one, other in _candidates(rows, sizes, least):
            if stopped is not None and stopped():
                raise Cancelled
            if len(found) >= most:
                apart = group[one] != group[other]
                one, other = one[apart], other[apart]
            one, other, scores = _alike(rows, sizes, one, other, least)
            group = _joined(group, one, other)
            found += [
                Pair(min(firsts[a], firsts[b]), max(firsts[a], firsts[b]), score)
                for a, b, score in zip(one.tolist(), other.tolist(), scores.tolist(), strict=True)
            ]
        return found

    def _firsts(self) -> tuple[list[int], list[Pair]]:
        """The first of each that have the same words, and the others paired with it; no empty texts."""
        seen: dict[bytes, int] = {}
        same: list[Pair] = []
        starts, indices = self._rows.indptr, self._rows.indices
        for place, (start, end) in enumerate(pairwise(starts)):
            if start < end:
                first = seen.setdefault(indices[start:end].tobytes(), place)
                if first != place:
                    same.append(Pair(first, place, 1.0))
        return sorted(seen.values()), same


def clusters(pairs: Iterable[Pair]) -> list[list[int]]:
    """The places of texts that are connected by pairs, each group in order, the largest first."""
    group: dict[int, list[int]] = {}
    for pair in pairs:
        one, other = (group.setdefault(place, [place]) for place in pair[:2])
        if one is not other:
            small, large = sorted((one, other), key=len)
            large += small
            group.update(dict.fromkeys(small, large))
    whole = {id(places): places for places in group.values()}
    return sorted(map(sorted, whole.values()), key=lambda places: (-len(places), places[0]))


def differences(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """The words of each text that the other does not have in their place, as spans of it."""
    (of_one, plain_one), (of_other, plain_other) = _plain_words(one), _plain_words(other)
    only_one, only_other = [], []
    for kind, a, b, c, d in SequenceMatcher(None, plain_one, plain_other, autojunk=False).get_opcodes():
        if kind != "equal" and a < b:
            only_one.append(Span(of_one[a].start, of_one[b - 1].end))
        if kind != "equal" and c < d:
            only_other.append(Span(of_other[c].start, of_other[d - 1].end))
    return only_one, only_other


def _plain_words(text: str) -> tuple[list[Span], list[str]]:
    spans = [Span(*match.span()) for match in _WORD.finditer(text)]
    return spans, [folded(text[span.start : span.end]) for span in spans]


def _words_and_pairs(text: str) -> list[str]:
    words = _WORD.findall(folded(text))
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


def _rarest(rows: Matrix, sizes: Any, least: float) -> Matrix:
    """Of each text its rarest features: so many that texts at least so alike share `_SHARED` of them."""
    numpy = _numpy()
    _, columns, counts = numpy.unique(rows.indices, return_inverse=True, return_counts=True)
    order = numpy.lexsort((columns, counts[columns], numpy.repeat(numpy.arange(len(sizes)), sizes)))
    place = numpy.arange(len(columns)) - numpy.repeat(rows.indptr[:-1], sizes)
    wanted = numpy.minimum(sizes - _least_shared(sizes, least) + _SHARED, sizes)
    kept = order[place < numpy.repeat(wanted, sizes)]
    starts = numpy.concatenate(([0], numpy.cumsum(wanted)))
    ones = numpy.ones(len(kept), dtype="int32")
    return _sparse().csr_array((ones, columns[kept], starts), shape=(len(sizes), max(len(counts), 1)))


def _least_shared(sizes: Any, least: float) -> Any:
    """How many features a text of so many shares at least with one that is so alike."""
    return _numpy().ceil(least * sizes - 1e-9).astype(int)


def _candidates(rows: Matrix, sizes: Any, least: float) -> Iterator[tuple[Any, Any]]:
    """Pairs of texts that share enough rare features to be looked at, each once, some thousands at a time."""
    numpy = _numpy()
    rare = _rarest(rows, sizes, least)
    turned = rare.T.tocsr()
    for start, end in _blocks(rare @ numpy.diff(turned.indptr)):
        near = (rare[start:end] @ turned).tocoo()
        one, other = near.row + start, near.col
        small, large = numpy.minimum(sizes[one], sizes[other]), numpy.maximum(sizes[one], sizes[other])
        enough = near.data >= numpy.minimum(_SHARED, _least_shared(large, least))
        kept = (one < other) & enough & (small >= least * large)
        one, other = one[kept], other[kept]
        for at in range(0, len(one), _PAIRS_AT_ONCE):
            yield one[at : at + _PAIRS_AT_ONCE], other[at : at + _PAIRS_AT_ONCE]


def _blocks(costs: Any) -> Iterator[tuple[int, int]]:
    """Runs of texts whose comparison takes about as much memory each."""
    start = taken = 0
    for end, cost in enumerate(costs.tolist(), 1):
        taken += cost
        if taken >= _ENTRIES_AT_ONCE or end == len(costs):
            yield start, end
            start, taken = end, 0


def _alike(rows: Matrix, sizes: Any, one: Any, other: Any, least: float) -> tuple[Any, Any, Any]:
    """Of some pairs those that are alike, and how much."""
    shared = rows[one].multiply(rows[other]).sum(axis=1)
    scores = shared / (sizes[one] + sizes[other] - shared)
    kept = scores >= least
    return one[kept], other[kept], scores[kept]


def _joined(group: Any, one: Any, other: Any) -> Any:
    """Each text's group after these pairs have connected theirs."""
    from scipy.sparse.csgraph import connected_components

    numpy = _numpy()
    links = (numpy.ones(len(one)), (group[one], group[other]))
    _, joined = connected_components(_sparse().coo_array(links, shape=(len(group),) * 2), directed=False)
    return joined[group]


@cache
def _vectorizer() -> Any:
    try:
        from sklearn.feature_extraction.text import HashingVectorizer
    except ImportError as error:
        raise MissingPackages(
            "Comparing texts needs more packages: pip install 'paraph[learning]'"
        ) from error
    return HashingVectorizer(
        analyzer=_words_and_pairs,
        n_features=_FEATURES,
        alternate_sign=False,
        norm=None,
        binary=True,
        dtype="int32",
    )


def _numpy() -> Any:
    import numpy

    return numpy


def _sparse() -> Any:
    _vectorizer()
    from scipy import sparse

    return sparse
