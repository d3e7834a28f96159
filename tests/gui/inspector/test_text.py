"""The text in the inspector: the words lit in it, and what is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.attention import Found
from gui.inspector.panel import InspectorPanel
from model import editing
from model.labels import Slot, Span, Status
from model.nodes import MENDED
from tests.gui.panels import stage
from tests.gui.sample_review import sample

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def test_the_verb_finds_its_words_in_the_text(opened, panel):
    node = opened.find("5")
    opened.select(node)
    field = panel.anatomy.verb.field
    field.setFocus()
    field.selectAll()
    opened.qtbot.keyClicks(field, "designate")
    opened.qtbot.keyClick(field, Key.Key_Return)
    opened.settle()
    decision = opened.stored().shown(node.id, Slot.VERB, opened.me).decision
    assert decision.value == "designate"
    (span,) = decision.evidence
    assert node.text[span.start : span.end] == "designate"


def lit(panel):
    return {one.cursor.selectedText() for one in panel.text.extraSelections()}


def test_words_that_a_search_led_to_are_marked_and_come_into_sight(opened, panel):
    five = opened.find("5")
    opened.select(five)
    words = five.text.rindex(" ") + 1, len(five.text)
    opened.session.attention.set_found(Found(five.text, (Span(*words),)))
    assert lit(panel) == {"States parties", "should", five.text[slice(*words)]}
    opened.select(opened.find("6"))
    opened.select(five)
    assert lit(panel) == {"States parties", "should"}, "they go with the selection"


def test_evidence_is_lit_in_the_text(opened, panel):
    opened.select(opened.find("5"))
    assert lit(panel) == {"States parties", "should"}
    assert panel.anatomy.addressees.swatch.isVisible()


def test_evidence_is_lit_again_when_a_correction_is_dropped(opened, panel):
    opened.select(opened.find("5"))
    panel.text.setFocus()
    opened.qtbot.keyClicks(panel.text, "Draft ")
    assert lit(panel) == set()
    opened.qtbot.keyClick(panel.text, Key.Key_Escape)
    assert lit(panel) == {"States parties", "should"}


def test_a_correction_that_was_dropped_comes_back_by_undo_in_the_text(opened, panel):
    five = opened.find("5")
    opened.select(five)
    panel.setFocus()
    opened.qtbot.keyClick(panel, Key.Key_E)
    opened.qtbot.keyClicks(panel.text, "Draft ")
    drafted = panel.text.toPlainText()
    with opened.qtbot.waitSignal(opened.session.told) as told:
        opened.qtbot.keyClick(panel.text, Key.Key_Escape)
    assert told.args == ["What was typed was dropped; E and Ctrl+Z bring it back."]
    assert panel.text.toPlainText() == five.text
    opened.qtbot.keyClick(panel, Key.Key_E)
    opened.qtbot.keyClick(panel.text, Key.Key_Z, Mod.ControlModifier)
    assert panel.text.toPlainText() == drafted
    opened.qtbot.keyClick(panel.text, Key.Key_Return, Mod.ControlModifier)
    opened.settle()
    assert opened.stored().outline[five.id].text == drafted


def test_evidence_stays_lit_when_words_come_to_the_text_from_elsewhere(opened, panel):
    node = opened.find("5")
    opened.select(node)
    longer = node.text + " It is small."
    opened.session.perform(lambda review, reviewer: editing.set_text(review, reviewer, node.id, longer))
    opened.settle()
    assert panel.text.toPlainText() == longer
    assert lit(panel) == {"States parties", "should"}


def test_letters_type_in_the_text_and_act_beside_it(opened, panel):
    node = opened.find("5")
    opened.select(node)
    panel.setFocus()
    opened.qtbot.keyClick(panel, Key.Key_E)
    assert panel.text.hasFocus()
    opened.qtbot.keyClicks(panel.text, "fax1!")
    opened.qtbot.keyClick(panel.text, Key.Key_Delete)
    assert panel.text.toPlainText().startswith("fax1!tates parties")
    opened.settle()
    assert opened.review.status(node.id, opened.me) is Status.UNREVIEWED
    opened.qtbot.keyClick(panel.text, Key.Key_Escape)
    assert panel.text.toPlainText() == node.text
    assert not panel.text.hasFocus()
    opened.qtbot.keyClick(QApplication.focusWidget(), Key.Key_F)
    opened.settle()
    assert opened.review.status(node.id, opened.me) is Status.FLAGGED


@pytest.mark.parametrize("field", ["text", "note", "number", "verb"])
def test_letters_are_actions_again_on_the_entry_that_a_key_leads_to(opened, panel, field):
    fields = {"text": panel.text, "note": panel.notes.field, "number": panel.place.number,
              "verb": panel.anatomy.verb.field}  # fmt: skip
    opened.select(opened.find("5"))
    fields[field].setFocus()
    opened.qtbot.keyClicks(fields[field], "x")
    opened.select(opened.find("6"))
    opened.settle()
    assert panel.hasFocus()
    opened.qtbot.keyClick(QApplication.focusWidget(), Key.Key_F)
    opened.settle()
    assert opened.review.status(opened.find("6").id, opened.me) is Status.FLAGGED


@pytest.mark.parametrize("way", ["control-enter", "leaving", "next entry"])
def test_a_correction_is_kept(opened, panel, way):
    node = opened.find("5")
    opened.select(node)
    panel.text.setFocus()
    opened.qtbot.keyClicks(panel.text, "All  ")
    if way == "control-enter":
        opened.qtbot.keyClick(panel.text, Key.Key_Return, Mod.ControlModifier)
    elif way == "leaving":
        panel.setFocus()
    else:
        opened.select(opened.find("6"))
    opened.settle()
    assert opened.stored().outline[node.id].text == "All " + node.text
    assert MENDED in opened.stored().outline[node.id].reasons


def test_an_edit_elsewhere_does_not_overwrite_what_is_being_typed(opened, panel):
    node = opened.find("5")
    opened.select(node)
    panel.text.setFocus()
    opened.qtbot.keyClicks(panel.text, "Draft ")
    opened.session.perform(lambda review, reviewer: editing.flag(review, reviewer, [node.id]))
    opened.settle()
    assert panel.text.toPlainText().startswith("Draft States")


def test_the_cursor_is_told_in_code_points_and_splits_there(tmp_path, qtbot):
    made = sample()
    at = next(i for i, node in enumerate(made.nodes) if node.number == "5")
    made.nodes[at] = replace(made.nodes[at], text="Let 𝒳 and 𝒴 be harbours. They are small.")
    with stage(tmp_path / "x.paraph", made, [InspectorPanel], qtbot) as opened:
        panel, node = opened.panels[0], opened.find("5")
        opened.select(node)
        panel.text.setFocus()
        for _ in range(25):
            qtbot.keyClick(panel.text, Key.Key_Right)
        assert opened.session.caret == (node.id, 25)
        qtbot.keyClick(panel.text, Key.Key_S)  # it types; dropped, it leaves the cursor where it was
        qtbot.keyClick(panel.text, Key.Key_Escape)
        assert opened.actions["split"].isEnabled()
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_S)
        opened.settle()
        row = opened.stored().outline.children(node.parent)
        texts = [one.text for one in row]
        assert texts[0] == "Let 𝒳 and 𝒴 be harbours."
        assert texts[1] == "They are small."


def test_evidence_behind_letters_of_two_units_is_lit_where_it_stands(tmp_path, qtbot):
    made = sample()
    at = next(i for i, node in enumerate(made.nodes) if node.number == "5")
    node = made.nodes[at] = replace(made.nodes[at], text="𝒳𝒴: States parties should mark harbours.")
    start = node.text.index("should")
    made.decisions[:] = [
        replace(d, evidence=(type(d.evidence[0])(start, start + 6),))
        for d in made.decisions
        if d.key.node == node.id and d.key.slot is Slot.FORCE
    ]
    with stage(tmp_path / "x.paraph", made, [InspectorPanel], qtbot) as opened:
        opened.select(opened.find("5"))
        opened.act("role-recommendation")
        assert "should" in lit(opened.panels[0])


def test_a_long_text_scrolls_inside_and_leaves_room_for_the_rest(tmp_path, qtbot):
    made = sample()
    at = next(i for i, node in enumerate(made.nodes) if node.number == "5")
    made.nodes[at] = replace(made.nodes[at], text="harbour master " * 340)
    with stage(tmp_path / "x.paraph", made, [InspectorPanel], qtbot, (320, 800)) as opened:
        panel = opened.panels[0]
        opened.select(opened.find("6"))
        short = panel.text.height()
        opened.select(opened.find("5"))
        assert short < panel.text.height() < panel.height() / 2
        assert panel.text.verticalScrollBar().maximum() > 0
