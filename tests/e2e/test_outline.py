"""The outline in the real window: filtered, labelled and rearranged by keys, edited and dragged by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.labels import Slot
from model.nodes import Kind

Key, Held, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def tree_of(user):
    return user.window.outline.tree


def box(user, node):
    """An entry's row, scrolled to where it can be seen."""
    tree = tree_of(user)
    index = tree.entries.index(tree.entries.row_of(node.id))
    tree.scrollTo(index)
    return tree.visualRect(index)


def click(user, node, *held):
    modifiers = held[0] if held else Held.NoModifier
    QTest.mouseClick(tree_of(user).viewport(), LEFT, modifiers, box(user, node).center())
    user.settled()


def drag(user, node, onto, share):
    """Drags an entry onto a row, `share` down its height. Qt's own loop runs until the button is let go;
    if a busy machine did that before it has begun, it would never end."""
    window, port = user.window.windowHandle(), tree_of(user).viewport()
    box(user, onto)  # whose row comes into view first
    start, target = port.mapTo(user.window, box(user, node).center()), box(user, onto)
    place = QPoint(target.center().x(), target.top() + round(share * (target.height() - 1)))
    end = port.mapTo(user.window, place)
    steps = [
        lambda: QTest.mouseMove(window, end - QPoint(0, 6)),
        lambda: QTest.mouseMove(window, end),
        lambda: QTest.mouseRelease(window, LEFT, Held.NoModifier, end),
    ]
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: steps.pop(0)() if steps and tree_of(user).findChild(QDrag) else None)
    QTest.mousePress(window, LEFT, Held.NoModifier, start)
    timer.start()
    QTest.mouseMove(window, start + QPoint(4, 4))
    QTest.mouseMove(window, start + QPoint(16, 16))
    user.wait(lambda: not steps, "the end of the drag")
    timer.stop()
    user.settled()


def now(user, node):
    return user.session.review.outline[node.id]


def role(user, node):
    return user.session.review.shown(node.id, Slot.ROLE, user.session.reviewer.id).value


def undo(user, name=""):
    """Takes back the last step, which may be asked to have a name."""
    session = user.session
    user.wait(
        lambda: session.undo_name == name if name else session.undo_name, f"{name or 'something'} to undo"
    )
    user.key(Key.Key_Z, Held.ControlModifier)
    user.settled()


def test_entries_are_filtered_and_labelled_together_by_keys(use, report):
    def label(user):
        user.report_opened()
        user.key(Key.Key_L, Held.ControlModifier)
        user.type("harbour")
        entries = tree_of(user).entries
        user.wait(lambda: entries.filter.words == ("harbour",), "the filter")
        user.picture("1 filtered")
        found = [user.session.review.outline[node_id] for node_id in entries.walk()]
        assert found
        assert all("harbour" in node.text.casefold() for node in found)
        user.key(Key.Key_Escape)
        user.wait(lambda: not entries.filter.words, "the whole outline")
        click(user, user.paragraph("5"))
        user.key(Key.Key_Down, Held.ShiftModifier, times=2)
        user.settled()
        chosen = [user.session.review.outline[node_id] for node_id in user.session.selection]
        assert {node.number for node in chosen} == {"5", "6", "7"}
        before = [role(user, node) for node in chosen]
        user.key(Key.Key_7)
        user.settled()
        assert len({role(user, node) for node in chosen}) == 1
        user.picture("2 labelled together")
        undo(user)
        assert [role(user, node) for node in chosen] == before

    assert use(label, report) == 0


