"""Figures worked out by hand."""

from __future__ import annotations

import pytest

from model.learning.measures import Example, evaluate


def test_figures_of_single_values():
    found = evaluate(
        [
            Example(("a",), ("a",), (0.95,)),
            Example(("a",), ("b",), (0.55,)),
            Example(("b",), ("b",), (0.95,)),
            Example(("b",), ("b",), (0.55,)),
        ]
    )
    a, b = found.values
    assert (a.precision, a.recall) == (1.0, 0.5)
    assert b.f1 == pytest.approx(0.8)
    assert found.accuracy == 0.75
    assert found.macro_f1 == pytest.approx((2 / 3 + 0.8) / 2)
    assert found.confusion == {("a", "a"): 1, ("a", "b"): 1, ("b", "b"): 2}
    # two are 0.95 sure and right, two 0.55 sure and half of them right
    assert found.calibration_error == pytest.approx(0.05)


def test_figures_of_several_values():
    found = evaluate([Example(("a", "b"), ("a",), (0.9,)), Example((), ("c",), (0.2,))])
    assert found.micro_f1 == pytest.approx(2 / 4)
    assert found.macro_f1 == pytest.approx(0.5)  # c was never given
    assert not found.confusion
    two = evaluate([Example(("a",), ("a", "b"), (0.9, 0.6))])
    assert two.confusion == {}, "two suggestions are none of one value"
    assert [level.suggested for level in two.bins] == [0] * 6 + [1, 0, 0, 1]


def test_nothing_gives_zeros():
    assert evaluate([]).accuracy == 0
    assert evaluate([]).calibration_error == 0
