"""The palette of actions: what it lists, and what it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from gui.dialogs.palette import Palette
from gui.theme import Mode
from tests.gui.sessions import paragraph_5

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).resolve().parents[2]


def test_the_palette_lists_words_that_begin_so_before_those_that_hold_it(stage):
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    palette.field.setText("older")
    assert palette.names[:2] == ["extract-older", "import-folder"]
    palette.close()


def test_the_palette_takes_an_apostrophe_as_it_is_typed(stage):
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    for typed in ("reviewer's", "reviewer\u2019s"):
        palette.field.setText(typed)
        assert palette.names == ["reviewer"]
    palette.close()


def test_an_action_is_found_as_the_palette_and_the_guide_write_it(stage):
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    for typed in ("Theme: Dark", "View > Theme > Dark"):
        palette.field.setText(typed)
        assert palette.list.topLevelItem(0).text(0) == "Theme: Dark"
        assert len(palette.names) == 1
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


def test_the_palette_says_what_an_action_misses(stage):
    stage.window.session.select((), "test")
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    palette.field.setText("merge")
    assert palette.list.topLevelItem(0).text(0) == (
        "Review: Merge with previous — select an entry first; J takes the next one"
    )
    palette.field.setText("export")
    assert palette.list.topLevelItem(0).text(0) == "File: Export"
    palette.close()


def test_the_palette_finds_by_name_first_and_runs_what_is_chosen(stage, qtbot):
    paragraph_5(stage)
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