def test_the_tree_is_rearranged_by_keys_and_each_step_is_undone_by_its_name(use, report):
    def rearrange(user):
        user.report_opened()
        start = list(user.session.review.outline)
        six, seven = user.paragraph("6"), user.paragraph("7")
        click(user, seven)
        user.key(Key.Key_Right, Held.AltModifier)
        user.settled()
        assert now(user, seven).parent == six.id
        user.key(Key.Key_Left, Held.AltModifier)
        user.settled()
        assert now(user, seven).parent == seven.parent
        user.key(Key.Key_M)
        user.settled()
        assert seven.id not in user.session.review.outline
        assert now(user, six).text.endswith(seven.text)
        user.picture("1 merged")
        undo(user, "merge 6 with 7")
        click(user, six)
        user.key(Key.Key_N)
        user.key(Key.Key_A, Held.ControlModifier)
        user.type("6 bis")
        user.key(Key.Key_Return)
        user.wait(lambda: now(user, six).number == "6 bis", "the number")
        user.settled()
        user.key(Key.Key_Delete)
        user.settled()
        assert now(user, six).kind is Kind.FURNITURE
        user.picture("2 deleted")
        for name in ("delete 6 bis", "renumber 6 as 6 bis", "promote 7", "demote 7"):
            undo(user, name)
        assert list(user.session.review.outline) == start

    assert use(rearrange, report) == 0


@pytest.mark.parametrize(("share", "after"), [(0.05, "6"), (0.95, "7")])
def test_an_entry_is_dragged_between_others_and_undone(use, report, share, after):
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("a drag needs a window system")

    def move(user):
        user.report_opened()
        nine, seven = user.paragraph("9"), user.paragraph("7")
        drag(user, nine, seven, share)
        outline = user.session.review.outline
        numbers = [node.number for node in outline.children(now(user, nine).parent)]
        assert numbers[numbers.index("9") - 1] == after
        user.picture(f"dragged below {after}")
        undo(user)
        assert now(user, nine) == nine

    assert use(move, report) == 0


def test_entries_are_chosen_by_clicks_and_a_heading_is_edited_in_its_row(use, report):
    def edit(user):
        user.report_opened()
        six, nine = user.paragraph("6"), user.paragraph("9")
        click(user, six)
        click(user, nine, Held.ControlModifier)
        assert set(user.session.selection) == {six.id, nine.id}
        outline = user.session.review.outline
        heading = next(node for node in outline if node.kind is Kind.SECTION and node.number == "I")
        port = tree_of(user).viewport()
        QTest.mouseDClick(port, LEFT, Held.NoModifier, box(user, heading).center())
        user.wait(lambda: QApplication.focusWidget() not in (None, tree_of(user), port), "the field")
        user.picture("1 editing in the row")
        user.key(Key.Key_A, Held.ControlModifier)
        user.type("What was found")
        user.key(Key.Key_Return)
        user.wait(lambda: now(user, heading).text == "What was found", "the new words")
        user.settled()
        undo(user)
        assert now(user, heading) == heading

    assert use(edit, report) == 0


def test_several_entries_get_a_role_by_mouse_alone(use, report):
    def label(user):
        user.report_opened()
        tree, window = tree_of(user), user.window.windowHandle()
        five, eight, order = user.paragraph("5"), user.paragraph("8"), list(user.session.review.outline)

        def tick_box(node):
            row = tree.entries.row_of(node.id)
            boxes = tree.row_delegate.boxes(row, box(user, node))
            return tree.viewport().mapTo(user.window, boxes.state.center())

        start, end = tick_box(five), tick_box(eight)
        QTest.mouseMove(window, start)
        QTest.mousePress(window, LEFT, Held.NoModifier, start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(window, start + (end - start) * share)
        user.picture("1 ticked")
        QTest.mouseRelease(window, LEFT, Held.NoModifier, end)
        user.settled()
        chosen = [user.session.review.outline[node_id] for node_id in user.session.selection]
        assert [node.number for node in chosen] == ["5", "6", "7", "8"]
        user.window.inspector.role.chosen.emit("observation")
        user.settled()
        user.picture("2 labelled")
        assert {role(user, node) for node in chosen} == {"observation"}
        assert list(user.session.review.outline) == order  # nothing was dragged

    assert use(label, report) == 0
