"""Little room for much text: the window becomes as narrow as the screen, and its rows give way."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.elided import ElidedLabel
from gui.icons import icon
from gui.inspector.pill import Pill
from gui.menu_button import MenuButton
from gui.message_bar import MessageBar, Way
from gui.page.painting import Paper
from gui.page_panel import ReadingLine
from gui.panels import NAMES
from gui.small_button import small_button
from gui.sparing_row import SparingRow
from gui.stage import Stage
from gui.tab_order import next_in_focus_chain
from gui.theme import size_window
from model.nodes import Kind


@pytest.mark.parametrize(("size", "percent"), [((900, 600), 100), ((1280, 800), 200)])
def test_the_window_fits_a_small_screen_and_large_text(qapp, copy, size, percent):
    with Stage(QSize(*size), text_percent=percent, first_start=True) as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.window.resize(*size)
        stage.settle()
        assert stage.window.first_steps.isVisible()
        assert stage.window.size() == QSize(*size)
        bar = stage.window.page_view.bar
        widgets = [item.widget() for n in range(bar.layout().count()) if (item := bar.layout().itemAt(n))]
        shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
        for part in (bar, stage.window.top_bar, stage.window.status):
            assert part.height() >= part.layout().minimumSize().height()
        for left, right in pairwise(shown):
            assert left.geometry().right() < right.x()


def test_the_window_fits_a_small_screen_with_its_left_side_open(qapp, copy):
    with Stage(QSize(900, 600)) as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.window.resize(900, 600)
        for action_id in ("side-search", "side-doubts", "side-queue", "side-history", "side-documents"):
            stage.press(action_id)
            stage.settle()
            assert stage.window.panels.side_is_open, action_id
            assert stage.window.size() == QSize(900, 600), action_id


def test_in_a_window_too_narrow_for_all_panels_those_asked_for_last_are_shown(qapp, copy):
    with Stage(QSize(1280, 600)) as stage:
        stage.new_project(copy)
        stage.open_report()
        panels = stage.window.panels

        def shown():
            ticked = [name for name in NAMES if stage.window.actions_of[f"show-{name}"].isChecked()]
            assert ticked == [name for name in NAMES if panels.is_shown(name)]
            assert stage.window.width() == 640
            return ticked

        stage.window.resize(640, 600)
        stage.settle()
        assert shown() == ["library", "page", "outline"]
        assert "F8" in stage.window.status.told
        stage.press("show-inspector")
        assert shown() == ["library", "outline", "inspector"]
        stage.press("show-page")
        assert shown() == ["library", "page", "inspector"]
        stage.press("side-search")
        assert shown() == ["library", "page"]
        stage.press("side-documents")
        stage.window.resize(1280, 600)
        stage.settle()
        assert all(map(panels.is_shown, NAMES))
        assert stage.window.settings.get("panels_hidden", []) == []


def test_beside_an_open_left_side_the_page_keeps_half_of_the_room(qapp, copy):
    with Stage(QSize(1280, 800)) as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.press("side-doubts")
        stage.settle()
        side, page, *others = stage.window.panels.sizes()
        assert side > 250
        assert page > 0.47 * (page + sum(others))


def test_each_menu_leaves_room_below_it_for_larger_text(qapp, copy):
    with Stage(QSize(1280, 800)) as stage:
        stage.new_project(copy)
        stage.open_report()
        for entry in stage.window.menuBar().actions():
            assert entry.menu().sizeHint().height() < 640, entry.text()


def test_the_documents_unfold_by_the_key_that_led_to_them(qapp, copy):
    with Stage(QSize(1280, 800)) as stage:
        stage.new_project(copy)
        stage.open_report()
        panels = stage.window.panels
        stage.press("side-documents")
        assert not panels.side_is_open
        assert stage.window.side.has_keys
        stage.press("side-documents")
        assert panels.side_is_open
        stage.press("side-documents")
        assert not panels.side_is_open


def test_an_empty_list_of_documents_says_what_to_do_where_there_is_room(qapp, tmp_path, copy):
    with Stage(QSize(1280, 800)) as stage:
        stage.new_project(tmp_path / "empty.paraph")
        nothing = stage.window.library.nothing
        assert not nothing.isVisible()  # icons only
        stage.press("side-search")
        stage.press("side-documents")
        stage.settle()
        assert nothing.isVisible()
        stage.new_project(copy)
        stage.open_report()
        assert not nothing.isVisible()


@pytest.mark.parametrize(("percent", "room"), [(200, (1280, 720)), (100, (640, 380))])
def test_every_dialog_fits_a_small_screen_with_large_text_or_at_twice_the_scale(qapp, copy, percent, room):
    asked = ("export", "releases", "dashboard", "lists", "similar", "repeats", "follow-up", "link-answer",
             "vocabularies", "evaluation", "label-scheme", "guidelines", "guide", "shortcuts",
             "about")  # fmt: skip
    with Stage(text_percent=percent) as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
        for action_id in asked:
            stage.window.actions_of[action_id].trigger()
            stage.wait_for(lambda: bool(_dialogs(stage)), action_id)
            (dialog,) = _dialogs(stage)
            least = dialog.minimumSizeHint()
            assert least.boundedTo(QSize(*room)) == least, action_id
            dialog.close()
            stage.settle()


def _dialogs(stage):
    return [dialog for dialog in stage.window.findChildren(QDialog) if dialog.isVisible()]


def test_icons_of_documents_stand_on_the_ground_of_the_bar(qapp):
    with Stage() as stage:
        view = stage.window.library.view.viewport()
        assert view.palette().color(view.backgroundRole()) == view.palette().color(QPalette.ColorRole.Window)


def test_the_icons_of_the_narrow_side_stand_below_each_other(qapp, copy):
    with Stage(QSize(1280, 800)) as stage:
        stage.new_project(copy)
        stage.open_report()
        side = stage.window.side
        assert not stage.window.panels.side_is_open
        buttons = [side.button("history"), *stage.window.library.findChildren(QToolButton)]
        seen = [button for button in buttons if button.isVisible()]
        middles = {button.mapTo(side, button.rect().center()).x() for button in seen}
        assert len(middles) == 1


def test_the_title_has_one_sort_of_dash(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        symbol = stage.window.session.review.document.masthead.symbol
        assert stage.window.windowTitle() == f"{symbol} — copy — Paraph"


def test_what_the_bar_below_the_pages_leaves_out_is_in_the_menus(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        view = stage.window.page_view
        seen = [view.canvas.paper]
        for _ in range(3):
            stage.window.actions_of["dim-pages"].trigger()
            seen.append(view.canvas.paper)
        assert seen == [Paper.WHITE, Paper.DIM, Paper.DARK, Paper.WHITE]
        tips = {button.objectName(): button.toolTip() for button in view.bar.findChildren(QToolButton)}
        assert tips["zoom-in"] == "Zoom in (Ctrl++)"
        assert tips["outlines"].endswith("(Ctrl+1)")
        assert tips["paper"] == "Dim the pages"


def test_no_panel_lies_about_in_the_window(qapp):
    with Stage() as stage:
        for panel in (stage.window.doubts, stage.window.queue):
            assert stage.window.side.isAncestorOf(panel)


def test_a_window_grows_with_its_text_as_far_as_the_screen_goes(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    font = window.font()
    font.setPointSizeF(6.0)
    window.setFont(font)
    size_window(window, 400, 300)
    usual = window.size()
    assert (usual.width(), usual.height()) == (400, 300)  # small text leaves no less room
    font.setPointSizeF(24.0)
    window.setFont(font)
    size_window(window, 400, 300)
    assert window.width() > 1.3 * usual.width()
    room = window.screen().availableSize()
    size_window(window, 4000, 100)
    assert window.width() < room.width()  # with its frame it has to be there as a whole
    size_window(window, room.width() // 2 + 200, 100)
    assert window.width() <= room.width()


def test_a_row_leaves_out_the_least_important_first(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = SparingRow(holder)
    needed, first, second = QLabel("needed"), QPushButton("first"), QPushButton("second")
    for widget in (needed, second, first):
        row.row.addWidget(widget)
    row.set_dispensable([[first], [second]])
    holder.show()
    whole = row.sizeHint().width()
    shown = []
    for width in (whole, whole - 1, row.minimumSizeHint().width(), whole):
        row.resize(width, 40)
        shown.append([widget.text() for widget in (needed, first, second) if not widget.isHidden()])
    every = ["needed", "first", "second"]
    assert shown == [every, every[:2], every[:1], every]


def test_a_message_with_a_long_name_makes_no_window_wider(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("short.pdf: it is damaged")
    narrow = bar.minimumSizeHint().width()
    for name in ("/some_folder" + "/some_folder" * 20 + "report.pdf", "a" * 240 + ".pdf", "ü" * 120 + ".pdf"):
        bar.say(f"{name}: it is damaged")
        assert bar.minimumSizeHint().width() < narrow + 600
        assert bar.text == f"{name}: it is damaged"


def test_what_is_read_of_a_report_is_said_whole_in_a_narrow_panel(qtbot):
    line = ReadingLine()
    qtbot.addWidget(line)
    line.begin(Path("report.pdf"))
    line.report(4, 4)
    line.resize(line.minimumSizeHint().width(), 40)
    line.show()
    assert line.width() < 320
    words = line.findChild(QLabel)
    assert words.width() >= words.sizeHint().width()


def test_a_label_is_cut_where_there_is_no_room_and_whole_where_there_is(qtbot):
    label = ElidedLabel("Accept it (A) or choose its role (1–8)")
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    assert label.text() == "Accept it (A) or choose its role (1–8)"
    label.resize(60, 20)
    assert label.text().endswith("…")
    assert label.toolTip() == "Accept it (A) or choose its role (1–8)"
    place = ElidedLabel("Recommendation 1 of 2", cut=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(place)
    place.show()
    place.resize(100, 20)
    assert place.text().startswith("Rec")
    assert place.text().endswith("1 of 2")


def test_what_the_line_below_tells_is_cut_visibly_where_it_has_no_room(stage):
    stage.window.resize(900, 600)
    words = "Every entry of this report has been reviewed. " * 6
    stage.window.session.told.emit(words)
    stage.wait(50)
    assert stage.window.status.told == words
    (label,) = (one for one in stage.window.status.findChildren(QLabel) if one.text().startswith("Every"))
    assert label.text().endswith("…")


def test_a_long_name_on_a_menu_button_is_cut_in_the_middle(qtbot):
    long, short = MenuButton(), MenuButton()
    for button, text in ((long, "a" * 40 + " 2025.pdf"), (short, "")):
        qtbot.addWidget(button)
        button.setText(text)
        button.resize(160, 30)
    shown = long.grab().toImage()
    metrics = long.fontMetrics()
    margin = (long.sizeHint().width() - metrics.horizontalAdvance(long.text())) // 2 - 1
    edge = [shown.pixelColor(x, y) for x in range(margin) for y in range(5, 25)]
    empty = short.grab().toImage()
    assert edge == [empty.pixelColor(x, y) for x in range(margin) for y in range(5, 25)]  # nothing is clipped


def test_large_text_gets_a_wider_list_of_documents_where_there_is_room(qapp, copy):
    with Stage(QSize(2560, 1300)) as stage:
        stage.new_project(copy)
        stage.open_report()
        panels = stage.window.panels
        usual = panels.sizes()[0]
        for _ in range(10):
            stage.press("text-larger")
        assert panels.sizes()[0] > 1.8 * usual
        stage.press("text-normal")
        assert panels.sizes()[0] == usual


def test_pictures_of_buttons_grow_with_the_text(qtbot):
    button, pill = small_button(icon("close"), "Close", None), Pill("Accept")
    pill.set_picture("accepted")
    for widget in (button, pill):
        qtbot.addWidget(widget)
        usual = widget.sizeHint().height()
        font = widget.font()
        font.setPointSizeF(2 * font.pointSizeF())
        widget.setFont(font)
        assert widget.sizeHint().height() > 1.4 * usual
    assert button.iconSize().width() > 1.7 * 16


def test_tab_goes_through_the_ways_out_of_a_message_as_they_are_seen(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    before, bar, after = QPushButton("before", holder), MessageBar(holder), QPushButton("after", holder)
    for _ in range(2):  # again with other buttons
        bar.say("It is damaged", (Way("Try again", holder.close), Way("Open another…", holder.close)))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    chain, widget = [], before
    while widget is not after:
        chain.append(widget)
        widget = next_in_focus_chain(widget)
    told = [one.text() or one.toolTip() for one in chain if isinstance(one, (QPushButton, QToolButton))]
    assert told == ["before", "Try again", "Open another…", "Close this message"]


def test_the_ways_out_of_a_message_stand_below_each_other_where_a_line_has_no_room(qtbot):
    holder, bar = QWidget(), MessageBar()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(bar)
    bar.say("Accept 14 entries whose suggestions are at least 90 % sure in this report?",
            (Way("Accept 14 entries", holder.close), Way("Cancel", holder.close)))  # fmt: skip
    holder.show()
    buttons = bar.findChildren(QPushButton)
    for width, lines in ((900, 1), (300, 1), (190, 2), (900, 1)):
        holder.setFixedSize(width, 500)
        qtbot.waitUntil(lambda width=width: bar.width() < width)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        assert len({button.y() for button in buttons}) == lines, width
        assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_an_ampersand_in_a_way_out_marks_no_letter(qtbot):
    bar, gone = MessageBar(), []
    qtbot.addWidget(bar)
    bar.say("It is damaged", (Way("Back to R&D", lambda: gone.append(True)),))
    (button,) = bar.findChildren(QPushButton)
    assert (button.text(), button.shortcut().isEmpty()) == ("Back to R&&D", True)
    button.click()
    assert gone == [True]
