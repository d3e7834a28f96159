"""Words are found as a reader means them: whatever their case, accents, hyphens and line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.folding import needle_of
from model.page_search import FoldedPage, PageWord


def page(*lines, number=1):
    """Ten points a character, lines of twelve points."""
    words = []
    for row, line in enumerate(lines):
        x = 0
        parts = line.split()
        for index, word in enumerate(parts):
            words.append(PageWord(x, row * 20, x + 10 * len(word), row * 20 + 12, word,
                                  index == len(parts) - 1))  # fmt: skip
            x += 10 * (len(word) + 1)
    return FoldedPage(number, words)


def regions(found):
    return [[tuple(region) for region in hit.regions] for hit in found]


def find(where, words):
    return list(where.find(needle_of(words)))


def test_case_accents_ligatures_and_quotation_marks_do_not_matter():
    where = page("Le Comité a éﬃcacement", "demandé « l’eﬀort »")
    assert len(find(where, "comite")) == 1
    assert len(find(where, "EFFICACEMENT")) == 1
    assert len(find(where, "l'effort")) == 1


def test_words_are_found_across_the_end_of_a_line_with_a_rectangle_on_each():
    (hit,) = find(page("States parties", "should report"), "parties should")
    assert regions([hit]) == [[(1, 70, 0, 140, 12), (1, 0, 20, 60, 32)]]
    assert hit.y == 0


def test_a_word_broken_at_a_line_end_is_found_whole_and_a_compound_as_it_is_printed():
    where = page("the recom-", "mendation on a long-", "term plan")
    assert len(find(where, "recommendation")) == 1
    assert len(find(where, "long-term")) == 1
    assert len(find(where, "longterm")) == 1


def test_a_part_of_a_word_is_marked_by_its_share_of_the_word():
    (hit,) = find(page("goodhope"), "odho")
    assert regions([hit]) == [[(1, 20, 0, 60, 12)]]
    (narrow,) = find(page("illum"), "ill")
    assert narrow.regions[0].x1 < 25  # three of five letters, but narrow ones


def test_arabic_is_found_without_its_vowel_signs_and_marked_from_the_right():
    where = page("تُوصي اللجنة")
    (hit,) = find(where, "توصي")
    assert regions([hit]) == [[(1, 0, 0, 50, 12)]]
    (part,) = find(where, "لجنة")
    assert [tuple(region) for region in part.regions] == [(1, 60, 0, 100, 12)]


def test_places_do_not_overlap_and_nothing_is_found_for_nothing():
    assert len(find(page("aaaa"), "aa")) == 2
    assert find(page("some words"), "  ") == []
    assert find(page(), "words") == []


@pytest.mark.parametrize("words", ["report", "the", "should report"])
def test_spaces_in_what_is_looked_for_are_any_spaces(words):
    assert len(find(page("The States", "should report"), f"  {words.replace(' ', '   ')} ")) == 1


_WORD = st.text(st.characters(categories=("Ll", "Lu", "Lo")), min_size=1, max_size=8)


@given(st.lists(_WORD, min_size=1, max_size=12), st.data())
def test_every_run_of_words_on_a_page_is_found(words, data):
    half = data.draw(st.integers(0, len(words)))
    where = page(" ".join(words[:half]), " ".join(words[half:]))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    needle = needle_of(" ".join(words[first : last + 1]))
    assert not needle or list(where.find(needle))
