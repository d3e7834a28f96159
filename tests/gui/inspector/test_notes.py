"""Reviewers' notes in the inspector."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.inspector.panel import InspectorPanel
from model.labels import Decision, DecisionKey, Slot, Status
from model.nodes import Kind
from tests.gui.inspector.using import with_vocabularies
from tests.gui.panels import stage
from tests.gui.sample_review import sample

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [with_vocabularies], qtbot, (340, 820)) as on_stage:
        yield on_stage


def test_a_note_is_written_by_key_and_kept_when_it_is_left(opened, panel):
    heading = opened.find("II", Kind.SECTION)
    opened.select(heading)
    panel.setFocus()
    opened.qtbot.keyClick(panel, Key.Key_M, Mod.ControlModifier)
    assert panel.notes.field.hasFocus()
    opened.qtbot.keyClicks(panel.notes.field, "Ask Bob.")
    opened.qtbot.keyClick(panel.notes.field, Key.Key_Return)
    opened.qtbot.keyClicks(panel.notes.field, "Soon: X F M")
    opened.qtbot.keyClick(panel.notes.field, Key.Key_Return, Mod.ControlModifier)
    opened.settle()
    assert panel.hasFocus()
    (note,) = opened.stored().notes(heading.id)
    assert note.value == "Ask Bob.\nSoon: X F M"
    assert opened.review.status(heading.id, opened.me) is Status.UNREVIEWED
    opened.qtbot.waitUntil(lambda: opened.session.undo_name == "note on II")
    opened.act("undo")
    assert panel.notes.field.toPlainText() == ""


def test_the_way_out_of_a_note_by_esc_keeps_it(opened, panel):
    five = opened.find("5")
    opened.select(five)
    panel.setFocus()
    opened.qtbot.keyClick(panel, Key.Key_M, Mod.ControlModifier)
    opened.qtbot.keyClicks(panel.notes.field, "Ask the Chair")
    opened.qtbot.keyClick(panel.notes.field, Key.Key_Escape)
    opened.settle()
    assert panel.hasFocus()
    assert [note.value for note in opened.stored().notes(five.id)] == ["Ask the Chair"]


def test_going_on_keeps_a_note_with_its_own_entry(opened, panel):
    five, six = opened.find("5"), opened.find("6")
    opened.select(five)
    panel.notes.field.setFocus()
    opened.qtbot.keyClicks(panel.notes.field, "About five")
    opened.select(six)
    opened.settle()
    stored = opened.stored()
    assert [note.value for note in stored.notes(five.id)] == ["About five"]
    assert stored.notes(six.id) == []
    assert panel.notes.field.toPlainText() == ""


def test_other_peoples_notes_show_with_their_names(tmp_path, qtbot):
    made = sample()
    node = next(n for n in made.nodes if n.number == "5" and n.kind is Kind.PARAGRAPH)
    made.decisions.append(Decision(DecisionKey(node.id, Slot.NOTE, "Bob"), "See <annex> II"))
    with stage(tmp_path / "x.paraph", made, [InspectorPanel], qtbot, (340, 900)) as opened:
        panel = opened.panels[0]
        opened.select(node)
        qtbot.waitUntil(lambda: "Bob" in panel.notes.others.text())
        assert "See &lt;annex&gt; II" in panel.notes.others.text()
        assert panel.notes.field.toPlainText() == ""
        opened.select(opened.find("6"))
        assert not panel.notes.others.isVisible()
