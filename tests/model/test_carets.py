"""A text cursor goes through a page by characters, words, lines, passages, and tells where the page ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from model.carets import Step, entered, runs_leftward, stepped
from model.layer import Caret, LaidWord, TextLayer


def word(text, x, line, step=6.0):
    edges = tuple(x + step * at for at in range(len(text) + 1))
    top = 100.0 + 20 * line
    return LaidWord(text, min(edges), top, max(edges), top + 10, line, 0, edges)


# Two lines; "wide" begins where "ab" ends.
LAYER = TextLayer(1, (word("ab", 10, 0), word("cd", 40, 0), word("wide", 22, 1)))
EMPTY = TextLayer(2)


@pytest.mark.parametrize(
    ("step", "places"),
    [
        (Step.CHARACTER, [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0)]),
        (Step.WORD, [(0, 0), (0, 2), (1, 2), (2, 4)]),
        (Step.EDGE, [(0, 0), (1, 2)]),
        (Step.PAGE, [(0, 0), (2, 4)]),
    ],
)
def test_steps_forward_follow_the_words(step, places):
    for before, after in pairwise(places):
        assert stepped(LAYER, Caret(*before), step, forward=True) == after


@pytest.mark.parametrize(
    ("step", "places"),
    [
        (Step.CHARACTER, [(2, 0), (1, 2), (1, 1), (1, 0), (0, 2)]),
        (Step.WORD, [(2, 3), (2, 0), (1, 0), (0, 0)]),
        (Step.EDGE, [(1, 1), (0, 0)]),
        (Step.PAGE, [(2, 3), (0, 0)]),
    ],
)
def test_steps_back_follow_the_words(step, places):
    for before, after in pairwise(places):
        assert stepped(LAYER, Caret(*before), step, forward=False) == after


@pytest.mark.parametrize("step", [Step.CHARACTER, Step.WORD, Step.LINE, Step.PASSAGE])
def test_beyond_the_page_there_is_no_place(step):
    assert stepped(LAYER, LAYER.end, step, forward=True) is None
    assert stepped(LAYER, LAYER.start, step, forward=False) is None


def test_a_step_by_lines_keeps_its_place_along_the_line():
    assert stepped(LAYER, Caret(0, 2), Step.LINE, forward=True, along=22) == (2, 0)
    assert stepped(LAYER, Caret(1, 1), Step.LINE, forward=True, along=46) == (2, 4)
    assert stepped(LAYER, Caret(2, 4), Step.LINE, forward=False, along=46) == (1, 1)


def test_a_step_by_passages_goes_to_their_ends_and_back_to_their_beginnings():
    passages = [[0], [1, 2]]
    assert stepped(LAYER, Caret(0, 0), Step.PASSAGE, forward=True, passages=passages) == (0, 2)
    assert stepped(LAYER, Caret(0, 2), Step.PASSAGE, forward=True, passages=passages) == (2, 4)
    assert stepped(LAYER, Caret(2, 1), Step.PASSAGE, forward=False, passages=passages) == (1, 0)
    assert stepped(LAYER, Caret(1, 0), Step.PASSAGE, forward=False, passages=passages) == (0, 0)


def test_another_page_is_entered_at_the_end_that_is_nearest():
    assert entered(LAYER, Step.CHARACTER, forward=True, along=0) == LAYER.start
    assert entered(LAYER, Step.WORD, forward=False, along=0) == LAYER.end
    assert entered(LAYER, Step.LINE, forward=True, along=46) == (1, 1)
    assert entered(LAYER, Step.LINE, forward=False, along=22) == (2, 0)
    assert entered(EMPTY, Step.LINE, forward=True, along=22) is None


def test_words_that_are_read_from_right_to_left_are_known_by_their_edges():
    layer = TextLayer(1, (word("قلم", 60, 0, step=-6.0), word("ab", 10, 0)))
    assert runs_leftward(layer, Caret(0, 1))
    assert not runs_leftward(layer, Caret(1, 1))


def test_a_place_is_a_bar_as_high_as_its_word():
    assert LAYER.bar_at(Caret(1, 1)) == (1, 45.5, 100, 46.5, 110)
