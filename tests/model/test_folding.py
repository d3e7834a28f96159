"""What folding a text does not change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.folding import folded


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)
