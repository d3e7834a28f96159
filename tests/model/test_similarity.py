"""Texts that say nearly the same: who is found, and which words differ."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import Cancelled
from model.similarity import SimilarTexts, clusters, differences, features, near_duplicates

RATIFY = "Ratify the Optional Protocol to the Convention against Torture as soon as possible"
AGAIN = "Ratify the Optional Protocol to the Convention against Torture without delay"
OTHER = "Establish a national mechanism for the protection of witnesses in trials of smugglers"


def said(text):
    words = text.split()
    return {*words, *pairwise(words)}


def alike(one, other):
    return len(said(one) & said(other)) / (len(said(one) | said(other)) or 1)


def test_a_repeated_recommendation_is_found_and_another_is_not():
    (pair,) = near_duplicates([RATIFY, OTHER, AGAIN])
    assert (pair.one, pair.other) == (0, 2)
    assert 0.5 <= pair.score < 1


def test_case_accents_and_punctuation_make_no_difference():
    (pair,) = near_duplicates(["Améliorer l'accès à l'éducation", "AMELIORER L’ACCES A L’EDUCATION."])
    assert pair.score == 1


def test_equal_texts_are_all_connected_with_few_pairs():
    pairs = near_duplicates([RATIFY] * 40 + [AGAIN] * 30)
    assert len(pairs) == 39 + 29 + 1
    assert clusters(pairs) == [list(range(70))]


def test_no_texts_and_empty_texts_are_alike_to_none():
    assert near_duplicates([]) == []
    assert near_duplicates(["", "…", ""]) == []


def test_it_stops_when_asked():
    with pytest.raises(Cancelled):
        SimilarTexts(features([RATIFY, AGAIN])).groups(stopped=lambda: True)


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=9).map(" ".join), max_size=12))
def test_what_is_found_is_what_comparing_each_with_each_finds(texts):
    found = {frozenset(place) for place in clusters(near_duplicates(texts, 0.6))}
    assert found == {frozenset(place) for place in SimilarTexts(features(texts)).groups(0.6)}
    linked = [
        (one, other, 1.0)
        for one, other in combinations(range(len(texts)), 2)
        if said(texts[one]) and alike(texts[one], texts[other]) >= 0.6
    ]
    assert found == {frozenset(place) for place in clusters(linked)}


def test_thousands_of_nearly_the_same_are_connected_without_all_their_pairs():
    texts = [
        f"The Committee recommends that the harbour of district {n} be lit at night" for n in range(3000)
    ]
    assert SimilarTexts(features(texts)).groups(0.5) == [list(range(3000))]


def test_the_likest_come_first_and_the_unlike_not_at_all():
    found = SimilarTexts(features([OTHER, AGAIN, RATIFY])).nearest(RATIFY, least=0.3)
    assert [place for place, _ in found] == [2, 1]
    assert found[0][1] == 1


def test_rows_made_in_several_calls_may_be_joined():
    from scipy.sparse import vstack

    rows = vstack([features([OTHER]), features([]), features([AGAIN, RATIFY])])
    assert SimilarTexts(rows).nearest(RATIFY, limit=1) == [(2, 1.0)]


def test_words_that_differ_are_named_on_both_sides():
    one, other = differences(RATIFY, AGAIN)
    assert [RATIFY[start:end] for start, end in one] == ["as soon as possible"]
    assert [AGAIN[start:end] for start, end in other] == ["without delay"]
    assert differences(RATIFY, f"({RATIFY.upper()})") == ([], [])


def test_chinese_is_compared_by_characters():
    one, other = differences("废除死刑", "废除酷刑")
    assert (one, other) == ([(2, 3)], [(2, 3)])
