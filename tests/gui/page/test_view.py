"""Scrolling, zooming, turning, pairs of pages, jumps and the way back, on a real PDF."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pymupdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QProxyStyle, QStyle

import resources
from gui.menus import words_of
from gui.page.contents import CONTENTS, PAGES
from gui.page.fitting import Fit
from gui.stage import Stage
from model.nodes import Region
from tests.gui.page.conftest import click, point, settled

BACK, FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


def turn_wheel(canvas, notches, held=Qt.KeyboardModifier.NoModifier):
    at = QPointF(canvas.viewport().rect().center())
    event = QWheelEvent(at, canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120 * notches),
                        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_a_page_fits_the_width_and_a_whole_page_the_view(view):
    canvas = view.canvas
    assert canvas.fit is Fit.TEXT
    assert 0 < canvas.viewport().width() - canvas.layout_of_pages.rect(1).width() / canvas.ratio < 60
    canvas.fit_page()
    assert canvas.layout_of_pages.rect(1).height() <= canvas.room.height()
    view.resize(500, 500)
    assert canvas.layout_of_pages.rect(1).height() <= canvas.room.height()


def test_what_is_under_the_mouse_stays_there_when_zooming(view):
    canvas = view.canvas
    at = QPointF(200, 300)
    before = canvas.under(at * canvas.ratio)
    canvas.set_zoom(3.0, at)
    number, spot = canvas.under(at * canvas.ratio)
    assert number == before[0]
    assert (spot.x(), spot.y()) == pytest.approx((before[1].x(), before[1].y()), abs=1.0)


def test_at_800_percent_the_screen_shows_the_engines_own_pixels(view, qtbot, pdf):
    canvas = view.canvas
    canvas.set_zoom(8.0, QPointF(150, 100))
    canvas.ask()
    settled(view, qtbot)
    shown = canvas.viewport().grab().toImage()
    scale, area, sheet = canvas.layout_of_pages.scale, canvas.area, canvas.layout_of_pages.rect(1)
    with pymupdf.open(pdf) as document:
        part = area.translated(-sheet.topLeft())
        clip = pymupdf.Rect(part.left(), part.top(), part.right(), part.bottom()) / scale
        pixels = document[0].get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=clip, alpha=False)
    places = [(x, y) for x in range(40, area.width() - 40, 23) for y in range(40, area.height() - 40, 23)]
    same = sum(abs(shown.pixelColor(x, y).red() - pixels.pixel(x, y)[0]) < 48 for x, y in places)
    dark = sum(pixels.pixel(x, y)[0] < 128 for x, y in places)
    assert dark > 10  # there are letters to compare
    assert same > 0.97 * len(places)


def test_a_typed_page_number_gives_the_keys_back_to_the_pages(view, qtbot):
    field = view.bar.findChild(QLineEdit)
    view.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.canvas.page == 5
    assert view.canvas.hasFocus()
    field.setFocus()
    field.setText("7")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (view.canvas.page, field.text()) == (5, "5")
    assert view.canvas.hasFocus()


def test_pages_turn_and_turn_back(view, qtbot):
    canvas = view.canvas
    canvas.go_to(3)
    tall = canvas.layout_of_pages.rect(3).size()
    canvas.rotate(90)
    assert canvas.layout_of_pages.rect(3).width() > canvas.layout_of_pages.rect(3).height()
    assert canvas.page == 3
    canvas.rotate(270)
    assert canvas.layout_of_pages.rect(3).size() == tall
    settled(view, qtbot)


def test_two_pages_side_by_side_keep_the_page_and_go_to_either(view):
    canvas = view.canvas
    canvas.go_to(5)
    view.set_spread(True)
    assert canvas.page == 5
    assert canvas.layout_of_pages.rect(5).top() == canvas.layout_of_pages.rect(6).top()
    assert canvas.layout_of_pages.rect(6).right() < canvas.layout_of_pages.width
    canvas.go_to(8)
    assert canvas.page == 8
    view.set_spread(False)
    assert canvas.page == 8


def test_the_whole_view_is_restored(view):
    view.set_spread(True)
    view.set_side(CONTENTS)
    view.set_legend_shown(True)
    view.canvas.set_zoom(1.5)
    view.canvas.go_to(7)
    state = view.view_state()
    view.set_spread(False)
    view.set_side("")
    view.set_legend_shown(False)
    view.canvas.fit_width()
    view.canvas.go_to(1)
    view.restore_view_state(state)
    assert view.view_state() == state
    assert (view.side.shown, view.canvas.spread, view.legend.isHidden()) == (CONTENTS, True, False)


def test_the_place_of_an_older_version_is_understood(view):
    place = {"page": 4, "x": 0, "y": 0, "zoom": 1, "fit": "width", "rotation": 0}
    view.restore_view_state(place | {"thumbnails": True, "outlines": True, "paper": "white"})
    assert (view.canvas.page, view.side.shown) == (4, PAGES)


def test_the_wheel_rolls_smoothly_and_adds_up(view, qtbot):
    canvas = view.canvas
    before = canvas.verticalScrollBar().value()
    turn_wheel(canvas, -1)
    turn_wheel(canvas, -1)
    qtbot.waitUntil(lambda: not canvas.glides)
    line = QApplication.wheelScrollLines() * canvas.verticalScrollBar().singleStep()
    assert canvas.verticalScrollBar().value() - before == 2 * line


def test_the_wheel_zooms_with_ctrl(view):
    before = view.canvas.zoom
    turn_wheel(view.canvas, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.zoom == pytest.approx(before * 1.15)


class NoMotion(QProxyStyle):
    def styleHint(self, hint, option=None, widget=None, returned=None):  # noqa: N802
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returned)


def test_the_page_glides_to_a_rectangle_unless_the_system_asks_for_less_motion(view, qtbot):
    canvas = view.canvas
    canvas.reveal([Region(6, 72, 300, 300, 320)])
    assert canvas.glides
    qtbot.waitUntil(lambda: not canvas.glides)
    assert canvas.is_seen(Region(6, 72, 300, 300, 320))
    style = NoMotion()
    canvas.setStyle(style)
    canvas.reveal([Region(2, 72, 300, 300, 320)])
    assert not canvas.glides
    assert canvas.is_seen(Region(2, 72, 300, 300, 320))


def test_what_comes_into_sight_has_room_for_what_follows(view, qtbot):
    canvas = view.canvas
    for first, next_one in ((Region(6, 72, 300, 300, 320), 340), (Region(2, 72, 700, 300, 720), 740)):
        canvas.reveal([first])
        settled(view, qtbot)
        box = canvas.layout_of_pages.to_canvas(first)
        assert box.top() - canvas.area.top() < canvas.area.bottom() - box.bottom()
        there = canvas.offset
        canvas.reveal([first._replace(y0=next_one, y1=next_one + 20)])
        assert not canvas.glides
        assert canvas.offset == there


# --- jumps ---------------------------------------------------------------------------------------------


def test_a_link_inside_the_pdf_is_followed_and_the_way_back_is_known(view, qtbot):
    canvas = view.canvas
    at = point(canvas, 1, 350, 625)
    assert canvas.hint_at(QPointF(at) * canvas.ratio + QPointF(canvas.offset)) == "Go to page 8"
    QTest.mouseMove(canvas.viewport(), at)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    click(canvas, at)
    assert canvas.page == 8
    place = canvas.verticalScrollBar().value()
    assert place > canvas.layout_of_pages.rect(8).top()
    click(canvas, QPoint(100, 100), BACK)
    assert (canvas.page, canvas.verticalScrollBar().value()) == (1, 0)
    click(canvas, QPoint(100, 100), FORWARD)
    assert abs(canvas.verticalScrollBar().value() - place) <= 1
    click(canvas, QPoint(100, 100), FORWARD)
    assert abs(canvas.verticalScrollBar().value() - place) <= 1


def test_a_link_to_the_web_shows_its_address_and_copies_it(view, qtbot):
    canvas = view.canvas
    canvas.go_to(2)
    settled(view, qtbot)
    at = point(canvas, 2, 350, 625)
    assert "https://undocs.org/A/78/1" in canvas.hint_at(QPointF(at) * canvas.ratio + QPointF(canvas.offset))
    click(canvas, at)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "https://undocs.org/A/78/1")
    assert canvas.page == 2


def test_a_pair_that_fits_the_width_leaves_nothing_to_scroll_by(view):
    view.set_spread(True)
    for width in range(700, 720):
        view.resize(width, 800)
        assert view.canvas.horizontalScrollBar().maximum() == 0, width


def test_contents_of_the_pdf_lead_to_their_pages_and_follow_the_reader(view):
    view.set_side(CONTENTS)
    tree = view.side.contents.tree
    part = tree.topLevelItem(0).child(0)
    assert part.text(0) == "A part of it"
    tree.itemClicked.emit(part, 0)
    assert view.canvas.page == 3
    view.canvas.go_to(11)
    assert tree.currentItem().text(0) == "End"
    view.navigator.back()
    assert view.canvas.page == 1


def test_contents_lead_to_the_place_on_the_page_and_the_chosen_entry_stays_marked(view):
    canvas = view.canvas
    view.set_side(CONTENTS)
    tree = view.side.contents.tree
    part, below = tree.topLevelItem(0).child(0), tree.topLevelItem(0).child(1)
    tree.itemClicked.emit(below, 0)
    page, top = canvas.under(QPointF(canvas.room.width() / 2, 0))
    assert (page, top.y()) == (3, pytest.approx(500, abs=20))
    assert canvas.page == 4, "most of what is seen"
    assert tree.currentItem() is below
    canvas.go_to(3)
    assert tree.currentItem() is below, "of this page too"
    canvas.go_to(1)
    canvas.go_to(3)
    assert tree.currentItem() is part


def test_going_somewhere_new_forgets_what_was_ahead(view):
    for page in (4, 8):
        view.navigator.jump(page)
    view.navigator.back()
    assert view.canvas.page == 4
    view.navigator.jump(6)
    view.navigator.forward()
    assert view.canvas.page == 6
    view.navigator.back()
    view.navigator.back()
    assert view.canvas.page == 1


def test_the_menu_of_sizes_marks_the_one_that_is_shown_and_fits_the_page(view):
    menu = view.bar.findChild(QMenu)

    def marked():
        menu.aboutToShow.emit()
        return [words_of(action) for action in menu.actions() if action.isChecked()]

    assert marked() == ["Fit text"]
    view.canvas.set_zoom(1.5)
    assert marked() == ["150 %"]
    view.canvas.set_zoom(1.37)
    assert marked() == []
    next(action for action in menu.actions() if words_of(action) == "Fit page").trigger()
    assert view.canvas.fit is Fit.PAGE
    assert marked() == ["Fit page"]


@pytest.fixture
def across(tmp_path):
    """Five pages, the fourth laid across."""
    path = tmp_path / "tables.pdf"
    with pymupdf.open() as document:
        for number in range(5):
            document.new_page(width=842 if number == 3 else 595, height=595 if number == 3 else 842)
        document.save(path)
    return path


def test_a_page_laid_across_makes_the_others_no_smaller(view, qtbot, across):
    canvas = view.canvas
    view.pdf.show(across)
    qtbot.waitUntil(lambda: view.pdf.path == across)
    settled(view, qtbot)
    usual = canvas.zoom
    assert canvas.layout_of_pages.rect(1).width() / canvas.ratio > canvas.viewport().width() - 60
    view.resize(1100, 800)
    qtbot.waitUntil(lambda: canvas.zoom > usual)
    shown = canvas.layout_of_pages.rect(1).translated(-canvas.offset)
    assert shown.left() > 0
    assert shown.right() < canvas.room.width()
    view.resize(700, 800)
    qtbot.waitUntil(lambda: canvas.zoom == usual)
    view.go_to(4)
    assert canvas.zoom == usual
    canvas.fit_width()
    assert canvas.zoom < usual
    assert canvas.horizontalScrollBar().maximum() == 0
    view.go_to(1)
    canvas.fit_width()
    assert canvas.zoom == usual
    canvas.reveal([Region(4, 5, 20, 60, 40)])
    settled(view, qtbot)
    assert canvas.is_seen(Region(4, 5, 20, 60, 40))
    canvas.reveal([Region(1, 560, 20, 590, 40)])
    settled(view, qtbot)
    assert canvas.is_seen(Region(1, 5, 20, 590, 40))


@pytest.fixture
def wall(view, qtbot, tmp_path):
    """A view of a page as large as a wall, with words at its top and a square in its middle."""
    path = tmp_path / "wall.pdf"
    with pymupdf.open() as document:
        page = document.new_page(width=200_000, height=200_000)
        page.draw_rect((90_000, 90_000, 110_000, 110_000), color=None, fill=(0, 0, 0))
        document.new_page()
        document.save(path)
    view.pdf.show(path)
    qtbot.waitUntil(lambda: view.pdf.path == path, timeout=20_000)
    return view


def test_a_page_as_large_as_a_wall_is_seen_whole(wall, qtbot):
    canvas = wall.canvas
    canvas.fit_page()
    settled(wall, qtbot)
    sheet = canvas.layout_of_pages.rect(1)
    assert canvas.room.height() * 0.5 < sheet.height() <= canvas.room.height()
    assert canvas.source.errors == {}
    middle = (QPointF(sheet.center() - canvas.offset) / canvas.ratio).toPoint()
    assert canvas.viewport().grab().toImage().pixelColor(middle).lightness() < 40
    canvas.zoom_out()
    assert canvas.layout_of_pages.rect(1).height() <= sheet.height()
    canvas.zoom_in()
    assert sheet.height() < canvas.layout_of_pages.rect(1).height() < 10 * sheet.height()


def test_a_page_as_large_as_a_wall_is_drawn_in_tiles_where_it_is_looked_at(wall, qtbot):
    canvas = wall.canvas
    canvas.set_zoom(1.0)
    canvas.go_to(1, 100_000)
    canvas.horizontalScrollBar().setValue(canvas.horizontalScrollBar().maximum() // 2)
    canvas.ask()
    settled(wall, qtbot)
    assert canvas.source.errors == {}
    assert canvas.viewport().grab().toImage().pixelColor(50, 50).lightness() < 40


def test_why_a_page_is_not_drawn_stands_in_the_middle_of_what_is_seen_of_it(view, pdf, qtbot):
    view.pdf.show(pdf)
    qtbot.waitUntil(lambda: view.pdf.path == pdf)
    canvas = view.canvas
    canvas.set_zoom(4.0)
    canvas.go_to(1, 0)
    canvas.source.errors[1] = "It is torn."
    for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
        for value in (0, 400):
            bar.setValue(value)
            seen, box = canvas.layout_of_pages.rect(1).intersected(canvas.area), canvas.retry_box(1)
            assert canvas.area.contains(box)
            assert abs(box.center().x() - seen.center().x()) <= 1


def test_why_a_page_is_not_drawn_is_said_whole_though_it_takes_many_lines(view, pdf, qtbot):
    view.pdf.show(pdf)
    qtbot.waitUntil(lambda: view.pdf.path == pdf)
    canvas = view.canvas
    canvas.set_zoom(4.0)
    settled(view, qtbot)

    def top(lines):
        """The upper quarter of what is seen, with a reason of this many lines in the middle."""
        canvas.source.errors[1] = "\n".join(["It is torn."] * lines)
        shown = canvas.viewport().grab().toImage()
        return shown.copy(0, 0, shown.width(), shown.height() // 4)

    assert top(1) == top(2)
    assert top(2) != top(30)


@pytest.mark.parametrize("change", ["written over", "replaced", "deleted"])
def test_a_pdf_that_another_program_changed_shows_the_pages_of_the_project(qapp, copy, pdf, tmp_path, change):
    original = tmp_path / "report.pdf"
    original.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE document SET original_path = ?", (str(original),))
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.settle()
        view = stage.window.page_view
        assert view.pdf.path == original
        view.pdf.look_after()
        stage.settle()
        assert view.pdf.path == original
        if change == "written over":
            original.write_bytes(pdf.read_bytes())
        elif change == "replaced":
            pdf.replace(original)
        else:
            original.unlink()
        view.pdf.look_after()
        stage.wait_for(lambda: view.pdf.path != original, "the copy")
        stage.settle()
        assert view.pdf.path.read_bytes() == resources.read_bytes("sample", "report.pdf")
        assert view.source.errors == {}
