"""The outline's filter: what it shows, and what is selected under it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from model.nodes import Kind

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def shown(tree):
    return [row.node for row in tree.entries.rows]


def filter_by(opened, panel, text):
    opened.qtbot.keyClicks(panel.header.words, text)
    opened.qtbot.waitUntil(lambda: panel.tree.entries.filter.words == tuple(text.casefold().split()))


def test_what_is_selected_shows_though_folded_filtered_or_of_a_hidden_kind(opened, panel, tree):
    section, four = opened.find("II", Kind.SECTION), opened.find("4")
    tree.set_open(tree.entries.row_of(section.id), False)
    opened.select(four)
    assert tree.entries.row_of(four.id) is not None
    footnote = next(n for n in opened.review.outline if n.kind is Kind.FOOTNOTE)
    opened.select(footnote)
    assert tree.entries.row_of(footnote.id) is not None
    opened.select(four)
    assert tree.entries.row_of(footnote.id) is None
    filter_by(opened, panel, "dredging")
    six = opened.find("6")
    assert tree.entries.row_of(six.id) is None
    opened.select(six)
    assert tree.entries.row_of(six.id) is not None


def test_ctrl_l_goes_to_the_filter_and_escape_clears_and_leaves_it(opened, panel, tree):
    tree.setFocus()
    before = shown(tree)
    opened.qtbot.keyClick(tree, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert panel.header.words.hasFocus()
    filter_by(opened, panel, "Liaison OFFICER")
    assert [opened.review.outline[node].number for node in shown(tree)] == ["II", "A", "9"]
    assert "1 of" in panel.header.found.text()
    opened.qtbot.keyClick(panel.header.words, Key.Key_Escape)
    assert shown(tree) == before
    assert panel.header.words.text() == ""
    opened.qtbot.keyClick(panel.header.words, Key.Key_Escape)
    assert tree.hasFocus()


def test_the_filter_knows_roles_and_states(opened, panel, tree):
    node = opened.find("6")
    opened.select(node)
    opened.act("flag")
    for action in panel.header.filter_menu.actions():
        if action.text() in ("Flagged", "Recommendation"):
            action.trigger()
    assert tree.entries.walk() == [node.id]
    panel.header.clear.click()
    assert len(tree.entries.walk()) > 50


def test_an_entry_stays_under_the_filter_until_the_reviewer_goes_on(opened, panel, tree):
    for action in panel.header.filter_menu.actions():
        if action.text() == "Unreviewed":
            action.trigger()
    five, six = opened.find("5"), opened.find("6")
    opened.select(five)
    opened.act("flag")
    assert tree.entries.row_of(five.id) is not None
    opened.select(six)
    assert tree.entries.row_of(five.id) is None


def test_nothing_found_says_so_with_the_way_out(opened, panel):
    filter_by(opened, panel, "zebra")
    assert panel.empty.isVisible()
    panel.empty.clear_button.click()
    assert panel.tree.isVisible()


def test_what_the_filter_shows_only_as_context_is_not_selected_with_the_rest(opened, panel, tree):
    filter_by(opened, panel, "accidents")
    asked = set(tree.entries.walk())
    assert len(asked) < len(tree.entries.rows)
    tree.setFocus()
    for keys in ([(Key.Key_A, Mod.ControlModifier)],
                 [(Key.Key_Home, Mod.NoModifier), (Key.Key_End, Mod.ShiftModifier)]):  # fmt: skip
        tree.clearSelection()
        for key, held in keys:
            opened.qtbot.keyClick(tree, key, held)
        assert set(opened.session.selection) == asked
        assert {tree.entries.rows[index.row()].node for index in tree.selectedIndexes()} == asked


def test_under_a_filter_only_what_it_asks_for_is_selected_below_a_heading(opened, panel, tree):
    filter_by(opened, panel, "harbour masters")
    context = next(row.node for row in tree.entries.rows if row.context)
    opened.session.select((context,))
    opened.act("select-below")
    below = {node.id for node in opened.review.outline.subtree(opened.review.outline[context])}
    assert set(opened.session.selection) == set(tree.entries.walk()) & below
    assert opened.session.selection
