"""Menus by keys: each entry has a letter of its own while its menu is shown, and ticks are ticks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from gui.actions import ACTIONS, CONTEXT_MENU, PAGE_MENU
from gui.menus import LetteredMenu, added, as_entry, lettered, words_of
from gui.recent_menu import RecentMenu
from gui.settings import Settings
from gui.stage import Stage

# What asks before it does something.
ASKING = {"new-project", "open", "import", "import-folder", "import-labels", "export", "save-copy", "palette",
          "new-from-words", "accept-confident", "link-answer", "label-scheme", "reviewer"}  # fmt: skip


def test_letters_begin_words_where_they_can():
    found = lettered(["Copy", "Copy with its source", "Cut", "1  Offers\tShift+1", "R&&D"])
    assert found == ["&Copy", "Copy &with its source", "C&ut", "&1  Offers\tShift+1", "&R&&D"]


def test_the_letter_of_a_key_goes_first():
    words = ["Words are the theme", "Words are the addressee", "Fit page"]
    assert lettered(words, ["H", "A", "Ctrl+9"]) == [
        "Words are t&he theme",
        "Words &are the addressee",
        "&Fit page",
    ]


def test_an_entry_with_few_letters_gets_one_of_theirs():
    assert lettered(["On", "No"]) == ["&On", "&No"]
    assert lettered(["Ox", "On", "O"]) == ["O&x", "O&n", "&O"]


def test_an_entry_is_chosen_by_its_letter_and_reads_without(qtbot):
    menu = LetteredMenu()
    qtbot.addWidget(menu)
    chosen = []
    for words in ("Merge", "Move", as_entry("Q&A")):
        added(menu, words).triggered.connect(lambda _=False, words=words: chosen.append(words))
    menu.popup(menu.pos())
    assert [action.text() for action in menu.actions()] == ["&Merge", "M&ove", "&Q&&A"]
    QTest.keyClick(menu, Qt.Key.Key_O)
    assert chosen == ["Move"]
    assert [action.text() for action in menu.actions()] == ["Merge", "Move", "Q&&A"]
    assert words_of(menu.actions()[2]) == "Q&A"


def test_a_project_with_an_ampersand_is_offered_by_its_name(qtbot, tmp_path):
    menu, settings = QMenu(), Settings(tmp_path / "settings.json")
    qtbot.addWidget(menu)
    project = tmp_path / "R&D.paraph"
    project.touch()
    settings.add_recent(project)
    recent = RecentMenu(settings, menu, menu.addAction("Close"))
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["&1  R&&D"]
    settings.flush()


def test_no_letter_stands_twice_in_a_menu(qapp, copy):
    with Stage(QSize(1280, 800)) as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.select(lambda node: node.number == "5")
        actions = stage.window.actions_of
        bar = stage.window.menuBar()
        menus = [entry.menu() for entry in bar.actions()]
        menus += [action.menu() for menu in list(menus) for action in menu.actions() if action.menu()]
        menus += [actions.context_menu(names, stage.window) for names in (PAGE_MENU, CONTEXT_MENU)]
        for menu in menus:
            menu.aboutToShow.emit()
            letters = [letter(action) for action in menu.actions() if letter(action)]
            worded = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
            assert len(letters) == len(set(letters)) == len(worded), menu.title()
            menu.aboutToHide.emit()
            assert not any(letter(action) for action in menu.actions()) or menu.title() == "Open recent"


def letter(action: QAction) -> str:
    _, mark, after = action.text().replace("&&", "").partition("&")
    return after[:1].casefold() if mark else ""


def test_dots_say_that_something_is_asked():
    assert {spec.id for spec in ACTIONS if spec.text.endswith("…")} == ASKING


def test_what_is_on_has_a_tick_in_the_menu(qapp):
    with Stage() as stage:
        for spec in ACTIONS:
            action = stage.window.actions_of[spec.id]
            assert not spec.icon or action.isIconVisibleInMenu() is not action.isCheckable(), spec.id
