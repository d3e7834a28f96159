"""The outline in a window: what a reviewer sees, presses, clicks and drags."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from gui.menus import words_of
from gui.outline.filtering import Filter
from gui.texts import LONGEST_NUMBER
from model import editing
from model.labels import Role, Slot, Status
from model.nodes import Kind
from tests.gui.outline.conftest import make
from tests.gui.panels import stage
from tests.gui.sample_review import arabic, large

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def shown(tree):
    return [row.node for row in tree.entries.rows]


def box(tree, node):
    return tree.visualRect(tree.entries.index(tree.entries.row_of(node.id)))


def click(opened, tree, node, mods=Mod.NoModifier):
    opened.qtbot.mouseClick(tree.viewport(), Left, mods, box(tree, node).center())


def test_footnotes_and_contents_are_hidden_until_asked_for(opened, panel, tree):
    kinds = {opened.review.outline[node].kind for node in shown(tree)}
    assert not kinds & {Kind.FOOTNOTE, Kind.CONTENTS, Kind.FURNITURE}
    footnotes = next(a for a in panel.header.shown_menu.actions() if a.text() == "Footnotes")
    footnotes.trigger()
    kinds = {opened.review.outline[node].kind for node in shown(tree)}
    assert Kind.FOOTNOTE in kinds
    assert Kind.CONTENTS not in kinds


def test_a_click_selects_everywhere_and_a_selection_elsewhere_shows_here(opened, tree):
    five, six = opened.find("5"), opened.find("6")
    click(opened, tree, five)
    assert opened.session.selection == (five.id,)
    opened.select(six)
    assert [tree.entries.rows[index.row()].node for index in tree.selectedIndexes()] == [six.id]
    last = opened.find("36")
    opened.select(last)
    assert tree.viewport().rect().contains(box(tree, last).center())


def test_several_are_selected_with_shift_and_control(opened, tree):
    five, seven, nine = opened.find("5"), opened.find("7"), opened.find("9")
    click(opened, tree, five)
    click(opened, tree, seven, Mod.ShiftModifier)
    assert set(opened.session.selection) == {five.id, opened.find("6").id, seven.id}
    assert opened.session.selection[0] == seven.id
    click(opened, tree, nine, Mod.ControlModifier)
    assert len(opened.session.selection) == 4


def test_the_keyboard_selects_ranges_pages_and_everything(opened, tree):
    opened.select(opened.find("5"))
    tree.setFocus()
    for _ in range(2):
        opened.qtbot.keyClick(tree, Key.Key_Down, Mod.ShiftModifier)
    numbers = [opened.review.outline[node].number for node in opened.session.selection]
    assert numbers == ["7", "5", "6"]
    opened.qtbot.keyClick(tree, Key.Key_End)
    assert opened.session.selection == (shown(tree)[-1],)
    assert tree.verticalScrollBar().value() == tree.verticalScrollBar().maximum()
    opened.qtbot.keyClick(tree, Key.Key_PageUp)
    assert tree.currentIndex().row() < len(tree.entries.rows) - 15
    opened.qtbot.keyClick(tree, Key.Key_A, Mod.ControlModifier)
    assert len(opened.session.selection) == len(tree.entries.rows)


def test_j_and_k_walk_what_the_tree_shows(opened, tree):
    section = opened.find("II", Kind.SECTION)
    tree.set_open(tree.entries.row_of(section.id), False)
    opened.select(section)
    tree.setFocus()
    opened.qtbot.keyClick(tree, Key.Key_J)
    assert opened.session.current.number == "III"
    opened.qtbot.keyClick(tree, Key.Key_K)
    assert opened.session.current.id == section.id


def test_letters_act_and_never_search_the_tree(opened, tree):
    node = opened.find("6")
    opened.select(node)
    tree.setFocus()
    opened.qtbot.keyClick(tree, Key.Key_X)
    opened.settle()
    assert opened.review.status(node.id, opened.me) is Status.REJECTED
    opened.qtbot.keyClick(tree, Key.Key_2)
    opened.settle()
    assert opened.stored().shown(node.id, Slot.ROLE, opened.me).value == "decision"
    opened.qtbot.keyClick(tree, Key.Key_Y)  # the first letter of no action
    assert opened.session.selection == (node.id,)


def test_arrows_fold_and_unfold_and_walk_in_and_out(opened, tree):
    section, four = opened.find("II", Kind.SECTION), opened.find("4")
    opened.select(four)
    tree.setFocus()
    opened.qtbot.keyClick(tree, Key.Key_Left)
    assert opened.session.selection == (section.id,)
    opened.qtbot.keyClick(tree, Key.Key_Left)
    assert tree.entries.row_of(four.id) is None
    opened.qtbot.keyClick(tree, Key.Key_Right)
    assert tree.entries.row_of(four.id) is not None
    opened.qtbot.keyClick(tree, Key.Key_Right)
    assert opened.session.selection == (four.id,)


def test_the_arrow_folds_by_mouse_and_takes_the_selection_along(opened, tree):
    section, four = opened.find("II", Kind.SECTION), opened.find("4")
    opened.select(four)
    row = tree.entries.row_of(section.id)
    arrow = tree.row_delegate.boxes(row, box(tree, section)).arrow
    opened.qtbot.mouseClick(tree.viewport(), Left, pos=arrow.center())
    assert tree.entries.row_of(four.id) is None
    assert opened.session.selection == (section.id,)


def test_n_edits_the_number_in_its_row(opened, tree):
    node = opened.find("6")
    opened.select(node)
    tree.setFocus()
    opened.qtbot.keyClick(tree, Key.Key_N)
    field = tree.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "6"
    field.setText("6" * 5000)  # pasted by mistake
    assert len(field.text()) == LONGEST_NUMBER
    field.clear()
    opened.qtbot.keyClicks(field, "6n1")
    opened.qtbot.keyClick(field, Key.Key_Return)
    opened.qtbot.waitUntil(lambda: opened.review.outline[node.id].number == "6n1")
    assert opened.stored().outline[node.id].number == "6n1"


def test_an_edit_that_comes_late_does_not_overwrite_a_number_being_typed(opened, tree):
    node = opened.find("6")
    opened.select(node)
    opened.actions["edit-number"].trigger()
    field = tree.findChild(QLineEdit)
    opened.qtbot.keyClicks(field, "77")
    opened.session.perform(lambda review, reviewer: editing.flag(review, reviewer, [node.id]))
    opened.settle()
    assert field.text() == "77"
    opened.qtbot.keyClick(field, Key.Key_Escape)


def test_screen_readers_find_a_row_for_every_entry(opened, tree):
    spoken = QAccessible.queryAccessibleInterface(tree)
    assert spoken.childCount() == len(tree.entries.rows)
    row = tree.entries.row_of(opened.find("5").id)
    assert spoken.child(row).text(QAccessible.Text.Name).startswith("5, Recommendation, suggested")
    assert spoken.child(row).rect().height() == tree.height_of_row


def test_a_double_click_edits_a_heading_in_its_row_and_escape_drops_it(opened, tree):
    heading = opened.find("II", Kind.SECTION)
    opened.qtbot.mouseDClick(tree.viewport(), Left, pos=box(tree, heading).center())
    field = tree.findChild(QLineEdit)
    assert field.text() == heading.text
    opened.qtbot.keyClicks(field, "Other words")
    opened.qtbot.keyClick(field, Key.Key_Escape)
    opened.qtbot.waitUntil(lambda: tree.findChild(QLineEdit) is None)
    assert opened.review.outline[heading.id].text == heading.text
    opened.qtbot.keyClick(tree, Key.Key_F2)
    field = tree.findChild(QLineEdit)
    opened.qtbot.keyClicks(field, "What to do")
    opened.qtbot.keyClick(field, Key.Key_Return)
    opened.qtbot.waitUntil(lambda: opened.review.outline[heading.id].text == "What to do")
    assert opened.stored().outline[heading.id].text == "What to do"


def test_a_double_click_on_a_paragraph_asks_for_the_text_editor(opened, tree):
    node = opened.find("6")
    with opened.qtbot.waitSignal(opened.session.requested, check_params_cb=lambda name: name == "edit-text"):
        opened.qtbot.mouseDClick(tree.viewport(), Left, pos=box(tree, node).center())
    assert opened.session.selection == (node.id,)


def test_a_double_click_on_a_number_edits_it_in_its_row(opened, tree):
    heading = opened.find("II", Kind.SECTION)
    row = tree.entries.row_of(heading.id)
    number = tree.row_delegate.boxes(row, box(tree, heading)).number.center()
    opened.qtbot.mouseDClick(tree.viewport(), Left, pos=number)
    assert tree.findChild(QLineEdit).text() == "II"


@pytest.fixture
def soon(qapp):
    """A click is not a double click after a moment."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(5)
    yield
    qapp.setDoubleClickInterval(before)


