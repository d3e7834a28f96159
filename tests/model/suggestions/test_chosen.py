"""Words that a person chose become values as the rules would have made them."""

from __future__ import annotations

import pytest

from model.labels import Slot
from model.suggestions.anatomy.chosen import value_of_words


@pytest.mark.parametrize(
    ("words", "language", "kind", "when"),
    [
        ("by 31 December 2030", "en", "deadline", "2030-12-31"),
        ("within thirty days", "en", "period", "P30D"),
        ("at its seventh session", "en", "session", ""),
        ("d’ici à 2030", "fr", "deadline", "2030"),
        ("soon enough", "xx", "deadline", ""),
    ],
)
def test_a_time_frame_has_its_kind_and_date(words, language, kind, when):
    assert value_of_words(Slot.TIME_FRAME, words, language) == {"kind": kind, "text": words, "when": when}


def test_conditions_and_instruments_have_their_kinds():
    assert value_of_words(Slot.CONDITIONS, "within existing resources", "en")["kind"] == "resources"
    cited = value_of_words(Slot.INSTRUMENTS, "the Convention on the Rights of the Child", "en")
    assert cited == {"name": "Convention on the Rights of the Child", "kind": "convention", "target": None}
    assert value_of_words(Slot.INSTRUMENTS, "harbour  rules", "en")["name"] == "harbour rules"
    assert value_of_words(Slot.TASK, "inspect  harbours", "en") == "inspect harbours"
