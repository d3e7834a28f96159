"""Values of a recommendation's parts: concepts, addressees, speakers, responses and instruments."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.menus import words_of
from model import editing
from model.labels import MACHINE, NO_WORDS, Decision, DecisionKey, Slot
from model.nodes import Kind
from tests.gui.inspector.using import evidence, mark, shown, with_vocabularies
from tests.gui.panels import stage
from tests.gui.sample_review import arabic, sample

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [with_vocabularies], qtbot, (340, 820)) as on_stage:
        yield on_stage


def test_a_theme_is_completed_as_it_is_typed(opened, panel):
    node = opened.find("5")
    opened.select(node)
    opened.qtbot.waitUntil(lambda: bool(panel.concepts.complete(Slot.THEMES, "traf")))
    panel.anatomy.go_to(Slot.THEMES)
    line = panel.anatomy.blocks[Slot.THEMES].line
    opened.qtbot.keyClicks(line, "trafficking in pers")
    popup = line.completer().popup()
    assert popup.isVisible()
    opened.qtbot.keyClick(popup, Key.Key_Down)
    opened.qtbot.keyClick(popup, Key.Key_Return)
    opened.settle()
    assert shown(opened, node, Slot.THEMES).value == ["trafficking"]
    assert panel.anatomy.blocks[Slot.THEMES].chips[0].text() == "Trafficking in persons"


def test_words_that_name_a_concept_are_that_concept_and_others_stay_words(opened, panel):
    node = opened.find("5")
    opened.select(node)
    opened.qtbot.waitUntil(lambda: bool(panel.concepts.complete(Slot.THEMES, "traf")))
    opened.session.perform(
        lambda review, me: editing.set_text(review, me, node.id, "Stop trafficking in persons now")
    )
    opened.settle()
    mark(panel, "trafficking in persons")
    opened.act("slot-themes")
    assert shown(opened, node, Slot.THEMES).value == ["trafficking"]
    mark(panel, "now")
    opened.act("slot-themes")
    line = panel.anatomy.blocks[Slot.THEMES].line
    assert line.text() == "now"
    opened.qtbot.keyClick(line, Key.Key_Return)
    opened.settle()
    assert shown(opened, node, Slot.THEMES).value == ["trafficking", "now"]
    text = opened.review.outline[node.id].text
    spans = shown(opened, node, Slot.THEMES).decision.evidence
    assert [text[span.start : span.end] for span in spans] == ["trafficking in persons", "now"]


def test_words_name_an_addressee_of_a_type_that_is_chosen(opened, panel):
    node = opened.find("5")
    opened.select(node)
    mark(panel, "harbour masters")
    opened.act("slot-addressees")
    block = panel.anatomy.addressees
    assert block.menu.isVisible()
    next(action for action in block.menu.actions() if words_of(action) == "National authority").trigger()
    block.menu.close()
    opened.settle()
    assert shown(opened, node, Slot.ADDRESSEES).value == ["states-parties", "national-authority"]
    assert "harbour masters" in evidence(opened, node, Slot.ADDRESSEES)


def test_who_says_it_has_a_kind_and_a_name(opened, panel):
    node = opened.find("5")
    opened.select(node)
    mark(panel, "owners of vessels")
    opened.act("slot-attribution")
    assert shown(opened, node, Slot.ATTRIBUTION).value == {"by": "state", "name": "owners of vessels"}
    block = panel.anatomy.attribution
    assert block.button.text() == "A State: owners of vessels"
    next(action for action in block.menu.actions() if words_of(action) == "The Chair").trigger()
    opened.settle()
    assert shown(opened, node, Slot.ATTRIBUTION).value == {"by": "chair", "name": "owners of vessels"}
    assert evidence(opened, node, Slot.ATTRIBUTION) == ["owners of vessels"]


def test_what_became_of_it_is_chosen_from_a_list(opened, panel):
    node = opened.find("5")
    opened.select(node)
    block = panel.anatomy.blocks[Slot.FOLLOW_UP]
    next(action for action in block.menu.actions() if words_of(action) == "Accepted").trigger()
    opened.settle()
    assert shown(opened, node, Slot.FOLLOW_UP).value == [{"target": None, "response": "accepted"}]
    assert block.chips[0].text() == "Accepted"


def test_an_instrument_leads_to_the_report_of_the_project_that_it_is(tmp_path, qtbot):
    made, other = sample(), arabic()
    fields = replace(other.document.masthead, symbol="A/RES/70/1", symbols=("A/RES/70/1",))
    other = replace(other, document=replace(other.document, sha256="cd" * 32, masthead=fields))
    node = next(one for one in made.nodes if one.number == "5" and one.kind is Kind.PARAGRAPH)
    cited = [{"name": "paragraph 4 of General Assembly resolution 70/1", "kind": "paragraph", "target": None}]
    key = DecisionKey(node.id, Slot.INSTRUMENTS, MACHINE.id)
    made.decisions.append(
        Decision(key, cited, evidence=(NO_WORDS,), confidence=0.9, rule="numbered reference")
    )
    with stage(
        tmp_path / "two.paraph", made, [with_vocabularies], qtbot, (340, 820), others=[other]
    ) as opened:
        opened.select(node)
        block = opened.panels[0].anatomy.blocks[Slot.INSTRUMENTS]
        assert "in A/RES/70/1" in block.chips[0].toolTip()
        block.chips[0].menuAsked.emit(0, QPoint(0, 0))
        with qtbot.waitSignal(opened.session.documentOpened):
            next(action for action in block.kinds_menu.actions() if words_of(action) == "Go there").trigger()
        assert opened.review.document.masthead.symbol == "A/RES/70/1"


def test_the_kind_of_a_value_changes_by_its_menu(opened, panel):
    node = opened.find("5")
    opened.select(node)
    mark(panel, "every small harbour")
    opened.act("slot-conditions")
    block = panel.anatomy.blocks[Slot.CONDITIONS]
    block.chips[0].menuAsked.emit(0, QPoint(0, 0))
    menu = block.kinds_menu
    next(action for action in menu.actions() if words_of(action) == "Extent").trigger()
    menu.close()
    opened.settle()
    assert shown(opened, node, Slot.CONDITIONS).value[0]["kind"] == "extent"
    assert evidence(opened, node, Slot.CONDITIONS) == ["every small harbour"]
