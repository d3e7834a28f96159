"""Fields are seen as fields in every theme, and the one that has the keys is seen among them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
)

from gui.menus import added
from gui.theme import Mode, Theme, hovered_ground, is_dark, make_palette, selected_ground, state_color
from model.labels import Status


@pytest.fixture
def theme(qapp):
    before = qapp.palette()
    yield Theme(qapp)
    qapp.setPalette(before)
    for kind in ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox", "QCheckBox",
                 "QRadioButton", "QMenu"):  # fmt: skip
        qapp.setPalette(before, kind)


def luminance(color: QColor) -> float:
    """Relative, as the Web Content Accessibility Guidelines reckon it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def edge_contrast(widget) -> float:
    """Of the line around a field against the window and what is inside, at the middle of its upper edge."""
    image = widget.grab().toImage()
    edge = image.pixelColor(image.width() // 2, 0)
    grounds = (QApplication.palette().window().color(), widget.palette().base().color())
    return min(contrast(edge, ground) for ground in grounds)


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.CONTRAST])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QSpinBox])
def test_the_line_around_a_field_stands_out_on_dark_grounds(qtbot, theme, mode, kind):
    theme.set_mode(mode)
    field = kind()
    qtbot.addWidget(field)
    field.resize(160, 30)
    assert edge_contrast(field) >= 3


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_the_line_around_a_box_to_tick_stands_out_on_all_grounds(qtbot, theme, mode):
    theme.set_mode(mode)
    box, menu = QCheckBox("Notes"), QMenu()
    entry = added(menu, "Notes")
    entry.setCheckable(True)
    for widget in (box, menu):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        image, ground = widget.grab().toImage(), widget.palette().base().color()
        across = range(2, widget.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth))
        assert max(contrast(image.pixelColor(x, image.height() // 2), ground) for x in across) >= 3


@pytest.mark.parametrize("sign", ["PM_IndicatorHeight", "PM_SmallIconSize"])
def test_boxes_to_tick_and_pictures_in_menus_are_as_large_as_text_is(qtbot, theme, sign):
    box = QCheckBox()
    qtbot.addWidget(box)

    def size() -> int:
        return box.style().pixelMetric(QStyle.PixelMetric[sign], None, box)

    usual = size()
    theme.set_text_percent(200)
    assert size() == 2 * usual
    theme.set_text_percent(100)
    assert size() == usual


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_the_field_with_the_keys_stands_out_most(qtbot, theme, mode):
    theme.set_mode(mode)
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert edge_contrast(field) >= 3


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QCheckBox])
def test_whether_a_field_is_dark_is_told_like_for_the_window(qtbot, theme, kind):
    field = kind()
    qtbot.addWidget(field)
    for mode in (Mode.DARK, Mode.LIGHT, Mode.CONTRAST):
        theme.set_mode(mode)
        qtbot.waitUntil(lambda: is_dark(field.palette()) == theme.dark)


GROUPS = QPalette.ColorGroup
ROLES = QPalette.ColorRole
MODES = [pytest.param(*kind, id=name) for name, kind in
         {"light": (False, False), "dark": (True, False), "contrast": (True, True)}.items()]  # fmt: skip


def over(color: QColor, ground: QColor) -> QColor:
    """What is seen where a colour that lets some of its ground through lies on it."""
    pairs = zip(color.getRgbF(), ground.getRgbF(), strict=True)
    share = color.alphaF()
    return QColor.fromRgbF(*(above * share + below * (1 - share) for above, below in list(pairs)[:3]))


def grounds(palette: QPalette) -> Iterator[tuple[str, QColor]]:
    """Everything that rows and quiet words stand on."""
    base = palette.color(ROLES.Base)
    for role in (ROLES.Base, ROLES.AlternateBase, ROLES.Window):
        yield role.name, palette.color(role)
    yield "selected", over(selected_ground(palette, True), base)
    yield "selected without the keys", over(selected_ground(palette, False), base)
    yield "under the mouse", over(hovered_ground(palette), base)


@pytest.mark.parametrize(("dark", "much"), MODES)
def test_words_can_be_read_on_every_ground(dark, much):
    palette = make_palette(dark, much)
    for name, ground in grounds(palette):
        assert contrast(palette.color(ROLES.Text), ground) >= 7, name
        assert contrast(palette.color(ROLES.PlaceholderText), ground) >= 4.5, name
    for words, ground in ((ROLES.ButtonText, ROLES.Button), (ROLES.HighlightedText, ROLES.Highlight),
                          (ROLES.ToolTipText, ROLES.ToolTipBase), (ROLES.Link, ROLES.Window)):  # fmt: skip
        assert contrast(palette.color(words), palette.color(ground)) >= 4.5, words


@pytest.mark.parametrize(("dark", "much"), MODES)
def test_what_cannot_be_done_now_is_faint_and_there(dark, much):
    palette = make_palette(dark, much)
    for words, ground in ((ROLES.WindowText, ROLES.Window), (ROLES.ButtonText, ROLES.Button),
                          (ROLES.Text, ROLES.Base), (ROLES.HighlightedText, ROLES.Highlight)):  # fmt: skip
        faint = [palette.color(GROUPS.Disabled, role) for role in (words, ground)]
        assert 3 <= contrast(*faint) < contrast(palette.color(words), palette.color(ground)), words


@pytest.mark.parametrize(("dark", "much"), MODES)
def test_the_pictures_of_states_stand_out_on_every_ground(dark, much):
    palette = make_palette(dark, much)
    for name, ground in grounds(palette):
        for status in Status:
            assert contrast(state_color(status, dark), ground) >= 3, (name, status)
