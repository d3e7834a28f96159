"""Colours, spacing, sizes of text and the palette of the window, light and dark."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QSizePolicy, QStyle, QStyleOption, QWidget

from model.labels import Status
from model.schemes import Label

STEP = 4  # the grid, in device-independent pixels
INSIDE = 2 * STEP  # margin inside a panel
BETWEEN = 3 * STEP  # distance between groups
ROW = 26
_USUAL_LINE = 17  # pixels of a line of text
# A window is no larger than this share of the screen.
_OF_THE_SCREEN = 0.9
_SMALL = 11 / 13  # of the usual size of text

_BRIGHTER = 135  # per cent: one step of lightness on dark grounds

_STATES = {
    Status.UNREVIEWED: ("#7B8089", "#9AA0A8"),
    Status.ACCEPTED: ("#1B7F4B", "#4CC38A"),
    Status.CORRECTED: ("#0B6FA8", "#5AB0E8"),
    Status.REJECTED: ("#B3261E", "#F2857D"),
    Status.FLAGGED: ("#A35B00", "#F0B04A"),
}

_LIGHT = {
    QPalette.ColorRole.Window: "#F3F3F1",
    QPalette.ColorRole.WindowText: "#1F2328",
    QPalette.ColorRole.Base: "#FFFFFF",
    QPalette.ColorRole.AlternateBase: "#F8F8F6",
    QPalette.ColorRole.Text: "#1F2328",
    QPalette.ColorRole.PlaceholderText: "#585F67",
    QPalette.ColorRole.Button: "#F7F7F5",
    QPalette.ColorRole.ButtonText: "#2A2F36",
    QPalette.ColorRole.BrightText: "#B3261E",
    QPalette.ColorRole.ToolTipBase: "#2A2F36",
    QPalette.ColorRole.ToolTipText: "#F5F5F3",
    QPalette.ColorRole.Highlight: "#2B6CB0",
    QPalette.ColorRole.HighlightedText: "#FFFFFF",
    QPalette.ColorRole.Accent: "#2B6CB0",
    QPalette.ColorRole.Link: "#1F5F9E",
    QPalette.ColorRole.LinkVisited: "#6B4FA0",
    QPalette.ColorRole.Light: "#FFFFFF",
    QPalette.ColorRole.Midlight: "#E9E9E6",
    QPalette.ColorRole.Mid: "#D5D5D1",
    QPalette.ColorRole.Dark: "#B4B4AF",
    QPalette.ColorRole.Shadow: "#8C8C87",
}
_DARK = {
    QPalette.ColorRole.Window: "#232629",
    QPalette.ColorRole.WindowText: "#E3E5E8",
    QPalette.ColorRole.Base: "#1B1D20",
    QPalette.ColorRole.AlternateBase: "#202326",
    QPalette.ColorRole.Text: "#E3E5E8",
    QPalette.ColorRole.PlaceholderText: "#A4AAB2",
    QPalette.ColorRole.Button: "#2C3034",
    QPalette.ColorRole.ButtonText: "#DADDE1",
    QPalette.ColorRole.BrightText: "#F2857D",
    QPalette.ColorRole.ToolTipBase: "#3A3F45",
    QPalette.ColorRole.ToolTipText: "#F1F2F3",
    QPalette.ColorRole.Highlight: "#3B78B5",
    QPalette.ColorRole.HighlightedText: "#FFFFFF",
    QPalette.ColorRole.Accent: "#5A9BD8",
    QPalette.ColorRole.Link: "#7DB7EE",
    QPalette.ColorRole.LinkVisited: "#B79CE8",
    QPalette.ColorRole.Light: "#43484E",
    QPalette.ColorRole.Midlight: "#363A3F",
    QPalette.ColorRole.Mid: "#3A3F45",
    QPalette.ColorRole.Dark: "#15171A",
    QPalette.ColorRole.Shadow: "#0C0D0E",
}
# Over the dark palette: for eyes that need the most contrast.
_CONTRAST = {
    QPalette.ColorRole.Window: "#000000",
    QPalette.ColorRole.WindowText: "#FFFFFF",
    QPalette.ColorRole.Base: "#1C1C1C",
    QPalette.ColorRole.AlternateBase: "#262626",
    QPalette.ColorRole.Text: "#FFFFFF",
    QPalette.ColorRole.PlaceholderText: "#E0E0E0",
    QPalette.ColorRole.Button: "#2E2E2E",
    QPalette.ColorRole.ButtonText: "#FFFFFF",
    QPalette.ColorRole.ToolTipBase: "#FFFFFF",
    QPalette.ColorRole.ToolTipText: "#000000",
    QPalette.ColorRole.Highlight: "#FFD400",
    QPalette.ColorRole.HighlightedText: "#000000",
    QPalette.ColorRole.Accent: "#FFD400",
    QPalette.ColorRole.Link: "#8CD3FF",
    QPalette.ColorRole.Light: "#FFFFFF",
    QPalette.ColorRole.Midlight: "#BFBFBF",
    QPalette.ColorRole.Mid: "#A6A6A6",
}
_FADED = (
    (QPalette.ColorRole.WindowText, "#868C94", "#787E86"),
    (QPalette.ColorRole.Text, "#868C94", "#787E86"),
    (QPalette.ColorRole.ButtonText, "#868C94", "#787E86"),
    (QPalette.ColorRole.Highlight, "#C9CDD2", "#40454B"),
    (QPalette.ColorRole.HighlightedText, "#585F67", "#A4AAB2"),
)
# How much of the highlight's colour lies on a selected row, with the keys and without: on light grounds, on
# dark ones, and where that colour is bright itself. What is written there has to be read.
_CHOSEN = {"light": (0.18, 0.11), "dark": (0.34, 0.22), "bright": (0.18, 0.12)}
_HOVERED = (0.05, 0.07)  # of the text's colour: on light grounds, on dark ones

# Qt's style draws the lines around these in a darker shade of the window's ground. Nobody sees that where the
# ground is dark, and hardly anybody around boxes to tick: they are told of another ground.
_FIELDS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox")
_BOXES = ("QCheckBox", "QRadioButton")
_FRAMED_ON_DARK, _BOXES_ON_LIGHT = "#B0B6BD", "#AEAEAB"
_STYLE = "Fusion"
# Boxes to tick, and pictures in menus.
_SIGNS = frozenset({
    QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_SmallIconSize,
})  # fmt: skip


class Mode(StrEnum):
    """What the user chose in View > Theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


