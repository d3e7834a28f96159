"""What makes the window one's own: actions by name, theme, text size, panels, all remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.theme import Mode

Key, Held, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def choose(user, menu, submenu, name):
    """Chooses an action of a submenu in the menu bar with the mouse: "View", "Theme", "Dark"."""
    bar = user.window.menuBar()
    top = named(bar, menu)
    QTest.mouseClick(bar, LEFT, Held.NoModifier, bar.actionGeometry(top).center())
    point_and_click(user, top.menu(), submenu)
    point_and_click(user, named(top.menu(), submenu).menu(), name)
    user.wait(lambda: QApplication.activePopupWidget() is None, "the end of the menu")


def named(widget, name):
    return next(action for action in widget.actions() if action.text().replace("&", "") == name)


def point_and_click(user, menu, name):
    user.wait(menu.isVisible, f"the menu with “{name}”")
    action = named(menu, name)
    place = menu.actionGeometry(action).center()
    QTest.mouseMove(menu, place)
    user.wait(lambda: menu.activeAction() is action, name)
    QTest.mouseClick(menu, LEFT, Held.NoModifier, place)


def test_looks_and_panels_are_chosen_by_keys_and_come_back(use, report):
    def arrange(user):
        user.report_opened()
        user.from_palette("dark")
        user.turn()
        user.wait(lambda: user.window.theme.dark, "the dark")
        user.key(Key.Key_Plus, Held.ControlModifier, Held.AltModifier, times=2)
        user.key(Key.Key_F8)
        user.settled()
        assert not user.window.inspector.isVisible()
        assert user.window.theme.text_percent > 100
        user.picture("1 dark, larger, without the inspector")

    def come_back(user):
        user.report_opened()
        assert user.window.theme.mode is Mode.DARK
        assert user.window.theme.text_percent > 100
        assert not user.window.inspector.isVisible()
        user.key(Key.Key_F8)
        user.key(Key.Key_0, Held.ControlModifier, Held.AltModifier)
        assert user.window.inspector.isVisible()
        assert user.window.theme.text_percent == 100

    assert use(arrange, report) == 0
    assert use(come_back) == 0


def test_looks_are_chosen_by_mouse(use, report):
    def contrast(user):
        user.report_opened()
        choose(user, "View", "Theme", "High contrast")
        user.wait(lambda: user.window.theme.mode is Mode.CONTRAST, "the contrast")
        user.settled()
        user.picture("1 high contrast")

    def larger(user):
        user.report_opened()
        assert user.window.theme.mode is Mode.CONTRAST
        choose(user, "View", "Text size", "Larger text")
        user.wait(lambda: user.window.theme.text_percent > 100, "the larger text")
        user.settled()
        user.picture("2 and larger")

    assert use(contrast, report) == 0
    assert use(larger) == 0


def test_every_key_is_in_the_table_and_the_palette_finds_words_of_a_name(use, report):
    def look(user):
        user.report_opened()
        user.key(Key.Key_F1)
        user.dialog()
        user.picture("1 keys")
        user.key(Key.Key_Escape)
        user.turn()
        user.key(Key.Key_K, Held.ControlModifier)
        palette = user.dialog()
        user.type("merge")
        assert palette.names[0] == "merge"
        user.picture("2 palette")
        user.key(Key.Key_Escape)
        user.turn()

    assert use(look, report) == 0