def test_clicks_on_what_is_selected_leave_the_keys_their_meaning(opened, tree, soon):
    heading = opened.find("II", Kind.SECTION)
    for _ in range(3):
        click(opened, tree, heading)
        opened.qtbot.wait(30)
    assert tree.findChild(QLineEdit) is None, "a letter typed now would be taken for a word"


def test_long_numbers_are_told_apart_by_their_ends(opened, tree):
    pictures = []
    for number in ("Recommendation 2", "Recommendation 3"):
        node = opened.find("6") if not pictures else opened.find("Recommendation 2")
        edit = partial(editing.set_number, node_id=node.id, number=number)
        opened.session.perform(edit)
        opened.settle()
        row = tree.entries.row_of(node.id)
        area = tree.row_delegate.boxes(row, box(tree, node)).number
        assert tree.fontMetrics().horizontalAdvance(number) > area.width()
        pictures.append(tree.viewport().grab(area).toImage())
    assert pictures[0] != pictures[1]


def test_the_context_menu_offers_the_windows_own_actions(opened, tree):
    opened.select(opened.find("6"))
    tree.setFocus()
    place = tree.viewport().mapToGlobal(QPoint(5, 5))
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(tree.viewport(), QContextMenuEvent(reason, QPoint(5, 5), place))
    menu = next(one for one in tree.findChildren(QMenu) if one.isVisible())
    assert opened.actions["accept"] in menu.actions()
    assert {"Role", "Kind"} <= {words_of(action) for action in menu.actions()}
    assert all(action.isEnabled() for action in menu.actions())
    assert opened.actions["next-recommendation"] not in menu.actions()
    menu.close()


