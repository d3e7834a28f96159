"""The window and its parts, on a real project with a real report."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QPlainTextEdit,
    QToolButton,
)

import resources
from gui.actions import ACTIONS
from gui.app import discard
from gui.builders import on_one
from gui.commands import run_command
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.main_window import MainWindow
from gui.menu_button import MenuButton
from gui.menus import words_of
from gui.schemes.guidelines import Guidelines
from gui.settings import OwnSettings, Settings
from gui.stage import Stage
from gui.theme import Mode, Theme
from gui.windows import Windows
from model import editing
from model.errors import UserFacingError
from model.nodes import Kind, Region
from storage.import_outcomes import ImportReport
from tests.gui.sessions import paragraph_5

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).resolve().parents[2]


def test_every_action_does_something(stage):
    for spec in ACTIONS:
        # whatever the actions before have left
        node = stage.select(lambda node: node.kind is Kind.PARAGRAPH and len(node.text) > 20)
        stage.window.session.set_caret(node.id, 10)
        known = stage.window.dispatch.knows(spec.id)
        assert known or run_command(stage.window.session, spec.id), spec.id
    stage.settle()


def test_a_dialog_that_is_closed_at_once_is_not_missed(stage):
    paragraph_5(stage)
    for action_id in ("export", "releases", "dashboard", "lists", "repeats", "similar", "follow-up",
                      "link-answer", "vocabularies", "evaluation", "label-scheme"):  # fmt: skip
        stage.press(action_id)
        for dialog in stage.window.findChildren(QDialog):
            dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        stage.settle()


def test_the_empty_page_offers_only_what_there_is(stage, tmp_path):
    session, empty = stage.window.session, stage.window.page_panel.empty
    session.close_document()
    assert "from the list" in empty.words.text()
    stage.new_project(tmp_path / "another.paraph")
    stage.wait_for(lambda: "list" not in empty.words.text(), "the words")


def test_a_folder_whose_turn_had_not_come_is_tried_again_without_a_first_page(stage, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "report.pdf").write_bytes(resources.read_bytes("sample", "report.pdf"))
    stage.window.questions.retry(folder)
    assert not stage.window.preview.is_waiting
    stage.wait_for(lambda: stage.window.imports.is_idle, "the import")
    assert stage.window.imports.items == []


def test_the_key_of_the_guidelines_closes_them_again(stage):
    shown = []
    for _ in range(3):
        stage.window.actions_of["guidelines"].trigger()
        shown.append(stage.window.findChild(Guidelines).isVisible())
    assert shown == [True, False, True]


def test_tab_leads_through_the_whole_window_as_it_is_seen(stage):
    paragraph_5(stage)
    window = stage.window
    stage.settle()
    parts = (window.top_bar, window.side, window.page_panel, window.outline, window.inspector)
    window.activateWindow()
    window.outline.tree.setFocus()
    seen, widgets = [], set()
    while (widget := QApplication.focusWidget()) not in widgets:
        widgets.add(widget)
        part = next(part for part in parts if part.isAncestorOf(widget))
        if not seen or seen[-1] is not part:
            seen.append(part)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert widget is window.outline.tree
    assert seen == [window.outline, *parts[4:], *parts[:4]]
    assert {window.page_view.canvas, window.outline.header.words, window.inspector.text} <= widgets


def test_a_panel_hides_by_its_key_and_the_last_one_stays(stage):
    panels = stage.window.panels
    for name in ("library", "page", "outline", "inspector"):
        stage.window.actions_of[f"show-{name}"].trigger()
    assert [panels.is_shown(name) for name in ("library", "page", "outline", "inspector")] == [
        False, False, False, True,
    ]  # fmt: skip
    assert stage.window.actions_of["show-inspector"].isChecked()
    assert not stage.window.actions_of["show-page"].isChecked()


def test_the_keys_are_in_the_outline_at_first_and_never_in_a_hidden_panel(stage):
    window = stage.window
    assert window.focusWidget() is window.outline.tree
    stage.press("show-outline")
    assert window.focusWidget() is window.page_view.canvas
    stage.press("show-outline")
    stage.press("show-page")
    assert window.focusWidget() is window.outline.tree


@pytest.mark.parametrize("action", ["find", "find-next", "find-previous"])
def test_words_are_found_on_a_page_that_is_seen(stage, action):
    window = stage.window
    stage.press("show-page")
    stage.press(action)
    assert window.panels.is_shown("page")
    assert window.page_view.find_bar.words.isVisible()
    assert window.focusWidget() is window.page_view.find_bar.words


@pytest.mark.parametrize(("width", "wide"), [(1280, False), (1920, True)])
def test_the_library_gives_way_in_a_narrow_window(stage, width, wide):
    stage.window.resize(QSize(width, 800))
    stage.wait_for(lambda: stage.window.panels.width() == width, "the new size")
    sizes = stage.window.panels.sizes()
    assert (sizes[0] > 110) is wide
    assert min(sizes[1:]) >= 220


def test_an_ampersand_in_the_reports_symbol_marks_no_letter(stage, monkeypatch):
    review, bar = stage.window.session.review, stage.window.top_bar
    document = review.document
    renamed = replace(document, masthead=replace(document.masthead, symbol="R&D/1"))
    with monkeypatch.context() as patch:
        patch.setattr(review, "document", renamed)
        bar.refresh()
        button = bar.findChild(MenuButton)
        assert (button.text(), button.shortcut().isEmpty()) == ("R&&D/1", True)
    bar.refresh()


def test_progress_follows_every_edit_and_its_undo(stage):
    paragraph_5(stage)
    total = stage.window.tally.total
    stage.press("flag")
    assert stage.window.top_bar.counts.text() == f"1 / {total} reviewed"
    assert stage.window.top_bar.counts.toolTip() == f"{total - 1} still to review"
    assert stage.window.library.model.items[0].done == 1
    menu = stage.window.top_bar.findChild(MenuButton).menu()
    assert menu.layoutDirection() == menu.parentWidget().layoutDirection() == Qt.LayoutDirection.LeftToRight
    menu.aboutToShow.emit()
    (report,) = menu.actions()
    title = stage.window.session.review.document.masthead.title
    assert report.text().endswith(f"\t1 / {total}")
    assert title[:10] in report.text()
    assert report.toolTip() == title
    stage.wait_for(lambda: stage.window.session.undo_name is not None, "undo")
    stage.press("undo")
    assert stage.window.top_bar.counts.text() == f"0 / {total} reviewed"


def test_the_line_of_keys_says_what_ends_a_text_that_is_edited(stage, qtbot):
    paragraph_5(stage)
    hints = stage.window.status.hints
    stage.window.activateWindow()
    stage.window.outline.tree.setFocus()
    qtbot.waitUntil(stage.window.outline.tree.hasFocus)
    assert ("A", "accept", True) in hints.shown
    stage.press("edit-text")
    useful = [word for _, word, useful in hints.shown if useful]
    assert useful == ["keep", "drop the change", "words are", "split here"]
    stage.press("edit-note")
    assert hints.shown == [("Esc", "keep", True)]
    stage.press("search")
    qtbot.waitUntil(lambda: ("A", "accept", False) in hints.shown)  # the letter would type
    stage.window.outline.tree.setFocus()
    assert ("A", "accept", True) in hints.shown


def test_the_first_of_two_keys_says_which_may_follow(stage, qtbot):
    paragraph_5(stage)
    tree, status = stage.window.outline.tree, stage.window.status
    stage.window.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    qtbot.keyClick(tree, Qt.Key.Key_T)
    assert status.told.startswith("T, then  T title   C contents   H heading")
    qtbot.keyClick(tree, Qt.Key.Key_Escape)
    assert not status.told
    qtbot.keyClick(tree, Qt.Key.Key_W)
    assert "A addressee   V operative verb   S who says it   T task" in status.told
    qtbot.keyClick(tree, Qt.Key.Key_Escape)  # else Qt keeps the first key, and the next test's is the second


def test_an_edit_that_cannot_be_says_so_above_the_outline(stage):
    stage.select(lambda node: node.kind is Kind.SECTION and node.parent is None)
    stage.press("promote")
    assert "top level" in stage.window.outline_bar.text
    stage.press("next")
    assert stage.window.outline_bar.text == ""


def test_what_is_said_of_the_words_of_an_entry_goes_with_it_and_nothing_else_does(stage):
    window = stage.window
    paragraph_5(stage)
    window.slot_words.failed.emit("These words are not the entry's.")
    window.outline_bar.say("No font has these letters.")
    stage.press("next")
    assert window.page_panel.messages.text == ""
    assert window.outline_bar.text == "No font has these letters."
    window.session.refuse("It cannot be split.")
    stage.press("flag")
    assert window.outline_bar.text == ""


def test_a_rectangle_on_the_page_becomes_an_entry_with_its_words(stage):
    first = stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == "1")
    box = first.anchor.regions[0]
    stage.window.page_view.regionDrawn.emit(Region(box.page, box.x0 - 30, box.y0 - 1, box.x1 + 5, box.y1 + 1))
    stage.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu, canvas = QApplication.activePopupWidget(), stage.window.page_view.canvas
    assert canvas.bands, "what was drawn stays to be seen"
    make = next(action for action in menu.actions() if action.text() == "Make it a foot&note")
    outline = stage.window.session.review.outline
    entries = len(outline)
    menu.close()
    assert canvas.bands == ()
    make.trigger()
    stage.settle()
    made = stage.window.session.current
    # every word belongs to one entry: the paragraph that held these words has none left
    assert (len(outline), first.id in outline) == (entries, False)
    assert made.kind is Kind.FOOTNOTE
    assert "Pursuant to decision 2/4" in made.text
    assert made.anchor.regions[0].page == box.page


def test_where_no_words_were_read_an_entry_is_drawn_and_typed(stage):
    stage.window.page_view.regionDrawn.emit(Region(1, 3, 3, 40, 20))
    stage.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    section, make = menu.actions()[:2]
    assert "press E to type them" in section.text()
    make.trigger()
    menu.close()
    stage.settle()
    made = stage.window.session.current
    assert made is not None
    assert (made.kind, made.text, made.page) == (Kind.PARAGRAPH, "", 1)
    stage.wait_for(lambda: QApplication.activePopupWidget() is None, "the end of the menu")
    stage.window.activateWindow()  # a platform without a window manager may give it to nobody
    stage.wait_for(stage.window.isActiveWindow, "the window's turn")
    stage.press("edit-text")
    stage.wait_for(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit), "the field with the words")
    field = QApplication.focusWidget()
    field.insertPlainText("What nobody could read")
    field.commit()
    stage.settle()
    assert stage.window.session.current.text == "What nobody could read"


def test_the_tool_for_a_new_entry_is_a_button_and_an_action_of_one_state(stage):
    window = stage.window
    window.panels.set_shown("page", False)
    stage.press("draw-entry")
    button = window.page_view.bar.findChild(QToolButton, "draw")
    assert window.panels.is_shown("page")
    assert button.isEnabled()
    assert button.isChecked()
    assert "Drag a rectangle" in window.status.told
    button.click()
    assert not window.page_view.canvas.drawing
    assert not window.status.told
    assert not window.actions_of["draw-entry"].isChecked()


def test_a_key_that_can_do_nothing_now_says_why_until_something_changes(stage):
    window, told = stage.window, lambda: stage.window.status.told
    outline = stage.window.session.review.outline
    title = next(node for node in outline if node.kind is Kind.TITLE)
    for holder in (window.outline.tree, window.page_view.canvas, window.inspector):
        holder.setFocus()
        stage.window.session.select((), "test")
        QTest.keyClick(holder, Key.Key_A)
        assert told() == "Accept and go on: select an entry first; J takes the next one"
        assert window.status.hints.isHidden()
        stage.window.session.select((title.id,), "test")
        assert told() == ""
        assert window.status.hints.isVisible()
        QTest.keyClick(holder, Key.Key_1)
        assert told() == "Recommendation: only paragraphs and items have labels"
        QTest.keyClick(holder, Key.Key_2, Held.ShiftModifier)
        assert told() == "2 Encourages: only paragraphs and items have labels"
        QTest.keyClick(holder, Key.Key_Z, Held.ControlModifier)
        assert told() == "Undo: there is nothing of yours to undo"
        QTest.keyClick(holder, Key.Key_F9, Held.ControlModifier)  # nobody's key
        assert told() == ""


def test_a_window_that_goes_as_soon_as_it_is_painted_tells_nobody(qapp):
    window = MainWindow(OwnSettings(), Theme(qapp, Mode.LIGHT))
    window.eventFilter(window, QPaintEvent(window.rect()))
    discard(window)
    qapp.processEvents()  # which raises what a timer does


def test_a_key_without_a_report_asks_for_one(qapp):
    """A window without a project is not one that is open for reading only."""
    with Stage() as stage:
        QTest.keyClick(stage.window, Key.Key_A)
        assert stage.window.status.told == "Accept and go on: open a report first"


@pytest.mark.skipif(sys.platform == "win32", reason="Qt itself does it there")
def test_shift_f10_opens_the_menu_of_what_has_the_keys(stage, qtbot):
    paragraph_5(stage)
    tree = stage.window.outline.tree
    tree.setFocus()
    QTest.keyClick(tree, Key.Key_F10, Held.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Accept and go on" in [words_of(action) for action in menu.actions()]
    menu.close()


def test_whether_a_role_leads_on_is_remembered(stage):
    stage.press("after-role")
    assert stage.window.session.walk.after_role
    assert stage.window.actions_of["after-role"].isChecked()
    assert stage.window.settings.get("go_on_after_role", False)
    stage.press("after-role")
    assert not stage.window.session.walk.after_role
    assert not stage.window.settings.get("go_on_after_role", True)


def test_theme_and_text_size_are_remembered(stage):
    stage.press("theme-dark")
    stage.press("text-larger")
    settings = stage.window.settings
    assert (settings.get("theme", ""), settings.get("text_percent", 0)) == (Mode.DARK.value, 110)
    assert stage.window.theme.dark


def test_the_table_of_keys_narrows_to_what_is_typed(stage):
    stage.press("shortcuts")
    dialog = stage.window.findChild(ShortcutsDialog)
    dialog.filter.setText("undo")
    shown = [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]
    assert shown == ["Undo"]
    assert dialog.table.columnWidth(1) >= dialog.table.sizeHintForColumn(1)  # no name is cut
    dialog.reject()


def test_the_down_arrow_goes_from_the_field_to_the_keys_that_were_found(stage):
    stage.press("shortcuts")
    dialog = stage.window.findChild(ShortcutsDialog)
    QTest.keyClicks(dialog.filter, "text size")
    QTest.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.table
    assert dialog.table.currentRow() == 0
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.table.currentRow() == 1
    dialog.reject()


def test_about_names_version_and_licence(stage):
    stage.press("about")
    dialog = next(child for child in stage.window.findChildren(QDialog) if child.isVisible())
    words = " ".join(label.text() for label in dialog.findChildren(type(stage.window.top_bar.counts)))
    assert "Version 0.1.0" in words
    assert "Affero" in words
    dialog.reject()


def test_a_copy_of_the_project_has_a_name_to_begin_with(stage):
    stage.press("save-copy")
    (dialog,) = stage.window.findChildren(QFileDialog)
    (name,) = dialog.selectedFiles()
    dialog.close()
    assert Path(name).name == f"{stage.window.session.project.path.stem} copy.paraph"


def test_a_folder_without_a_pdf_is_told_where_everybody_sees_it(stage, tmp_path):
    folder = tmp_path / "nothing here"
    folder.mkdir()
    stage.press("side-search")
    stage.window.opener.open_files([folder])
    stage.wait_for(lambda: "there is no PDF in this folder" in stage.window.bar.text, "the reason")
    assert stage.window.bar.isVisible()


def test_an_import_that_the_project_cannot_take_says_why(stage, tmp_path):
    report = ImportReport((), False, UserFacingError("p.paraph: the disk is full"))
    stage.window.imports.ended.emit(report)
    assert stage.window.bar.text == "p.paraph: the disk is full"


def test_a_window_whose_parts_cannot_be_made_says_so(qapp, tmp_path, qtbot):
    def fail(opener):
        raise AssertionError("it is not assembled")

    with ExitStack() as until_the_end:
        windows = Windows(Settings(tmp_path / "settings.json"), Theme(qapp), until_the_end)
        windows.open_window(fail)
        (window,) = windows.all
        windows.crashed(tmp_path / "crash-1.txt")
        assert "crash-1.txt" in window.centralWidget().text()
        window.painted.disconnect()
        with qtbot.waitSignal(windows.over):
            window.close()


def test_pages_that_are_not_in_the_project_offer_to_import_them(stage):
    bar = stage.window.page_panel.messages
    stage.window.page_view.pdf.failed.emit(
        "wells.pdf: this PDF is not in the project; import it to see its pages"
    )
    assert bar.labels == ["Import PDFs…"]


def test_what_is_told_outlasts_the_edit_that_it_is_about(stage):
    """A key leads on, and says so, before its edit is stored."""
    session, status = stage.window.session, stage.window.status
    node = paragraph_5(stage)
    stage.settle()
    session.perform(on_one(editing.set_note, node.id, "seen"))
    session.told.emit("Nothing else waits")
    stage.settle()
    assert session.review.notes(node.id)
    assert status.told == "Nothing else waits"
    session.walk.step(1)
    assert not status.told
