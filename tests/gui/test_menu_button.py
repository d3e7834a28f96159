"""A menu button is drawn in the colours of the theme that is on, and without an arrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from gui.icons import icon
from gui.menu_button import MenuButton
from gui.theme import make_palette


def lightness(button):
    image = button.grab().toImage()
    spots = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    return min(spots), max(spots)


def test_its_words_follow_the_theme_while_the_window_is_open(qtbot):
    app = QApplication.instance()
    before = app.palette()
    button = MenuButton()
    qtbot.addWidget(button)
    button.setText("CTOC/COP/2013")
    try:
        app.setPalette(make_palette(dark=False))
        with qtbot.waitExposed(button):
            button.show()
        darkest, _ = lightness(button)
        app.setPalette(make_palette(dark=True))
        _, brightest = lightness(button)
    finally:
        app.setPalette(before)
    assert darkest < 90
    assert brightest > 170


def test_a_menu_changes_nothing_about_how_it_looks(qtbot):
    plain, menued = MenuButton(), MenuButton()
    menued.setMenu(QMenu(menued))
    for button in (plain, menued):
        qtbot.addWidget(button)
        button.setText("55 %")
    assert menued.sizeHint() == plain.sizeHint()
    for button in (plain, menued):
        button.resize(plain.sizeHint())
    assert menued.grab().toImage() == plain.grab().toImage()


def test_an_icon_behind_the_words_stands_at_their_end(qtbot):
    button = MenuButton()
    qtbot.addWidget(button)
    button.setIcon(icon("next"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText("i")
    button.resize(button.sizeHint())
    before = button.grab().toImage()
    button.icon_behind = True
    assert button.sizeHint() == button.size()
    assert button.grab().toImage() != before
    assert button.layoutDirection() == Qt.LayoutDirection.LeftToRight  # the menu's, too