def test_the_topmost_row_stays_through_edits_above_and_is_restored(opened, panel, tree):
    tree.verticalScrollBar().setValue(700)
    top = tree.top()
    first = opened.find("1")
    opened.session.perform(lambda review, reviewer: editing.delete_to_furniture(review, reviewer, [first.id]))
    opened.session.select((), "test")
    opened.settle()
    assert tree.entries.row_of(first.id) is None or first.id == opened.session.selection[0]
    state = panel.view_state()
    tree.scrollToTop()
    tree.set_all_open(False)
    panel.restore_view_state(state)
    assert panel.view_state() == state
    assert top is not None


def test_the_next_entry_is_selected_when_one_is_deleted(opened, tree):
    first, second = opened.find("5"), opened.find("6")
    third = opened.find("7")
    opened.select(first, second)
    opened.act("delete")
    assert opened.session.selection == (third.id,)
    opened.act("undo")
    assert opened.session.current.id in (first.id, second.id)
    opened.select(opened.review.outline[tree.entries.walk()[-1]])
    before = tree.entries.walk()[-2]
    opened.act("delete")
    assert opened.session.selection == (before,)


def test_folded_sections_stay_folded_through_edits(opened, tree):
    section = opened.find("III", Kind.SECTION)
    tree.set_open(tree.entries.row_of(section.id), False)
    opened.select(opened.find("7"))
    opened.act("merge")
    opened.act("demote")
    opened.act("undo")
    row = tree.entries.rows[tree.entries.row_of(section.id)]
    assert row.branch
    assert not row.open


def test_a_heading_is_selected_with_all_below_it_in_one_step(opened, tree):
    section = opened.find("III", Kind.SECTION)
    below = [node.id for node in opened.review.outline.subtree(section)]
    tree.set_open(tree.entries.row_of(section.id), False)
    opened.select(section)
    opened.act("select-below")
    asked = [node_id for node_id in tree.entries.walk() if node_id in below]
    assert len(asked) > 3
    assert list(opened.session.selection) == asked
    assert sorted(index.row() for index in tree.selectedIndexes()) == [
        tree.entries.row_of(one) for one in asked
    ]


def test_several_selected_entries_are_merged_into_the_first(opened, tree):
    five, six, seven = (opened.find(number) for number in "567")
    opened.session.select((seven.id, five.id, six.id))
    opened.act("merge")
    assert opened.session.selection == (five.id,)
    assert opened.review.outline[five.id].text.endswith(f"7. {seven.text}")
    opened.act("undo")
    assert opened.review.outline[six.id] == six


