"""The fields of one label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from gui.combo_boxes import hold_names
from gui.icons import drawn
from gui.theme import INSIDE, larger_text
from model.labels import Role, Slot
from model.schemes import SCALES, Label

_LONGEST = 60  # letters of a name, which menus and buttons show
_NO_KEY, _NOTHING_ABOVE = "None", "Nothing"


class LabelForm(QWidget):
    """`changed` comes with the label as it is now, whenever the user has typed or chosen."""

    changed = Signal(object)  # Label

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("", "")
        self._color = self._label.color
        self._filling = False
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST)
        self.color = QPushButton(self)
        self.color.setAutoDefault(False)
        self.key = QComboBox(self)
        self.key.addItems([_NO_KEY, *"123456789"])
        self.above = QComboBox(self)
        hold_names(self.above)
        self.definition = QPlainTextEdit(self)
        self.examples = QPlainTextEdit(self)
        self.examples.setPlaceholderText("One example per line")
        self.in_use = QCheckBox("Offered to reviewers", self)
        for text in (self.definition, self.examples):
            text.setTabChangesFocus(True)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(INSIDE)
        for words, field in (
            ("Name", self.name), ("Colour", self.color), ("Key", self.key), ("Below", self.above),
            ("Meaning", self.definition), ("Examples", self.examples), ("", self.in_use),
        ):  # fmt: skip
            field.setAccessibleName(words or self.in_use.text())
            self._rows.addRow(words, field)
        for signal in (
            self.name.textEdited, self.definition.textChanged, self.examples.textChanged,
            self.key.currentIndexChanged, self.above.currentIndexChanged, self.in_use.toggled,
        ):  # fmt: skip
            signal.connect(self._changed)
        self.color.clicked.connect(self._ask_color)

    def show_label(self, slot: Slot, label: Label, others: Sequence[Label]) -> None:
        """What is being typed into the label that is shown already stays."""
        self._filling = True
        same, self._label = label == self._label, label
        if not same:
            self._fill(label)
        self.above.clear()
        self.above.addItem(_NOTHING_ABOVE, "")
        for other in others:
            if other.code != label.code:
                self.above.addItem(other.name, other.code)
        self.above.setCurrentIndex(max(0, self.above.findData(label.broader)))
        for field in (self.color, self.key):
            self._rows.setRowVisible(field, slot is Slot.ROLE)
        self._rows.setRowVisible(self.above, slot not in SCALES)
        self.in_use.setEnabled(slot not in SCALES and label.code != Role.RECOMMENDATION)
        self._filling = False

    def _fill(self, label: Label) -> None:
        if self.name.text().strip() != label.name:
            self.name.setText(label.name)
        self._show_color(label.color)
        self.key.setCurrentText(label.key or _NO_KEY)
        if self.definition.toPlainText().strip() != label.definition:
            self.definition.setPlainText(label.definition)
        if _lines(self.examples.toPlainText()) != label.examples:
            self.examples.setPlainText("\n".join(label.examples))
        self.in_use.setChecked(not label.retired)

    def _changed(self, *_: object) -> None:
        if not self._filling:
            self._tell()

    def _tell(self) -> None:
        key = self.key.currentText()
        label = replace(
            self._label, name=self.name.text().strip(), color=self._color, key="" if key == _NO_KEY else key,
            broader=self.above.currentData() or "", definition=self.definition.toPlainText().strip(),
            examples=_lines(self.examples.toPlainText()), retired=not self.in_use.isChecked(),
        )  # fmt: skip
        if label != self._label:
            self._label = label
            self.changed.emit(label)

    def _ask_color(self) -> None:
        dialog = QColorDialog(QColor(self._color), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._color_chosen)
        dialog.open()

    def _color_chosen(self, color: QColor) -> None:
        self._show_color(color.name().upper())
        self._tell()

    def _show_color(self, color: str) -> None:
        self._color = color
        self.color.setText(color)
        side = chip_side(self)
        self.color.setIconSize(QSize(side, side))
        self.color.setIcon(QIcon(drawn("chip", QColor(color), side, 2.0)))


def chip_side(widget: QWidget) -> int:
    """How wide a small square of colour is beside a widget's text, in pixels."""
    return round(12 * larger_text(widget))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
