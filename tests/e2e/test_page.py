"""The page in the real window, by keys and by mouse: find, select, copy, extend, jump and come back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from gui.page.contents import CONTENTS, PAGES
from gui.page.overlays import Overlay
from model.nodes import Kind, Region

Key, Held = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def paragraph(user, number):
    return next(n for n in user.session.review.outline if n.number == number and n.kind is Kind.PARAGRAPH)


def show(user, node):
    user.session.select((node.id,), "test")
    read(user)


def read(user):
    """The words of the pages on the screen are known too."""
    user.settled()
    user.wait(lambda: not user.window.page_view.texts.busy, "the words")


def word(user, page, words, last=False):
    """Where the first or last of some words stands, in the viewport."""
    canvas = user.window.page_view.canvas
    layer = user.window.page_view.texts.get(page)
    texts = [word.text for word in layer.words]
    wanted = words.split()
    index = next(i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted)
    found = layer.words[index + (len(wanted) - 1 if last else 0)]
    x = found.x1 - 0.5 if last else found.x0 + 0.5
    spot = canvas.layout_of_pages.to_canvas(Region(page, x, found.y0, x, found.y1)).center()
    return ((spot - QPointF(canvas.offset)) / canvas.ratio).toPoint()


def drag(user, start, end):
    port = user.window.page_view.canvas.viewport()
    QTest.mousePress(port, LEFT, Held.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(12, 0))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, Held.NoModifier, end)


def test_words_are_found_and_left_again_by_keys(use, report):
    def find(user):
        user.report_opened()
        view = user.window.page_view
        user.key(Key.Key_F, Held.ControlModifier)
        user.type("working group")
        user.wait(lambda: view.finder.hits and not view.finder.busy, "the places")
        count = len(view.finder.hits)
        assert view.find_bar.count.text() == f"1 of {count}"
        for _ in range(count - 1):
            user.key(Key.Key_F3)
        user.settled()
        assert view.find_bar.count.text() == f"{count} of {count}"
        assert view.canvas.page > 1
        user.picture("1 found")
        user.key(Key.Key_F3, Held.ShiftModifier)
        assert view.find_bar.count.text() == f"{count - 1} of {count}"
        user.key(Key.Key_Escape)
        assert view.find_bar.isHidden()
        user.key(Key.Key_BracketLeft, Held.ControlModifier)
        back = view.canvas.page
        user.key(Key.Key_BracketRight, Held.ControlModifier)
        assert view.canvas.page >= back

    assert use(find, report) == 0


def test_words_are_selected_copied_and_put_on_an_entry(use, report):
    def select(user):
        user.report_opened()
        node, neighbour = paragraph(user, "1"), paragraph(user, "2")
        show(user, node)
        drag(user, word(user, 2, "The first and second"), word(user, 2, "The first and second", last=True))
        user.picture("1 selected")
        user.key(Key.Key_C, Held.ControlModifier)
        user.wait(lambda: QGuiApplication.clipboard().text() == "The first and second", "the copy")
        user.key(Key.Key_E, Held.ShiftModifier)
        user.wait(lambda: user.session.review.outline[node.id] != node, "the change")
        user.settled()
        assert user.session.review.outline[node.id].text == f"{node.text} The first and second"
        user.picture("2 extended")
        user.wait(lambda: user.session.undo_name == "extend 1", "something to undo")
        user.key(Key.Key_Z, Held.ControlModifier)
        user.settled()
        assert user.session.review.outline[node.id] == node
        assert user.session.review.outline[neighbour.id] == neighbour

    assert use(select, report) == 0


def test_entries_are_extended_and_made_by_keys_alone(use, report):
    def work(user):
        user.report_opened()
        node = paragraph(user, "2")
        show(user, node)
        user.key(Key.Key_C, times=2)
        user.wait(user.window.page_view.canvas.hasFocus, "the keys")
        user.key(Key.Key_Right)
        user.key(Key.Key_Right, Held.ControlModifier)  # after the neighbour's number
        user.key(Key.Key_Right)
        user.key(Key.Key_Right, Held.ControlModifier, Held.ShiftModifier, times=2)
        user.picture("1 the neighbour's words")
        user.key(Key.Key_E, Held.ShiftModifier)
        user.wait(lambda: user.session.review.outline[node.id] != node, "the change")
        user.settled()
        assert user.session.review.outline[node.id].text == f"{node.text} Some 1,900"
        user.key(Key.Key_Right)
        user.key(Key.Key_Down, Held.ControlModifier, Held.ShiftModifier)
        user.key(Key.Key_N, Held.ShiftModifier)
        user.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
        user.picture("2 what it becomes")
        QTest.keyClick(QApplication.activePopupWidget(), Key.Key_P)
        user.wait(lambda: user.session.current.id != node.id, "the new entry")
        user.settled()
        made = user.session.current
        assert made.kind is Kind.PARAGRAPH
        assert made.text.startswith("harbours in the area")
        user.key(Key.Key_Escape)
        user.wait(user.window.outline.tree.hasFocus, "the outline's turn")

    assert use(work, report) == 0


def test_the_page_is_arranged_by_keys(use, report):
    def arrange(user):
        user.report_opened()
        view = user.window.page_view
        user.key(Key.Key_F9)
        assert view.side.shown == PAGES
        user.key(Key.Key_F9, Held.ShiftModifier)
        assert view.side.shown == CONTENTS
        user.key(Key.Key_K, Held.ControlModifier, Held.ShiftModifier)
        assert not view.legend.isHidden()
        user.key(Key.Key_D, Held.ControlModifier)
        assert view.canvas.spread
        user.key(Key.Key_9, Held.ControlModifier)
        user.settled()
        user.picture("1 two pages, contents and key of colours")
        user.key(Key.Key_R, Held.ControlModifier)
        assert view.canvas.rotation == 90
        user.key(Key.Key_R, Held.ControlModifier, Held.ShiftModifier)
        user.key(Key.Key_1, Held.ControlModifier)
        assert Overlay.ENTRIES not in view.canvas.overlays
        user.key(Key.Key_4, Held.ControlModifier)
        assert Overlay.UNCLAIMED in view.canvas.overlays

    assert use(arrange, report) == 0


def test_an_entrys_edge_is_dragged_and_a_new_entry_drawn_by_mouse(use, report):
    def shape(user):
        user.report_opened()
        node = paragraph(user, "1")
        show(user, node)
        canvas = user.window.page_view.canvas
        line = round(26 * canvas.layout_of_pages.scale / canvas.ratio)
        drag(user, edge(user, node), edge(user, node) - QPoint(0, line))
        count = len(user.session.review.outline)
        user.wait(lambda: user.session.review.outline[node.id] != node, "the change")
        user.settled()
        shorter = user.session.review.outline[node.id]
        assert node.text.startswith(shorter.text)
        user.picture("1 shorter")
        below, above = edge(user, node) + QPoint(0, 2), edge(user, shorter) + QPoint(0, 2)
        port = canvas.viewport()
        left, right = QPoint(-below.x() // 3, 0), QPoint(below.x() // 3, 0)
        QTest.mousePress(port, LEFT, Held.ShiftModifier, above + left)
        QTest.mouseMove(port, above)
        QTest.mouseMove(port, below + right)
        user.picture("2 drawing")
        QTimer.singleShot(0, lambda: choose_item(user))
        QTest.mouseRelease(port, LEFT, Held.ShiftModifier, below + right)
        user.wait(lambda: len(user.session.review.outline) == count + 1, "the new entry")
        user.settled()
        made = user.current
        assert made.kind is Kind.ITEM
        assert made.text
        assert made.text in node.text
        user.picture("3 drawn")

    def choose_item(user):
        user.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
        user.picture("2 menu")
        menu = QApplication.activePopupWidget()
        action = next(action for action in menu.actions() if "item" in action.text().replace("&", ""))
        place = menu.actionGeometry(action).center()
        QTest.mouseMove(menu, place)
        user.wait(lambda: menu.activeAction() is action, "its turn")
        QTest.mouseClick(menu, LEFT, Held.NoModifier, place)

    assert use(shape, report) == 0


def edge(user, node):
    """The middle of the lower edge of an entry's rectangle, in the viewport."""
    canvas = user.window.page_view.canvas
    box = canvas.layout_of_pages.to_canvas(node.anchor.regions[0])
    spot = QPointF(box.center().x(), box.bottom())
    return ((spot - QPointF(canvas.offset)) / canvas.ratio).toPoint()


def test_with_its_tool_a_table_is_drawn_over_words_by_mouse_alone(use, report):
    def draw(user):
        user.report_opened()
        node = paragraph(user, "2")
        show(user, node)
        view = user.window.page_view
        QTest.mouseClick(view.bar.findChild(QToolButton, "draw"), LEFT)
        user.wait(lambda: view.canvas.drawing, "the tool")
        drag(user, word(user, node.page, "The first"), word(user, node.page, "The first") + QPoint(160, 22))
        user.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
        user.picture("menu")
        menu = QApplication.activePopupWidget()
        action = next(action for action in menu.actions() if "table" in action.text().replace("&", ""))
        QTest.mouseClick(menu, LEFT, Held.NoModifier, menu.actionGeometry(action).center())
        user.settled()
        user.wait(lambda: user.current.kind is Kind.TABLE, "the table")
        assert not view.canvas.drawing

    assert use(draw, report) == 0
