"""Fields are seen as fields in every theme, and the one that has the keys is seen among them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from gui.theme import Mode, Theme, is_dark


@pytest.fixture
def theme(qapp):
    before = qapp.palette()
    yield Theme(qapp)
    qapp.setPalette(before)
    for kind in ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox", "QCheckBox",
                 "QRadioButton"):  # fmt: skip
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
