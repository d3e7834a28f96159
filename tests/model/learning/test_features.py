"""What a text says, as numbers; and which examples are held out together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.learning.features import Features, words_of
from model.learning.folds import folds

TEXTS = ["Ratify the treaty on wells", "Consider the wells", "Ratify the treaty on ships"]
HINTS: list[tuple[str, ...]] = [("action 5", "!ratify"), (), ("action 5",)]
_LINES = st.lists(st.text(st.sampled_from("abÄж井 ,"), max_size=12), min_size=1, max_size=4)


def _groups(features: Features, row: np.ndarray) -> dict[str, float]:
    """The length of each group of a row's features, by its mark."""
    squares: dict[str, float] = {}
    for token, value in zip(features.tokens, row, strict=True):
        mark = token[0] if token[0] in " ^~=!" else "word"
        squares[mark] = squares.get(mark, 0.0) + float(value) ** 2
    return {mark: round(total**0.5, 4) for mark, total in squares.items() if total}


def test_each_group_of_features_has_length_1_and_the_rules_whole_answer_counts_double():
    features = Features.fit(TEXTS, HINTS)
    rows = features.transform(TEXTS, HINTS).toarray()
    assert _groups(features, rows[0]) == {"word": 1, " ": 1, "^": 1, "~": 1, "=": 1, "!": 2}
    assert _groups(features, rows[1]) == {"word": 1, " ": 1, "^": 1, "~": 1}


def test_words_pairs_openings_pieces_and_hints_are_features():
    features = Features.fit(["Ratify all old treaties on wells"], [("action 5", "!ratify")])
    tokens = set(features.tokens)
    assert {
        "wells",
        " on wells",
        "^ratify",
        "^all old",
        "^all old treaties",
        "=action 5",
        "!ratify",
    } <= tokens
    assert "^on" not in tokens  # it is the fifth word
    assert "^ratify all old treaties" not in tokens
    assert {"~ w", "~ls", "~s ", "~well", "~ wel"} <= tokens


def test_rare_words_weigh_more_and_a_word_again_less_than_double():
    features = Features.fit(TEXTS, HINTS)
    weight = dict(zip(features.tokens, features.weights.tolist(), strict=True))
    assert weight["the"] == pytest.approx(1.0)
    assert weight["consider"] == pytest.approx(np.log(4 / 2) + 1)
    row = features.transform(["wells wells ships"], [()]).toarray()[0]
    value = dict(zip(features.tokens, row.tolist(), strict=True))
    assert value["wells"] / value["ships"] == pytest.approx(
        (np.log(2) + 1) * weight["wells"] / weight["ships"]
    )


def test_what_many_texts_do_not_share_is_left_out():
    texts = [f"Consider well{number}" for number in range(200)]
    tokens = Features.fit(texts, [()] * 200).tokens
    assert "consider" in tokens
    assert "well7" not in tokens
    assert "well7" in Features.fit(texts[:199], [()] * 199).tokens


def test_broken_words_are_cut_and_texts_read_as_far_as_they_say_something_new():
    assert words_of("a" * 60) == ["a" * 40]
    assert len(words_of("ab " * 5000)) == 2000


def test_the_same_texts_in_any_order_have_the_same_features():
    one, two = Features.fit(TEXTS, HINTS), Features.fit(TEXTS[::-1], HINTS[::-1])
    assert list(one.tokens) == list(two.tokens)
    assert one.weights.tolist() == two.weights.tolist()


@settings(max_examples=30)
@given(_LINES, st.integers(0, 2))
def test_what_the_words_of_a_text_add_is_its_score(texts: list[str], value: int):
    known, hints = [*TEXTS, *texts], [*HINTS, *[("action 1",)] * len(texts)]
    features = Features.fit(known, hints)
    coefficients = np.random.default_rng(1).normal(size=(len(features.tokens), 3)).astype(np.float32)
    scores = (features.transform(known, hints) @ coefficients)[:, value]
    shares = features.weighed(known, hints, coefficients, [value] * len(known))
    assert [sum(share.values()) for share in shares] == pytest.approx(scores.tolist(), abs=1e-4)


def test_values_are_spread_evenly_over_the_folds_in_stretches_of_their_order():
    assert folds(["a"] * 6 + ["b"] * 3, range(9)).tolist() == [0, 0, 1, 1, 2, 2, 0, 1, 2]


def test_texts_of_one_report_are_held_out_together():
    found = folds(["a"] * 6, ["x", "y", "z", "z", "x", "w"]).tolist()
    assert found == [0, 0, 1, 1, 0, 2]
