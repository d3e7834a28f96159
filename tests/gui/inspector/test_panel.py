"""The inspector in a window: what it shows, and what its controls write into the project file."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from gui.inspector.block import Block
from gui.inspector.origin import Origin, Stand
from gui.inspector.panel import InspectorPanel
from gui.theme import make_palette
from model import editing
from model.labels import Slot
from model.nodes import Kind
from tests.gui.inspector.using import pick, press
from tests.gui.panels import stage
from tests.gui.sample_review import arabic, sample

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


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


def test_whose_word_it_is_gives_way_where_there_is_no_room(opened, panel):
    opened.select(opened.find("5"))
    origin = panel.role.origin
    assert origin.seen == origin.text() == "suggested · 90 %"
    origin.setFixedWidth(60)
    assert (origin.seen[:4], origin.seen[-1]) == ("sugg", "…")
    assert origin.text() == "suggested · 90 %"


def test_keys_find_a_home_when_where_they_were_is_gone(opened, panel):
    opened.select(opened.find("5"))
    panel.anatomy.addressees.chips[0].setFocus()
    opened.act("edit-text")
    assert panel.text.hasFocus()
    pick(opened, panel.anatomy.addressees.menu, "States parties")
    opened.qtbot.waitUntil(lambda: not panel.anatomy.addressees.chips)
    opened.qtbot.keyClick(panel.text, Key.Key_Escape)
    assert panel.hasFocus()


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


def test_who_did_it_is_told_in_the_colour_of_the_theme(opened, panel, qapp, request):
    request.addfinalizer(partial(qapp.setPalette, qapp.palette()))
    opened.select(opened.find("5"))
    opened.act("role-decision")
    press(opened, panel.history.fold)
    for dark in (True, False):
        qapp.setPalette(make_palette(dark))
        color = qapp.palette().placeholderText().color().name()
        opened.qtbot.waitUntil(lambda color=color: f"color:{color}" in panel.history.lines.text())


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


def test_where_a_value_comes_from_is_cut_where_there_is_no_room(qtbot):
    block = Block(Slot.ROLE, "")
    qtbot.addWidget(block)
    block.show_origin(Origin(f"from “{'政府信息管理情况' * 9}”", stand=Stand.INHERITED, above="1"))
    block.resize(240, block.sizeHint().height())
    block.show()
    assert block.width() == 240
    assert block.name.geometry().right() < block.link.x()
    assert block.link.geometry().right() < 240


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
                qtbot.waitUntil(lambda: panel.page.parts.width() <= panel.page.scroller.viewport().width())
                assert panel.width() == 320
            opened.select(opened.find("5"), opened.find("6"))
            assert panel.minimumSizeHint().width() <= 320
    finally:
        qapp.setFont(usual)


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
