"""The words of a text, and which of them stand in a part of it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from model.words import LONGEST_TEXT, Words, lowered

TEXTS = ("It calls upon “l’État” (M23), 2nd_time; ÇA va.", "", "  ", "a b", "Комитет просит", "x" * 25_000)


@pytest.mark.parametrize("text", TEXTS)
def test_words_stand_at_their_spots_in_lower_case(text):
    words = Words(text)
    assert words.words == [words.low[start:end] for start, end in words.spots()]
    assert len(words.low) == len(text)
    between = "".join(words.low[end:start] for (_, end), (start, _) in pairwise(words.spots()))
    assert not any(letter.isalnum() for letter in between)


def test_digits_belong_to_words_and_strokes_do_not():
    assert Words("M23 and 2nd_time, l’État").words == ["m23", "and", "2nd", "time", "l", "état"]


def test_of_chinese_every_character_is_a_word():
    assert Words("大会决定。", cjk=True).words == ["大", "会", "决", "定"]


@pytest.mark.parametrize(("text", "cjk"), [(TEXTS[0], False), (" a b", False), ("大会。决定", True)])
def test_the_words_of_a_part_are_those_that_begin_or_stand_there(text, cjk):
    words = Words(text, cjk)
    spots = words.spots()
    for start in range(len(text) + 2):
        assert words.spots(words.since(start)) == [spot for spot in spots if start <= spot[0]]
        for end in range(start, len(text) + 2):
            assert words.spots(words.between(start, end)) == [
                spot for spot in spots if start <= spot[0] < end
            ]
            assert words.spots(words.within(start, end)) == [
                spot for spot in spots if start <= spot[0] and spot[1] <= end
            ]


def test_what_stands_past_the_end_of_a_long_text_is_no_word():
    assert len(Words("word " * LONGEST_TEXT).words) == LONGEST_TEXT // 5


def test_lower_case_leaves_every_character_in_its_place():
    assert lowered("İstanbul’s A\u2011B\u2010C") == "İstanbul's a-b-c"


def test_signs_that_may_be_left_out_are_no_part_of_a_word():
    words = Words("يُطلب من اللجنـة")
    assert words.words == ["يطلب", "من", "اللجنة"]
    assert words.spots() == [(0, 5), (6, 8), (9, 16)]
    assert Words("больши́е").words == ["большие"]


def test_a_word_takes_memory_once_wherever_it_stands():
    first, second = Words("The harbour of the port"), Words("Of the harbour")
    assert first.words[0] is first.words[3] is second.words[1]