def test_text_from_right_to_left_mirrors_the_tree(tmp_path, qtbot):
    with stage(tmp_path / "ar.paraph", arabic(), [make], qtbot) as opened:
        tree = opened.panels[0].tree
        boxes = tree.row_delegate.boxes(1, tree.visualRect(tree.entries.index(1)))
        assert boxes.bar.right() == tree.viewport().width() - 1
        assert boxes.number.left() > boxes.text.right()
        assert tree.horizontalScrollBar().maximum() == 0


def test_an_edit_among_ten_thousand_rows_touches_a_few_of_them(tmp_path, qtbot):
    """What it takes in time is measured by `benchmarks.window`."""
    with stage(tmp_path / "large.paraph", large(), [make], qtbot) as opened:
        panel = opened.panels[0]
        qtbot.waitUntil(lambda: not panel.is_warming)
        model, touched, anew = panel.tree.model(), [], []
        nodes = [node for node in opened.review.outline if node.kind is Kind.PARAGRAPH]
        rows = model.rowCount()
        assert rows > 9_000

        def count(parent, first, last, *_):
            touched.append(last - first + 1)

        model.rowsInserted.connect(count)
        model.rowsRemoved.connect(count)
        model.modelReset.connect(partial(anew.append, True))
        opened.select(nodes[900])
        for action_id in ("merge", "undo", "demote", "undo", "merge"):
            opened.act(action_id)
        assert touched
        assert sum(touched) < 50
        assert not anew
        panel.header.filterAsked.emit(Filter(("harbour",), frozenset({Role.RECOMMENDATION})))
        assert 0 < model.rowCount() < rows
        panel.header.filterAsked.emit(Filter())
        assert model.rowCount() == rows - 1  # the merged one is gone


def test_what_comes_next_is_in_sight_while_one_steps_on_and_back(opened, tree):
    seen = tree.viewport().rect()
    steps = len(tree.entries.rows) - 3
    for action_id, ahead in (("next", 2), ("previous", -2)):
        for _ in range(steps):
            opened.act(action_id)
            row = tree.currentIndex().row()
            near = min(max(row + ahead, 0), len(tree.entries.rows) - 1)
            assert seen.contains(tree.visualRect(tree.entries.index(near))), (action_id, row)


def test_with_another_text_size_what_is_selected_stays_in_sight(opened, tree):
    node = next(node for node in opened.session.review.outline if node.number == "30")
    opened.session.select((node.id,), "test")
    font = tree.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    tree.setFont(font)
    opened.qtbot.waitUntil(lambda: tree.verticalScrollBar().singleStep() == tree.height_of_row)
    assert tree.viewport().rect().contains(box(tree, node).center())


def test_what_is_selected_stays_in_sight_when_a_message_takes_room_below(opened, panel, tree):
    last = tree.entries.index(tree.rows_in_sight()[-2])
    tree.setCurrentIndex(last)
    top = tree.verticalScrollBar().value()
    panel.setFixedHeight(panel.height() - 3 * tree.height_of_row)
    opened.qtbot.waitUntil(lambda: tree.verticalScrollBar().value() > top)
    assert tree.viewport().rect().contains(tree.visualRect(last))


def test_the_pictures_of_a_row_grow_with_its_text(opened, tree):
    row = tree.entries.row_of(opened.find("5").id)
    usual = tree.row_delegate.boxes(row, QRect(0, 0, 400, 26))
    font = tree.font()
    font.setPointSizeF(2 * font.pointSizeF())
    tree.setFont(font)
    large = tree.row_delegate.boxes(row, QRect(0, 0, 400, 46))
    assert large.state.width() == large.state.height() > 1.7 * usual.state.width()
    assert large.arrow.left() >= large.state.right()
    assert large.number.left() > large.arrow.right()
    shown = tree.viewport().grab(tree.visualRect(tree.entries.index(row))).toImage()
    assert shown.height() > large.state.height()


def test_a_filter_counts_what_it_leaves_among_the_kinds_that_are_shown(opened, panel, tree):
    shown_before = len(shown(tree))
    panel.header.words.setText("harbour")
    opened.qtbot.waitUntil(lambda: bool(tree.entries.filter))
    assert panel.header.found.text() == f"{tree.entries.matches} of {shown_before} entries"
