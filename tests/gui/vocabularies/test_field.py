"""The line in which a concept is chosen by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from gui.vocabularies.field import CompletionsModel, ConceptField
from gui.vocabularies.tree import ConceptsModel
from model.vocabularies import default_vocabulary, load_csv

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def field(qtbot):
    made = ConceptField()
    made.set_vocabularies([default_vocabulary("themes"), default_vocabulary("beneficiaries")])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.chosen_codes = []
    made.chosen.connect(made.chosen_codes.append)
    return made


def test_enter_takes_the_best_and_the_field_is_free_again(field, qtbot):
    QTest.keyClicks(field, "capital pun")
    assert field.completions[0].code == "death-penalty"
    QTest.keyClick(field.completer().popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "")
    assert field.chosen_codes == ["death-penalty"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.chosen_codes == ["death-penalty"]


def test_the_arrows_choose_among_what_is_offered(field, qtbot):
    QTest.keyClicks(field, "women")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    second = field.completions[1].code
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "")
    assert field.chosen_codes == [second]


def test_what_was_found_by_a_synonym_says_so(field):
    QTest.keyClicks(field, "capital pun")
    model = field.completer().model()
    assert model.index(0, 0).data() == "Death penalty  ·  capital punishment"
    field.set_vocabularies([default_vocabulary("themes")], "fr")
    assert model.index(0, 0).data().startswith("Peine de mort")


def test_models_keep_to_qts_rules(qtbot):
    completions = CompletionsModel(None)
    tester = QAbstractItemModelTester(completions)
    completions.set_found(default_vocabulary("themes").complete("a"))
    assert tester.model() is completions
    concepts = ConceptsModel()
    tester = QAbstractItemModelTester(concepts)
    vocabulary = load_csv("code,broader,label\na,,A\nb,a,B\nc,a|b,C\n")
    concepts.show_tree(vocabulary)
    top = concepts.index(0, 0)
    assert [concepts.index(row, 1, top).data() for row in range(concepts.rowCount(top))] == ["b", "c"]
    concepts.show_found(vocabulary.concepts[1:])
    assert [concepts.index(row, 0).data() for row in range(concepts.rowCount())] == ["B", "C"]
    assert concepts.rowCount(concepts.index(0, 0)) == 0
