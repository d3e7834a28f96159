"""A vocabulary's concepts as an item model."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from gui.vocabularies.tree import ConceptsModel
from model.vocabularies import load_csv


@pytest.fixture
def concepts(qapp):
    model = ConceptsModel()
    tester = QAbstractItemModelTester(model)
    yield model
    assert tester.model() is model


def test_a_concept_hangs_below_each_of_its_broader_ones(concepts):
    concepts.show_tree(load_csv("code,broader,label\na,,A\nb,a,B\nc,a|b,C\n"))
    top = concepts.index(0, 0)
    assert [concepts.index(row, 1, top).data() for row in range(concepts.rowCount(top))] == ["b", "c"]
    inner = concepts.index(0, 0, top)
    assert concepts.index(0, 0, inner).data() == "C"
    assert concepts.parent(inner) == top


def test_what_was_found_is_a_plain_list(concepts):
    vocabulary = load_csv("code,broader,label\na,,A\nb,a,B\nc,b,C\n")
    concepts.show_tree(vocabulary)
    concepts.show_found(vocabulary.concepts[1:])
    assert [concepts.index(row, 0).data() for row in range(concepts.rowCount())] == ["B", "C"]
    assert concepts.rowCount(concepts.index(0, 0)) == 0