def label_color(label: Label, dark: bool) -> QColor:
    """A label's colour; one step brighter on dark grounds."""
    color = QColor(label.color)
    return color.lighter(_BRIGHTER) if dark else color


def state_color(status: Status, dark: bool) -> QColor:
    return QColor(_STATES[status][dark])


def is_dark(palette: QPalette) -> bool:
    """Whether text is brighter than its ground."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def translucent(color: QColor, opacity: float) -> QColor:
    """The same colour, through which 1 - `opacity` of the ground is seen."""
    color = QColor(color)
    color.setAlphaF(opacity)
    return color


def selected_ground(palette: QPalette, focused: bool) -> QColor:
    """What lies over the ground of a selected row; weaker where its list does not have the keys."""
    role = QPalette.ColorRole
    bright = palette.color(role.HighlightedText).lightness() < 128
    shares = _CHOSEN["bright" if bright else "dark" if is_dark(palette) else "light"]
    return translucent(palette.color(role.Highlight), shares[not focused])


def hovered_ground(palette: QPalette) -> QColor:
    """What lies over the ground of the row that the mouse is on."""
    return translucent(palette.color(QPalette.ColorRole.Text), _HOVERED[is_dark(palette)])


def small_font(font: QFont, italic: bool = False) -> QFont:
    """For quiet words, at the smaller of the two sizes of text."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    small.setItalic(italic)
    return small


