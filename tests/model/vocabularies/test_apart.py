"""A thesaurus read in a process of its own."""

from __future__ import annotations

import pytest

from model.labels import Slot
from model.vocabularies import BadVocabulary, load
from model.vocabularies.apart import load_apart


def test_it_comes_back_whole(tmp_path):
    path = tmp_path / "large.csv"
    rows = "".join(
        f"c{n},{f'c{n // 10}' if n >= 10 else ''},Label {n},synonym {n}|other {n}\n" for n in range(1200)
    )
    path.write_text(f"code,broader,label:en,synonyms:en\n{rows}")
    assert load_apart(path, Slot.BENEFICIARIES) == load(path, Slot.BENEFICIARIES)


def test_what_is_wrong_with_a_file_is_said(tmp_path):
    path = tmp_path / "bad.ttl"
    path.write_text("@prefix <")
    with pytest.raises(BadVocabulary, match=r"bad\.ttl: cannot be read as SKOS"):
        load_apart(path)
