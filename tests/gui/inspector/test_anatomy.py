"""A recommendation taken apart in the inspector: by selected words, by keys, and by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from gui.attention import Lit
from gui.inspector.origin import Stand
from gui.inspector.panel import InspectorPanel
from model.labels import MACHINE, NO_WORDS, Decision, DecisionKey, Slot, Span, Status
from model.nodes import Kind
from tests.gui.inspector.using import evidence, mark, shown, with_vocabularies
from tests.gui.panels import stage
from tests.gui.sample_review import arabic, sample

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [with_vocabularies], qtbot, (340, 820)) as on_stage:
        yield on_stage


def chord(opened, *keys):
    """Keys one after the other, where the focus is."""
    for key in keys:
        opened.qtbot.keyClick(QApplication.focusWidget(), key)
    opened.settle()


def suggest(made, number, slot, value, *spans):
    """One more suggestion in a made-up report."""
    node = next(n for n in made.nodes if n.number == number and n.kind is Kind.PARAGRAPH)
    made.decisions.append(Decision(DecisionKey(node.id, slot, MACHINE.id), value, None, spans, 0.8, "words"))
    return node


def test_words_of_the_text_fill_a_slot_while_it_is_edited(opened, panel):
    node = opened.find("5")
    opened.select(node)
    panel.text.setFocus()
    mark(panel, "owners of vessels and the public.")
    opened.qtbot.keyClick(panel.text, Key.Key_C, Mod.AltModifier)
    opened.settle()
    value = {"kind": "proviso", "text": "owners of vessels and the public"}
    assert shown(opened, node, Slot.CONDITIONS).value == [value]
    assert evidence(opened, node, Slot.CONDITIONS) == ["owners of vessels and the public"]
    assert panel.text.toPlainText() == node.text
    assert opened.review.status(node.id, opened.me) is Status.UNREVIEWED  # its role is a suggestion still
    opened.qtbot.waitUntil(lambda: opened.session.undo_name == (
        "add condition owners of vessels and the public to 5"))  # fmt: skip


def test_two_keys_beside_the_text_fill_it_and_in_the_text_they_type(opened, panel):
    node = opened.find("5")
    opened.select(node)
    panel.text.setFocus()
    mark(panel, "every small harbour")
    opened.qtbot.keyClick(panel.text, Key.Key_Escape)
    chord(opened, Key.Key_W, Key.Key_I)
    (instrument,) = shown(opened, node, Slot.INSTRUMENTS).value
    assert instrument == {"name": "every small harbour", "kind": "document", "target": None}
    panel.text.setFocus()
    opened.qtbot.keyClicks(panel.text, "wi")
    assert "wi" in panel.text.toPlainText()
    assert len(shown(opened, node, Slot.INSTRUMENTS).value) == 1


def test_the_rules_read_chosen_words(opened, panel):
    node = opened.find("5")
    opened.select(node)
    mark(panel, "within thirty days")
    opened.act("slot-time-frame")
    (when,) = shown(opened, node, Slot.TIME_FRAME).value
    assert when == {"kind": "period", "text": "within thirty days", "when": "P30D"}
    assert (
        panel.anatomy.blocks[Slot.TIME_FRAME]
        .chips[0]
        .toolTip()
        .startswith("within thirty days (period, P30D)")
    )


def test_a_chosen_instrument_leads_to_the_entry_that_it_is(opened, panel):
    opened.select(opened.find("5"))
    annex = next(n for n in opened.review.outline if n.kind is Kind.SECTION and n.text.startswith("Annex I "))
    mark(panel, "every small harbour")
    opened.act("slot-instruments")
    assert panel.asking.value_of(Slot.INSTRUMENTS, "annex I")["target"] == annex.id
    assert shown(opened, opened.find("5"), Slot.INSTRUMENTS).value[0]["target"] is None


def test_half_words_are_taken_whole(opened, panel):
    node = opened.find("5")
    opened.select(node)
    mark(panel, "esignat")
    opened.act("slot-verb")
    assert shown(opened, node, Slot.VERB).value == "designate"
    assert evidence(opened, node, Slot.VERB) == ["designate"]


def test_a_second_value_adds_and_a_chip_goes_with_its_own_words(opened, panel):
    node = opened.find("5")
    opened.select(node)
    for words in ("every small harbour", "harbour masters"):
        mark(panel, words)
        opened.act("slot-time-frame")
    block = panel.anatomy.blocks[Slot.TIME_FRAME]
    assert [chip.text() for chip in block.chips] == ["every small harbour", "harbour masters"]
    block.chips[0].setFocus()
    opened.qtbot.keyClick(block.chips[0], Key.Key_Delete)
    opened.settle()
    assert opened.review.outline[node.id].kind is Kind.PARAGRAPH
    assert evidence(opened, node, Slot.TIME_FRAME) == ["harbour masters"]
    assert block.chips[0].hasFocus()


def test_without_words_the_keys_lead_to_the_slot_and_back(opened, panel):
    node = opened.find("5")
    opened.select(node)
    panel.setFocus()
    chord(opened, Key.Key_W, Key.Key_D)
    block = panel.anatomy.blocks[Slot.TIME_FRAME]
    assert block.line.hasFocus()
    opened.qtbot.keyClicks(block.line, "by 2030")
    opened.qtbot.keyClick(block.line, Key.Key_Return)
    opened.settle()
    assert panel.hasFocus()
    (when,) = shown(opened, node, Slot.TIME_FRAME).value
    assert when == {"kind": "deadline", "text": "by 2030", "when": "2030"}
    assert shown(opened, node, Slot.TIME_FRAME).decision.evidence == (NO_WORDS,)
    chord(opened, Key.Key_W, Key.Key_D)  # what is typed then is one more, no key of the window
    opened.qtbot.keyClicks(QApplication.focusWidget(), "at all times")
    opened.qtbot.keyClick(block.line, Key.Key_Return)
    opened.settle()
    assert [one["text"] for one in shown(opened, node, Slot.TIME_FRAME).value] == ["by 2030", "at all times"]
    chord(opened, Key.Key_W, Key.Key_V)
    assert panel.anatomy.verb.field.hasFocus()


def test_escape_adds_nothing_and_folds_the_line(opened, panel):
    node = opened.find("5")
    opened.select(node)
    panel.anatomy.go_to(Slot.CONDITIONS)
    block = panel.anatomy.blocks[Slot.CONDITIONS]
    opened.qtbot.keyClicks(block.line, "if possible")
    opened.qtbot.keyClick(block.line, Key.Key_Escape)
    opened.settle()
    assert block.line.isHidden()
    assert block.add.isVisible()
    assert shown(opened, node, Slot.CONDITIONS).value is None


def test_what_is_empty_is_folded_into_one_line(opened, panel):
    opened.select(opened.find("1"))
    assert not any(block.isVisible() for block in panel.anatomy.blocks.values())
    assert not panel.anatomy.adding.isVisible()
    opened.select(opened.find("5"))
    visible = {slot for slot, block in panel.anatomy.blocks.items() if block.isVisible()}
    assert visible == {Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES, Slot.VERB}
    entries = [action.text() for action in panel.anatomy.adding.menu.actions() if action.isVisible()]
    assert "Time frame\tW, D" in entries
    assert not any(entry.startswith("Verb") for entry in entries)
    next(a for a in panel.anatomy.adding.menu.actions() if a.text().startswith("Themes")).trigger()
    assert panel.anatomy.blocks[Slot.THEMES].line.hasFocus()
    opened.select(opened.find("6"))
    assert not panel.anatomy.blocks[Slot.THEMES].isVisible()


def test_a_suggested_part_is_dashed_and_accepting_makes_it_solid(tmp_path, qtbot):
    made = sample()
    node = suggest(made, "5", Slot.TASK, "designate one authority", Span(22, 45))
    suggest(made, "5", Slot.ACTION, 5, Span(22, 31))
    suggest(made, "5", Slot.TIME_FRAME, [{"kind": "deadline", "text": "within thirty days", "when": ""}])
    with stage(tmp_path / "x.paraph", made, [InspectorPanel], qtbot, (340, 900)) as opened:
        panel = opened.panels[0]
        opened.select(node)
        chip = panel.anatomy.blocks[Slot.TIME_FRAME].chips[0]
        assert chip.stand is Stand.SUGGESTED
        assert panel.anatomy.blocks[Slot.TIME_FRAME].origin.text() == "suggested · 80 %"
        assert panel.anatomy.task.field.font().italic()
        assert panel.anatomy.action.word.text() == "Specific"
        opened.act("accept")
        opened.select(node)
        assert chip.stand is Stand.DECIDED
        assert not panel.anatomy.task.field.font().italic()
        assert shown(opened, node, Slot.ACTION).value == 5


def test_a_chip_lights_its_words_and_says_what_they_are(opened, panel):
    node = opened.find("5")
    opened.select(node)
    mark(panel, "harbour masters")
    opened.act("slot-conditions")
    chip = panel.anatomy.blocks[Slot.CONDITIONS].chips[0]
    opened.qtbot.mouseClick(chip, Left, pos=QPoint(8, 8))
    assert opened.session.attention.lit == Lit(Slot.CONDITIONS, 0)
    assert chip.isChecked()
    strong = [light for light in panel.text.lights if light.strong]
    assert [node.text[light.span.start : light.span.end] for light in strong] == ["harbour masters"]
    assert list(panel.text.names_at(node.text.index("masters"))) == ["Conditions: harbour masters"]
    chip.setFocus()
    opened.qtbot.keyClick(chip, Key.Key_Space)
    assert opened.session.attention.lit is None
    assert not chip.isChecked()


def test_the_task_is_lit_while_the_keys_are_in_it(tmp_path, qtbot):
    made = sample()
    node = suggest(made, "5", Slot.TASK, "designate one authority", Span(22, 45))
    with stage(tmp_path / "x.paraph", made, [InspectorPanel], qtbot, (340, 900)) as opened:
        panel = opened.panels[0]
        opened.select(node)
        assert Slot.TASK not in {light.slot for light in panel.text.lights}
        panel.anatomy.task.field.setFocus()
        assert Slot.TASK in {light.slot for light in panel.text.lights}
        panel.setFocus()
        assert Slot.TASK not in {light.slot for light in panel.text.lights}


def test_a_second_recommendation_by_keys(opened, panel):
    node = opened.find("5")
    opened.select(node)
    panel.setFocus()
    assert not panel.anatomy.switch.isVisible()
    assert not opened.actions["next-recommendation"].isEnabled()
    opened.qtbot.keyClick(panel, Key.Key_A, Mod.ShiftModifier)
    opened.settle()
    assert panel.anatomy.switch.words.text() == "Recommendation 2 of 2"
    opened.qtbot.keyClick(panel, Key.Key_4, Mod.ShiftModifier)
    opened.settle()
    mark(panel, "acknowledge")
    opened.act("slot-verb")
    assert (shown(opened, node, Slot.FORCE).value, shown(opened, node, Slot.FORCE, 1).value) == (3, 4)
    assert (shown(opened, node, Slot.VERB).value, shown(opened, node, Slot.VERB, 1).value) == (
        "should", "acknowledge")  # fmt: skip
    opened.qtbot.keyClick(panel, Key.Key_K, Mod.ShiftModifier)
    assert panel.anatomy.switch.words.text() == "Recommendation 1 of 2"
    assert panel.anatomy.verb.field.text() == "should"
    assert not opened.actions["remove-recommendation"].isEnabled()
    opened.qtbot.keyClick(panel, Key.Key_J, Mod.ShiftModifier)
    opened.act("remove-recommendation")
    assert not panel.anatomy.switch.isVisible()
    assert opened.stored().frames(node.id) == 1
    opened.qtbot.waitUntil(lambda: opened.session.undo_name == "remove the second recommendation of 5")
    opened.act("undo")
    assert panel.anatomy.switch.words.text() == "Recommendation 2 of 2"
    assert panel.anatomy.verb.field.text() == "acknowledge"


def test_another_entry_starts_with_its_first_recommendation(opened, panel):
    opened.select(opened.find("5"))
    opened.act("another-recommendation")
    assert opened.session.attention.frame == 1
    opened.select(opened.find("6"))
    assert opened.session.attention.frame == 0
    opened.act("force-2")
    assert shown(opened, opened.find("6"), Slot.FORCE).value == 2


def test_the_action_category_by_key_and_for_several_at_once(opened, panel):
    five, six = opened.find("5"), opened.find("6")
    opened.select(five, six)
    assert panel.anatomy.action.isVisible()
    opened.act("action-4")
    assert {shown(opened, node, Slot.ACTION).value for node in (five, six)} == {4}
    assert panel.anatomy.action.word.text() == "General"
    opened.qtbot.waitUntil(lambda: opened.session.undo_name == "set action category 4 on 2 entries")


def test_what_comes_from_the_lead_in_is_grey_and_an_item_can_have_its_own(opened, panel):
    lead_in = opened.find("10")
    opened.select(lead_in)
    panel.anatomy.go_to(Slot.TIME_FRAME)
    line = panel.anatomy.blocks[Slot.TIME_FRAME].line
    opened.qtbot.keyClicks(line, "at its third meeting")
    opened.qtbot.keyClick(line, Key.Key_Return)
    opened.settle()
    (deep,) = [n for n in opened.review.outline if n.number == "ii" and n.kind is Kind.ITEM][:1]
    opened.select(deep)
    block = panel.anatomy.blocks[Slot.TIME_FRAME]
    assert block.chips[0].stand is Stand.INHERITED
    assert block.link.text() == "from 10"
    block.chips[0].setFocus()
    opened.qtbot.keyClick(block.chips[0], Key.Key_Delete)
    opened.settle()
    assert shown(opened, deep, Slot.TIME_FRAME).value == []
    assert len(shown(opened, lead_in, Slot.TIME_FRAME).value) == 1
    opened.act("undo")
    opened.qtbot.mouseClick(block.link, Left)
    assert opened.session.current.number == "10"


# --- notes ----------------------------------------------------------------------------------------------


# --- looks ----------------------------------------------------------------------------------------------


def test_chips_are_used_again_from_entry_to_entry(opened, panel):
    opened.select(opened.find("5"))
    chip = panel.anatomy.addressees.chips[0]
    opened.select(opened.find("6"))
    assert panel.anatomy.addressees.chips[0] is chip


def test_long_arabic_values_stay_within_the_panel(tmp_path, qtbot):
    made = arabic()
    node = next(n for n in made.nodes if n.number == "2")
    instrument = {"name": node.text, "kind": "treaty", "target": None}
    for slot, value in (
        (Slot.CONDITIONS, {"kind": "law", "text": node.text}),
        (Slot.INSTRUMENTS, instrument),
    ):
        key = DecisionKey(node.id, slot, MACHINE.id)
        made.decisions.append(Decision(key, [value], None, (Span(0, len(node.text)),), 0.8, "words"))
    with stage(tmp_path / "ar.paraph", made, [InspectorPanel], qtbot, (320, 800)) as opened:
        panel = opened.panels[0]
        opened.select(opened.find("2"))
        qtbot.waitUntil(lambda: panel.page.parts.width() <= panel.page.scroller.viewport().width())
        chip = panel.anatomy.blocks[Slot.CONDITIONS].chips[0]
        assert chip.width() <= panel.page.scroller.viewport().width()
        assert node.text in chip.toolTip()


def full(made):
    """Every part of the fifth paragraph filled by a suggestion."""
    node = next(n for n in made.nodes if n.number == "5" and n.kind is Kind.PARAGRAPH)
    for slot, value in (
        (Slot.ACTION, 5), (Slot.TASK, "designate"),
        (Slot.ATTRIBUTION, {"by": "body", "name": "Working Group"}),
        (Slot.BENEFICIARIES, ["seafarers"]), (Slot.THEMES, ["harbours"]),
        (Slot.INSTRUMENTS, [{"name": "resolution 5/3", "kind": "resolution", "target": None}]),
        (Slot.CONDITIONS, [{"kind": "extent", "text": "as far as possible"}]),
        (Slot.TIME_FRAME, [{"kind": "deadline", "text": "by 2030", "when": "2030"}]),
        (Slot.FOLLOW_UP, [{"target": None, "response": "accepted"}]),
    ):  # fmt: skip
        made.decisions.append(Decision(DecisionKey(node.id, slot, MACHINE.id), value, None, (), 0.8, "words"))
    made.decisions.append(
        Decision(DecisionKey(node.id, Slot.FORCE, MACHINE.id, 1), 4, None, (), 0.8, "words")
    )
    return made


def test_every_part_has_a_name_for_screen_readers_a_tooltip_and_its_place_in_the_tab_order(tmp_path, qtbot):
    with stage(tmp_path / "x.paraph", full(sample()), [with_vocabularies], qtbot, (340, 1600)) as opened:
        panel = opened.panels[0]
        opened.select(opened.find("5"))
        assert all(block.isVisible() for block in panel.anatomy.blocks.values())
        controls = [one for kind in (QAbstractButton, QLineEdit) for one in panel.findChildren(kind)]
        controls = [
            one for one in controls if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert all(one.accessibleName() or one.text() for one in controls)
        assert all(one.toolTip() for one in controls)
        seen, widget = [], panel.role.button
        widget.setFocus()
        for _ in range(60):
            seen.append(widget)
            qtbot.keyClick(widget, Key.Key_Tab)
            widget = QApplication.focusWidget()
            if widget in seen:
                break
        chips = [panel.anatomy.blocks[slot].chips[0] for slot in (
            Slot.ADDRESSEES, Slot.BENEFICIARIES, Slot.THEMES, Slot.INSTRUMENTS, Slot.CONDITIONS,
            Slot.TIME_FRAME, Slot.FOLLOW_UP)]  # fmt: skip
        wanted = [panel.anatomy.force.buttons[1], panel.anatomy.action.buttons[1], chips[0],
                  panel.anatomy.verb.field, panel.anatomy.attribution.button, panel.anatomy.task.field,
                  *chips[1:], panel.anatomy.adding.button, panel.notes.field]  # fmt: skip
        places = [seen.index(one) for one in wanted]
        assert places == sorted(places)


def test_words_too_long_for_their_line_are_read_from_its_beginning_when_it_is_left(opened, panel):
    opened.select(opened.find("5"))
    field = panel.anatomy.task.field
    field.show_text("to do one thing after the other " * 20)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.end(False)
    opened.qtbot.keyClick(field, Key.Key_Tab)
    assert not field.hasFocus()
    assert field.cursorPosition() == 0