def embolden(widget: QWidget) -> None:
    font = widget.font()
    font.setBold(True)
    widget.setFont(font)


def make_palette(dark: bool, contrast: bool = False) -> QPalette:
    palette = QPalette()
    colors = (_DARK if dark else _LIGHT) | (_CONTRAST if contrast else {})
    for role, color in colors.items():
        palette.setColor(role, QColor(color))
    for role, on_light, on_dark in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(on_dark if dark else on_light))
    return palette


def box_ground(palette: QPalette) -> QColor:
    """The ground of which the lines around boxes to tick are a shade: one that stands out from any ground."""
    return QColor(_FRAMED_ON_DARK if is_dark(palette) else _BOXES_ON_LIGHT)


def _with_boxes(palette: QPalette) -> QPalette:
    boxed = QPalette(palette)
    boxed.setColor(QPalette.ColorRole.Window, box_ground(palette))
    return boxed


def _framed(palette: QPalette) -> QPalette:
    """That of fields and boxes to tick: their lines stand out from dark grounds, too, most of all the line of
    the one that has the keys, which is as bright as the ground of selected words."""
    framed = QPalette(palette)
    if is_dark(palette):
        framed.setColor(QPalette.ColorRole.Window, QColor(_FRAMED_ON_DARK))
        framed.setColor(QPalette.ColorRole.Highlight, palette.color(QPalette.ColorRole.Accent))
        framed.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.Base))
    return framed


def as_bar(widget: QWidget, height: int) -> None:
    """Makes it as high as a bar is, or higher where large text needs it, but never more."""
    widget.setMinimumHeight(height)
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def larger_text(widget: QWidget) -> float:
    """How much larger its text is than usual, for widths that are given for the usual one; at least 1."""
    return max(1.0, widget.fontMetrics().height() / _USUAL_LINE)


def size_window(window: QWidget, width: int, height: int) -> None:
    """As large as is given; larger with larger text, as far as the screen has room."""
    usual, room = QSize(width, height), window.screen().availableSize() * _OF_THE_SCREEN
    window.resize((usual * larger_text(window)).boundedTo(room))


class _LargerSigns(QProxyStyle):
    """Signs are as large as the text beside them: Qt's style draws them in pixels. It is asked for hundreds
    of sizes, so where text is as usual the window goes without it."""

    def __init__(self, share: float) -> None:
        super().__init__(_STYLE)
        self._share = share

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None,
                    widget: QWidget | None = None) -> int:  # fmt: skip
        size = super().pixelMetric(metric, option, widget)
        return round(size * self._share) if metric in _SIGNS else size


class Theme(QObject):
    """Gives the application its style and palette, and follows the system while the user leaves it to it."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._base_size = app.font().pointSizeF()
        self.text_percent = 0
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._paint()
        self.set_text_percent(text_percent)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def dark(self) -> bool:
        if self._mode is Mode.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode in (Mode.DARK, Mode.CONTRAST)

    def set_mode(self, mode: Mode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self._paint()

    def set_text_percent(self, percent: int) -> None:
        """Text size relative to the system's: 80 to 200."""
        percent = min(max(percent, 80), 200)
        if percent == self.text_percent:
            return
        self.text_percent = percent
        self._app.setStyle(_LargerSigns(percent / 100) if percent != 100 else _STYLE)
        font = self._app.font()
        font.setPointSizeF(self._base_size * percent / 100)
        self._app.setFont(font)
        self.changed.emit()

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._mode is Mode.SYSTEM:
            self._paint()

    def _paint(self) -> None:
        palette = make_palette(self.dark, self._mode is Mode.CONTRAST)
        self._app.setPalette(palette)
        framed = _framed(palette)
        kinds = dict.fromkeys(_FIELDS, framed) | dict.fromkeys(_BOXES, _with_boxes(framed))
        for kind, own in (kinds | {"QMenu": _with_boxes(palette)}).items():
            self._app.setPalette(own, kind)  # type: ignore[arg-type]  # its stub says bytes
        self.changed.emit()
