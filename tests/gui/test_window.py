"""The window and its parts, on a real project with a real report."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

import resources
from gui.actions import ACTIONS
from gui.commands import run_command
from gui.crashes import CrashGuard
from gui.dialogs.palette import Palette
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.headless import tour
from gui.menu_button import MenuButton
from gui.menus import words_of
from gui.message_bar import Tone, Way
from gui.schemes.guidelines import Guidelines
from gui.settings import Settings
from gui.stage import Stage
from gui.theme import Mode, Theme
from gui.windows import Windows
from model.errors import UserFacingError
from model.nodes import Kind, Region
from storage.errors import DiskFull
from storage.file_lock import FileLock
from storage.import_outcomes import ImportReport
from storage.project import Project

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).resolve().parents[2]
# The offscreen platform says what it does without.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)  # there already, so it is opened
        stage.open_report()
        yield stage


def paragraph(stage):
    return stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == "5")


def test_every_action_does_something(stage):
    for spec in ACTIONS:
        # whatever the actions before have left
        node = stage.select(lambda node: node.kind is Kind.PARAGRAPH and len(node.text) > 20)
        stage.window.session.set_caret(node.id, 10)
        known = stage.window.dispatch.knows(spec.id)
        assert known or run_command(stage.window.session, spec.id), spec.id
    stage.settle()


def test_a_dialog_that_is_closed_at_once_is_not_missed(stage):
    paragraph(stage)
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
    paragraph(stage)
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
    paragraph(stage)
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
    paragraph(stage)
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
    paragraph(stage)
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


def test_an_edit_that_cannot_be_says_so_above_the_outline(stage):
    stage.select(lambda node: node.kind is Kind.SECTION and node.parent is None)
    stage.press("promote")
    assert "top level" in stage.window.outline_bar.text
    stage.press("next")
    assert stage.window.outline_bar.text == ""


def test_what_is_said_of_the_words_of_an_entry_goes_with_it_and_nothing_else_does(stage):
    window = stage.window
    paragraph(stage)
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


def test_a_key_without_a_report_asks_for_one(qapp):
    """A window without a project is not one that is open for reading only."""
    with Stage() as stage:
        QTest.keyClick(stage.window, Key.Key_A)
        assert stage.window.status.told == "Accept and go on: open a report first"


@pytest.mark.skipif(sys.platform == "win32", reason="Qt itself does it there")
def test_shift_f10_opens_the_menu_of_what_has_the_keys(stage, qtbot):
    paragraph(stage)
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


def test_the_palette_lists_words_that_begin_so_before_those_that_hold_it(stage):
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    palette.field.setText("older")
    assert palette.names[:2] == ["extract-older", "import-folder"]
    palette.close()


def test_the_palette_says_so_where_no_action_has_the_words(stage, qtbot):
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    palette.field.setText("kind heading")
    assert palette.names == ["kind-section"]
    palette.field.setText("no such thing")
    assert palette.names == []
    assert palette.list.topLevelItem(0).text(0) == "No action has these words."
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_the_palette_finds_by_name_first_and_runs_what_is_chosen(stage, qtbot):
    paragraph(stage)
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    palette.field.setText("role")
    assert palette.names[:2] == ["after-role", "role-recommendation"]  # the second by its menu only
    palette.field.setText("dark")
    assert palette.names == ["theme-dark", "dim-pages"]  # the second by its description only
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert stage.window.theme.mode is Mode.DARK


def test_the_palette_moves_by_arrows_and_leaves_itself_out(stage, qtbot):
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    assert "palette" not in palette.names
    chosen = palette.list.currentItem()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentItem() is not chosen
    assert palette.field.text() == ""
    palette.close()


def test_the_table_of_keys_narrows_to_what_is_typed(stage):
    stage.press("shortcuts")
    dialog = stage.window.findChild(ShortcutsDialog)
    dialog.filter.setText("undo")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert [dialog.table.item(row, 1).text() for row in shown] == ["Undo"]
    assert dialog.table.columnWidth(1) >= dialog.table.sizeHintForColumn(1)  # no name is cut
    dialog.reject()


def test_about_names_version_and_licence(stage):
    stage.press("about")
    dialog = next(child for child in stage.window.findChildren(QDialog) if child.isVisible())
    words = " ".join(label.text() for label in dialog.findChildren(type(stage.window.top_bar.counts)))
    assert "Version 0.1.0" in words
    assert "Affero" in words
    dialog.reject()


def test_a_way_out_is_a_button_and_closes_the_message(stage):
    went = []
    bar = stage.window.bar
    bar.say("It is locked.", (Way("Open another…", partial_append(went)),))
    bar.press("Open another…")
    assert went == ["gone"]
    assert bar.text == ""


def test_a_message_with_buttons_comes_back_after_one_that_took_its_place(stage):
    went = []
    bar, settings = stage.window.bar, stage.window.settings
    bar.say("It is not saved.", (Way("Save a copy…", partial_append(went)),))
    for _ in range(2):
        settings.failed.emit("settings.json: settings cannot be saved.")
    assert bar.text.startswith("settings.json")
    assert bar.labels == []
    bar.close_message()
    assert bar.text == "It is not saved."
    bar.press("Save a copy…")
    assert went == ["gone"]
    assert bar.text == ""


def test_a_message_that_waits_is_taken_back_and_one_of_the_same_sort_replaces_it(stage):
    bar, way = stage.window.bar, Way("Save a copy…", partial_append([]))
    bar.say("It is not saved.", (way,))
    bar.say("It is not saved. 2 changes wait.", (way,))
    bar.say("Something else.")
    bar.take_back("It is not saved.")
    assert bar.text == "Something else."
    bar.close_message()
    assert bar.text == ""
    bar.say("It is not saved.", (way,))
    bar.say("Exported.", (Way("Open folder", partial_append([])),), Tone.DONE)
    bar.take_back("Exported.")
    assert (bar.text, bar.labels, bar.tone) == ("It is not saved.", ["Save a copy…"], Tone.PROBLEM)


def test_a_question_that_something_else_was_said_after_does_not_come_back(stage):
    bar = stage.window.bar
    bar.ask("Accept 3 entries?", (Way("Accept 3 entries", partial_append([])),))
    bar.say("No suggestion is so sure.")
    bar.close_message()
    assert bar.text == ""


@pytest.mark.parametrize(("tone", "stays"), [(Tone.DONE, ""), (Tone.PROBLEM, "Said.")])
def test_what_was_done_is_said_until_its_reader_goes_on_and_a_problem_stays(stage, tone, stays):
    paragraph(stage)
    bar = stage.window.bar
    bar.say("Said.", (), tone)
    stage.press("accept")
    assert bar.text == "Said."  # one who works fast has time to read it
    bar.reading.stop()  # that time is over
    assert bar.text == "Said."
    stage.press("next")
    assert bar.text == "Said."  # nothing moves under a double click
    stage.wait_for(
        lambda: not any(timer.isActive() for timer in bar.findChildren(QTimer)), "its time is over"
    )
    assert bar.text == stays


def test_pdfs_can_be_imported_where_no_project_is_open(qapp):
    with Stage() as stage:
        for name in ("import", "import-folder"):
            stage.press(name)
            assert stage.window.findChildren(QFileDialog)
            for dialog in stage.window.findChildren(QFileDialog):
                dialog.close()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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


def test_a_new_project_where_nothing_can_be_written_is_not_offered_for_reading(qapp, unwritable):
    with Stage() as stage:
        bar = stage.window.bar
        stage.window.opener.new_project(unwritable / "new.paraph")
        stage.wait_for(lambda: "choose another folder" in bar.text, "the refusal")
        assert "Open for reading" not in bar.labels


def test_a_project_that_is_open_elsewhere_is_tried_again_by_a_button(qapp, copy):
    with Stage() as stage:
        bar = stage.window.bar
        with Project.open(copy):
            stage.window.opener.open_project(copy)
            stage.wait_for(lambda: "already open" in bar.text, "the refusal")
            assert bar.labels[:2] == ["Open for reading", "Try again"]
        bar.press("Try again")
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert not stage.window.session.read_only


def test_a_project_on_a_full_disk_can_be_read(qapp, copy, monkeypatch):
    def no_room(lock):
        raise DiskFull("copy.paraph: the disk is full")

    with Stage() as stage:
        monkeypatch.setattr(FileLock, "_acquire", no_room)
        stage.window.opener.open_project(copy)
        stage.wait_for(lambda: "is full" in stage.window.bar.text, "the refusal")
        stage.window.bar.press("Open for reading")
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert stage.window.session.read_only


def partial_append(went):
    def go():
        went.append("gone")

    return go


def test_an_uncaught_error_is_reported_and_the_window_lives_on(stage):
    with CrashGuard() as crashes:
        crashes.reported.connect(stage.window.messages.crashed)
        error = ZeroDivisionError("nobody expected this")
        sys.excepthook(type(error), error, None)
        stage.wait_for(lambda: "our fault" in stage.window.bar.text, "the message")
    reports = list(Path(os.environ["XDG_STATE_HOME"]).rglob("crash-*.txt"))
    assert len(reports) == 1
    assert "ZeroDivisionError" in reports[0].read_text(encoding="utf-8")
    assert str(reports[0]) in stage.window.bar.text
    paragraph(stage)
    stage.press("flag")


def test_what_fails_again_and_again_at_one_place_is_one_report(qapp):
    told = []
    with CrashGuard() as crashes:
        crashes.reported.connect(told.append)
        for line in (1, 1, 2):
            try:
                exec("\n" * line + "1 / 0")
            except ZeroDivisionError:
                sys.excepthook(*sys.exc_info())
        qapp.processEvents()
    assert len(told) == len(set(told)) == 2
    assert len(list(Path(os.environ["XDG_STATE_HOME"]).rglob("crash-*.txt"))) == 2


def test_without_a_display_the_job_is_done_all_the_same(qapp, tmp_path, capsys):
    assert tour(tmp_path / "out") == 0
    said = capsys.readouterr().out.splitlines()
    assert "no display" in said[0]
    for line in said[1:]:
        assert Path(line).stat().st_size > 0
    assert [Path(line).suffix for line in said[1:]] == [".paraph", ".jsonl", ".csv", ".json", ".png"]


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"}, "no display answers"),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ""}, "unset QT_QPA_PLATFORM"),
        ({"QT_QPA_PLATFORM": "nonsense", "DISPLAY": ""}, "Qt knows no platform “nonsense”"),
    ],
)
def test_where_no_window_can_be_it_is_said_in_one_line(variables, says):
    environment = {**os.environ, **variables}
    environment.pop("WAYLAND_DISPLAY", None)
    found = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert found.returncode == 2
    assert says in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_pdf_whose_project_does_not_open_is_not_waited_for(qapp, copy, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Project.open(copy), Stage() as stage:
        window = stage.window
        window.settings.add_recent(copy)
        window.opener.open_files([report])
        assert window.page_panel.reading.text
        stage.wait_for(lambda: "already open" in window.bar.text, "the refusal")
        assert window.page_panel.reading.text == ""
        assert window.page_panel.empty.isVisible()


def test_where_files_go_is_told_of_a_project_that_nobody_named(qapp, copy, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        told = []
        stage.window.opener.placeFound.connect(told.append)
        stage.window.settings.add_recent(copy)
        stage.window.opener.open_files([report])
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert told == [copy]


def test_where_files_go_is_not_told_where_another_project_is_wanted_meanwhile(qapp, copy, tmp_path):
    report, other = tmp_path / "report.pdf", tmp_path / "other.paraph"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        opener, told = stage.window.opener, []
        opener.placeFound.connect(told.append)
        stage.window.settings.add_recent(copy)
        opener.open_files([report])
        opener.new_project(other)
        stage.wait_for(lambda: stage.window.session.project is not None, "the first project")
        stage.wait_for(lambda: not opener.is_opening, "the other project")
        assert (opener.project_path, told) == (other, [])


@pytest.mark.parametrize("elsewhere", [True, False])
def test_where_files_go_is_not_told_of_a_project_that_is_named_later(qapp, copy, tmp_path, elsewhere):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        opener, told = stage.window.opener, []
        opener.placeFound.connect(told.append)
        stage.window.settings.add_recent(copy)
        if elsewhere:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(opener, "shown_elsewhere", lambda path, files: True)
                opener.open_files([report])
        else:
            with Project.open(copy):
                opener.open_files([report])
                stage.wait_for(lambda: "already open" in stage.window.bar.text, "the refusal")
        opener.open_project(copy, [report])
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert told == []


def test_what_is_on_its_way_is_said_where_it_will_be(qapp, copy, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        window = stage.window

        def words():
            panels = (window.page_panel.empty, window.outline.empty)
            shown = [part for panel in panels for part in panel.findChildren(QWidget) if part.isVisible()]
            return [
                part.text() for part in shown if isinstance(part, (QLabel, QAbstractButton)) and part.text()
            ]

        assert {"Choose PDFs or a project…", "Open…"} <= set(words())
        window.opener.open_project(copy)
        assert words() == ["Opening copy", "The outline appears here when the report has been read."]
        stage.wait_for(lambda: window.session.project is not None, "the project")
        assert "Opening copy" not in words()
        stage.wait_for(stage.shows_report, "the report")
        stage.new_project(tmp_path / "empty.paraph")
        assert "Import a report, or drop its PDF here, to see its outline." in words()
        window.opener.open_files([report])
        assert words() == ["The outline appears here when the report has been read."]
        window.opener.open_project(tmp_path / "no such folder" / "none.paraph")
        stage.wait_for(lambda: bool(window.bar.text), "the refusal")
        assert "Choose PDFs or a project…" in words()


def test_a_window_whose_parts_cannot_be_made_says_so(qapp, tmp_path, qtbot):
    def fail(opener):
        raise AssertionError("it is not furnished")

    with ExitStack() as until_the_end:
        windows = Windows(Settings(tmp_path / "settings.json"), Theme(qapp), until_the_end)
        windows._show(fail)
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
