"""The inspector's buttons, menus and chips label what is selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.inspector.origin import Stand
from gui.inspector.panel import InspectorPanel
from gui.menus import words_of
from gui.texts import LONGEST_NUMBER
from model.labels import Slot, Status
from model.nodes import Kind
from tests.gui.inspector.using import pick, press
from tests.gui.panels import stage
from tests.gui.sample_review import large

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def own(opened, node, slot):
    shown = opened.stored().shown(node.id, slot, opened.me)
    return shown.value


def test_a_suggestion_is_dashed_with_its_percentage_and_accepting_makes_it_solid(opened, panel):
    opened.select(opened.find("5"))
    assert panel.role.button.stand is Stand.SUGGESTED
    assert panel.role.origin.text() == "suggested · 90 %"
    press(opened, panel.head.buttons["accept"])
    opened.select(opened.find("5"))
    assert panel.role.button.stand is Stand.DECIDED
    assert panel.role.origin.text() == "decided by you"
    assert panel.head.state.text() == "Accepted"
    assert own(opened, opened.find("5"), Slot.ROLE) == "recommendation"


def test_an_inherited_value_is_grey_and_leads_to_where_it_comes_from(opened, panel):
    item = opened.find("b", Kind.ITEM)
    opened.select(item)
    assert panel.anatomy.force.buttons[3].stand is Stand.INHERITED
    assert panel.role.link.text() == "from 10"
    press(opened, panel.role.link)
    assert opened.session.current.number == "10"


def test_role_from_the_menu_and_back_to_the_suggestion(opened, panel):
    node = opened.find("5")
    opened.select(node)
    pick(opened, panel.role.menu, "Statement")
    assert own(opened, node, Slot.ROLE) == "statement"
    assert panel.role.button.text() == "Statement"
    pick(opened, panel.role.menu, "Back to the suggestion")
    assert own(opened, node, Slot.ROLE) == "recommendation"


def test_the_role_menu_opens_with_space_and_shows_keys(opened, panel):
    opened.select(opened.find("5"))
    panel.role.button.setFocus()
    opened.qtbot.keyClick(panel.role.button, Key.Key_Space)
    assert panel.role.menu.isVisible()
    assert words_of(panel.role.menu.actions()[0]) == "Recommendation\t1"
    panel.role.menu.close()


def test_force_by_its_buttons_and_the_same_again_takes_it_back(opened, panel):
    node = opened.find("5")
    opened.select(node)
    press(opened, panel.anatomy.force.buttons[4])
    assert own(opened, node, Slot.FORCE) == 4
    assert panel.anatomy.force.buttons[4].isChecked()
    assert panel.anatomy.force.buttons[4].stand is Stand.DECIDED
    press(opened, panel.anatomy.force.buttons[4])
    assert own(opened, node, Slot.FORCE) == 3
    assert panel.anatomy.force.buttons[3].stand is Stand.SUGGESTED


def test_addressees_are_added_and_taken_away(opened, panel):
    node = opened.find("5")
    opened.select(node)
    pick(opened, panel.anatomy.addressees.menu, "Secretariat")
    assert own(opened, node, Slot.ADDRESSEES) == ["states-parties", "secretariat"]
    assert [chip.text() for chip in panel.anatomy.addressees.chips] == ["States parties", "Secretariat"]
    chip = panel.anatomy.addressees.chips[0]
    opened.qtbot.mouseClick(chip, Left, pos=QPoint(10, 10))
    opened.settle()
    assert len(panel.anatomy.addressees.chips) == 2, "only the cross takes it away"
    opened.qtbot.mouseClick(chip, Left, pos=chip.tail_box().center())
    opened.settle()
    assert own(opened, node, Slot.ADDRESSEES) == ["secretariat"]


def double_click(widget, place):
    """As the system sends it."""
    for step in (QTest.mousePress, QTest.mouseRelease, QTest.mouseDClick, QTest.mouseRelease):
        step(widget, Left, Qt.KeyboardModifier.NoModifier, place)


def test_a_double_click_decides_once(opened, panel):
    node = opened.find("5")
    opened.select(node)
    pick(opened, panel.anatomy.addressees.menu, "Secretariat")
    chip = panel.anatomy.addressees.chips[0]
    double_click(chip, chip.tail_box().center())
    opened.settle()
    assert own(opened, node, Slot.ADDRESSEES) == ["secretariat"]
    chip = panel.anatomy.addressees.chips[0]
    QTest.mouseDClick(chip, Left, Qt.KeyboardModifier.NoModifier, chip.tail_box().center())
    QTest.mouseRelease(chip, Left, Qt.KeyboardModifier.NoModifier, chip.tail_box().center())
    opened.settle()  # what came under the mouse with the first click
    assert own(opened, node, Slot.ADDRESSEES) == ["secretariat"]
    button = panel.anatomy.force.buttons[4]
    double_click(button, button.rect().center())
    opened.settle()
    assert own(opened, node, Slot.FORCE) == 4


def test_delete_on_a_chip_takes_the_addressee_not_the_entry(opened, panel):
    node = opened.find("5")
    opened.select(node)
    chip = panel.anatomy.addressees.chips[0]
    chip.setFocus()
    opened.qtbot.keyClick(chip, Key.Key_Delete)
    opened.settle()
    assert opened.review.outline[node.id].kind is Kind.PARAGRAPH
    assert own(opened, node, Slot.ADDRESSEES) == []
    assert panel.anatomy.addressees.add.hasFocus()


def test_somebody_named_takes_the_place_of_implicit(opened, panel):
    node = opened.find("5")
    opened.select(node)
    for words in ("States parties", "Implicit", "Academia"):
        pick(opened, panel.anatomy.addressees.menu, words)
    assert own(opened, node, Slot.ADDRESSEES) == ["academia"]


def test_kind_and_number_are_changed(opened, panel):
    node = opened.find("5")
    opened.select(node)
    field = panel.place.number
    field.setFocus()
    field.selectAll()
    field.insert("5" * 5000)  # pasted by mistake
    assert len(field.text()) == LONGEST_NUMBER
    field.clear()
    opened.qtbot.keyClicks(field, "5 bis")
    opened.qtbot.keyClick(field, Key.Key_Return)
    opened.settle()
    assert opened.stored().outline[node.id].number == "5 bis"
    pick(opened, panel.place.menu, "Heading")
    assert opened.stored().outline[node.id].kind is Kind.SECTION
    assert panel.head.title.text() == "5 bis · Heading"
    assert not panel.role.isVisible()


def test_kind_is_changed_by_keys_of_all_that_is_selected(opened, panel):
    five, six = opened.find("5"), opened.find("6")
    opened.select(five, six)
    panel.setFocus()
    opened.qtbot.keyClick(panel, Key.Key_T)
    opened.qtbot.keyClick(panel, Key.Key_N)
    opened.settle()
    stored = opened.stored().outline
    assert [stored[node.id].kind for node in (five, six)] == [Kind.FOOTNOTE, Kind.FOOTNOTE]
    assert panel.place.kind.text() == "Footnote"
    opened.act("undo")
    assert opened.stored().outline[five.id].kind is Kind.PARAGRAPH


def test_several_are_labelled_at_once(opened, panel):
    five, six = opened.find("5"), opened.find("6")
    opened.select(five, six)
    assert panel.head.title.text() == "2 entries selected"
    assert not panel.text.isVisible()
    assert panel.anatomy.force.origin.text() == "differs"
    pick(opened, panel.role.menu, "Decision")
    press(opened, panel.anatomy.force.buttons[5])
    stored = opened.stored()
    assert {stored.shown(n.id, Slot.ROLE, opened.me).value for n in (five, six)} == {"decision"}
    assert {stored.shown(n.id, Slot.FORCE, opened.me).value for n in (five, six)} == {5}


def test_of_a_selection_with_headings_the_paragraphs_get_the_label(opened, panel):
    heading, five = opened.find("II", Kind.SECTION), opened.find("5")
    opened.select(heading, five)
    assert panel.role.button.text().startswith("Recommendation")
    assert "labels go to the paragraphs and items" in panel.head.reasons.text()
    opened.act("role-decision")
    stored = opened.stored()
    assert stored.shown(five.id, Slot.ROLE, opened.me).value == "decision"
    assert stored.shown(heading.id, Slot.ROLE, opened.me).value is None
    assert stored.status(heading.id, opened.me) is Status.UNREVIEWED


def test_more_than_can_be_compared_is_shown_without_a_pause(tmp_path, qtbot):
    with stage(tmp_path / "x.paraph", large(12), [InspectorPanel], qtbot, (340, 820)) as opened:
        panel = opened.panels[0]
        opened.select(*[node for node in opened.review.outline if node.kind is Kind.ITEM])
        assert panel.head.title.text() == "864 entries selected"
        assert panel.role.button.text() == "Several roles"
        assert panel.head.state.text() == "Several states"


def test_an_impossible_choice_says_why(opened, panel):
    opened.select(opened.find("a", Kind.ITEM))
    pick(opened, panel.place.menu, "Heading")
    assert opened.said == ["a hangs below a paragraph: promote it first."]
    assert panel.place.kind.text() == "Item"
