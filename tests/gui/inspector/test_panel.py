"""The inspector in a window: what it shows, and what its controls write into the project file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from gui.attention import Found
from gui.inspector.origin import Stand
from gui.inspector.panel import InspectorPanel
from gui.menus import words_of
from gui.texts import LONGEST_NUMBER
from model import editing
from model.labels import Slot, Span, Status
from model.nodes import MENDED, Kind
from tests.gui.panels import stage
from tests.gui.sample_review import arabic, large, sample

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def press(opened, button):
    opened.qtbot.mouseClick(button, Left)
    opened.settle()


def pick(opened, menu, words):
    """Chooses from a menu by its words, as shown before the key."""
    next(action for action in menu.actions() if action.text().split("\t")[0] == words).trigger()
    opened.settle()


def own(opened, node, slot):
    shown = opened.stored().shown(node.id, slot, opened.me)
    return shown.value


def test_an_entry_that_a_person_made_is_no_guess(opened, panel):
    five = opened.find("5")
    region = five.anchor.regions

    def add(review, reviewer):
        return editing.insert_node(review, reviewer, Kind.FIGURE, region, five.parent, five.id)

    opened.session.perform(add)
    opened.settle()
    assert opened.session.current.kind is Kind.FIGURE
    assert panel.head.sure.text() == "made by hand"


def test_the_buttons_of_the_review_stand_in_one_line_and_name_their_keys_where_there_is_room(opened, panel):
    opened.select(opened.find("5"))
    buttons = panel.head.buttons
    for width, keys in ((400, "AXF"), (240, ("", "", ""))):
        panel.setFixedWidth(width)
        opened.qtbot.waitUntil(lambda width=width: panel.head.width() <= width)
        for button, key in zip(buttons.values(), keys, strict=True):
            assert button.sizeHint() == button.size_with(key)
        opened.qtbot.waitUntil(lambda: len({button.y() for button in buttons.values()}) == 1)


def test_the_title_is_in_smaller_letters_where_a_word_has_no_room(opened, panel):
    title, sizes = panel.head.title, []
    opened.select(opened.find("5"))
    for times in (1, 2):
        font = panel.font()
        font.setPointSizeF(font.pointSizeF() * times)
        panel.setFont(font)
        for width in (400, 230):
            panel.setFixedWidth(width)
            opened.qtbot.waitUntil(lambda width=width: panel.width() == width)
            widest = title.fontMetrics().horizontalAdvance("Recommendation")
            assert widest <= title.width()
            sizes.append(round(title.font().pointSizeF() / font.pointSizeF(), 2))
    assert (sizes[:3], sizes[3] < 1.15) == ([1.15, 1.15, 1.15], True)


def test_nothing_selected_says_what_to_do(opened, panel):
    assert panel.page.words.isVisible()
    assert "Select an entry" in panel.page.words.text
    opened.select(opened.find("5"))
    assert not panel.page.words.isVisible()


def test_the_head_tells_number_role_page_sureness_and_why(opened, panel):
    opened.select(opened.find("5"))
    assert panel.head.title.text() == "5 · Recommendation"
    assert panel.head.page.text().startswith("page 2 of ")
    assert panel.head.sure.text() == "97 % sure"
    assert "indent of its level" in panel.head.sure.toolTip()
    assert not panel.head.reasons.isVisible()
    press(opened, panel.head.sure)
    assert "indent of its level" in panel.head.reasons.text()
    assert panel.head.reasons.isVisible()


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
    for press in (QTest.mousePress, QTest.mouseRelease, QTest.mouseDClick, QTest.mouseRelease):
        press(widget, Left, Qt.KeyboardModifier.NoModifier, place)


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


def test_whose_word_it_is_gives_way_where_there_is_no_room(opened, panel):
    opened.select(opened.find("5"))
    origin = panel.role.origin
    assert origin.seen == origin.text() == "suggested · 90 %"
    origin.setFixedWidth(60)
    assert (origin.seen[:4], origin.seen[-1]) == ("sugg", "…")
    assert origin.text() == "suggested · 90 %"


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
    opened.qtbot.keyClick(panel.text, Key.Key_Escape)
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


def test_keys_find_a_home_when_where_they_were_is_gone(opened, panel):
    opened.select(opened.find("5"))
    panel.anatomy.addressees.chips[0].setFocus()
    opened.act("edit-text")
    assert panel.text.hasFocus()
    pick(opened, panel.anatomy.addressees.menu, "States parties")
    opened.qtbot.waitUntil(lambda: not panel.anatomy.addressees.chips)
    opened.qtbot.keyClick(panel.text, Key.Key_Escape)
    assert panel.hasFocus()


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


def test_a_number_that_is_being_typed_goes_to_its_own_entry(opened, panel):
    five, six = opened.find("5"), opened.find("6")
    opened.select(five)
    panel.place.number.setFocus()
    panel.place.number.selectAll()
    opened.qtbot.keyClicks(panel.place.number, "55")
    opened.select(six)
    opened.settle()
    stored = opened.stored().outline
    assert (stored[five.id].number, stored[six.id].number) == ("55", "6")


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


def test_history_tells_who_did_what(opened, panel):
    node = opened.find("5")
    opened.select(node)
    opened.act("role-decision")
    opened.act("undo")
    press(opened, panel.history.fold)
    opened.qtbot.waitUntil(lambda: "Took back" in panel.history.lines.text())
    text = panel.history.lines.text()
    assert text.index("Took back: set role decision on 5") < text.rindex("Set role decision on 5")
    assert "Ada" in text
    assert "Role: Decision, suggested: Recommendation (90 %)" in text
    opened.act("accept")
    opened.select(node)
    opened.qtbot.waitUntil(lambda: "Accept 5" in panel.history.lines.text())
    newest = panel.history.lines.text().split("</p>")[0]
    assert "Role: Recommendation, as suggested (90 %)" in newest
    assert "Force: Recommends, as suggested" in newest
    opened.select(opened.find("6"))
    opened.qtbot.waitUntil(lambda: "Nobody has changed it" in panel.history.lines.text())


def test_labels_of_somebody_new_have_their_name(opened, panel):
    node, ben = opened.find("5"), opened.session.project.person("Ben")
    opened.select(node)
    edit = editing.label(opened.review, ben, [node.id], Slot.ROLE, "decision")
    opened.session.take(opened.session.project.apply(edit, opened.document, ben).result())
    opened.qtbot.waitUntil(lambda: panel.role.origin.text() == "decided by Ben")


def test_history_has_the_words_that_were_changed(opened, panel):
    node = opened.find("5")
    first, *rest = node.text.split()
    changed = " ".join([first, "newly", *rest[1:]])
    opened.select(node)
    opened.session.perform(partial(_worded, node.id, changed))
    opened.settle()
    press(opened, panel.history.fold)
    opened.qtbot.waitUntil(lambda: "Edit" in panel.history.lines.text())
    assert f"Was: “{' '.join([first, *rest[:3]])}…”" in panel.history.lines.text()


def _worded(node, text, review, reviewer):
    return editing.set_text(review, reviewer, node, text)


def test_an_impossible_choice_says_why(opened, panel):
    opened.select(opened.find("a", Kind.ITEM))
    pick(opened, panel.place.menu, "Heading")
    assert opened.said == ["a hangs below a paragraph: promote it first."]
    assert panel.place.kind.text() == "Item"


def test_tab_reaches_every_control_from_top_to_bottom(opened, panel):
    opened.select(opened.find("5"))
    panel.head.sure.setFocus()
    seen, widget = [], panel.head.sure
    for _ in range(40):
        seen.append(widget)
        opened.qtbot.keyClick(widget, Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget in seen:
            break
    wanted = [panel.head.buttons["accept"], panel.text, panel.role.button, panel.anatomy.force.buttons[1],
              panel.anatomy.addressees.chips[0], panel.anatomy.addressees.add, panel.anatomy.verb.field,
              panel.notes.field, panel.place.kind, panel.place.number, panel.history.fold]  # fmt: skip
    places = [seen.index(one) for one in wanted]
    assert places == sorted(places)


def test_everything_to_press_or_fill_has_a_name_and_a_tooltip(opened, panel):
    opened.select(opened.find("5"))
    controls = [one for kind in (QAbstractButton, QLineEdit) for one in panel.findChildren(kind)]
    controls = [one for one in controls if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(controls) > 15
    for control in controls:
        name = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
        assert name, control
        assert control.toolTip(), name


@pytest.mark.parametrize("points", [8, 10, 16])
def test_nothing_is_wider_than_the_panel_at_any_text_size(tmp_path, qtbot, qapp, points):
    usual = qapp.font()
    font = qapp.font()
    font.setPointSizeF(points)
    qapp.setFont(font)
    try:
        with stage(tmp_path / "x.paraph", sample(), [InspectorPanel], qtbot, (320, 800)) as opened:
            panel = opened.panels[0]
            for node in (opened.find("5"), opened.find("b", Kind.ITEM), opened.find("II", Kind.SECTION)):
                opened.select(node)
                qtbot.waitUntil(lambda: panel.page.parts.width() <= panel.page.scroll.viewport().width())
                assert panel.width() == 320
            opened.select(opened.find("5"), opened.find("6"))
            assert panel.minimumSizeHint().width() <= 320
    finally:
        qapp.setFont(usual)


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


def test_arabic_stands_at_the_right(tmp_path, qtbot):
    with stage(tmp_path / "ar.paraph", arabic(), [InspectorPanel], qtbot) as opened:
        panel = opened.panels[0]
        opened.select(opened.find("2"))
        option = panel.text.document().defaultTextOption()
        assert option.textDirection() == Qt.LayoutDirection.RightToLeft
        assert panel.text.cursorRect().left() > panel.text.width() / 2


def test_the_panel_remembers_what_is_unfolded(opened, panel):
    panel.restore_view_state({"history": True, "reasons": True})
    assert panel.view_state() == {"history": True, "reasons": True}
