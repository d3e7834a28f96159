"""The definitions of all labels beside the window: what each means, with examples and its key."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from gui.closing import close_by_key
from gui.session import Session
from gui.theme import BETWEEN, INSIDE, is_dark, label_color, size_window
from model.labels import Slot
from model.schemes import Label, Scheme

TITLES = {
    Slot.ROLE: "Roles",
    Slot.FORCE: "Force",
    Slot.ACTION: "Action category",
    Slot.ADDRESSEES: "Addressees",
}


class Guidelines(QDialog):
    """Goes to the role of what is selected in the window, and stays open beside it."""

    editAsked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("Guidelines")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # keys go on reviewing
        size_window(self, 460, 620)
        close_by_key(self)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("Definitions of the labels")
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.version = QLabel(self)
        self.version.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.edit = QPushButton("Change the label scheme…", self)
        self.edit.setAutoDefault(False)
        self.edit.clicked.connect(self.editAsked)
        foot = QHBoxLayout()
        foot.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        foot.addWidget(self.version, 1)
        foot.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        session.schemeChanged.connect(self._fill)
        session.selectionChanged.connect(self._follow)
        session.projectOpened.connect(self._fill)
        session.projectClosed.connect(self._fill)
        self._fill()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()

    def _fill(self, *_: object) -> None:
        scheme = self._session.scheme
        self.text.document().setDefaultFont(self.font())
        self.text.document().setDocumentMargin(BETWEEN)
        self.text.setHtml(as_html(scheme, is_dark(self.palette())))
        own = f"Version {scheme.version} of this project" if scheme.version else "The scheme of Paraph"
        self.version.setText(own)
        self.edit.setEnabled(self._session.project is not None and not self._session.read_only)

    def _follow(self, *_: object) -> None:
        session = self._session
        if session.review is None or session.reviewer is None or session.current is None:
            return
        role = session.review.shown(session.current.id, Slot.ROLE, session.reviewer.id).value
        if role:
            self.text.scrollToAnchor(f"{Slot.ROLE.value}-{role}")


def as_html(scheme: Scheme, dark: bool) -> str:
    """All labels in use, as rich text for Qt."""
    parts = []
    for slot, title in TITLES.items():
        parts.append(f"<h3>{escape(title)}</h3>")
        parts += [_label(slot, label, dark) for label in scheme.offered(slot)]
    return "".join(parts)


def _label(slot: Slot, label: Label, dark: bool) -> str:
    name = f"<a name='{slot.value}-{escape(label.code)}'></a>"
    if slot is Slot.ROLE:
        name += f"<span style='color:{label_color(label, dark).name()}'>■</span> "
    shown = f"{label.code}  {label.name}" if slot in (Slot.FORCE, Slot.ACTION) else label.name
    name += f"<b>{escape(shown)}</b>"
    if label.key:
        name += f" &nbsp;<span style='font-size:small'>key {escape(label.key)}</span>"
    lines = [name]
    if label.definition:
        lines.append(escape(label.definition))
    lines += [f"<i>{escape(example)}</i>" for example in label.examples]
    indent = 18 if label.broader else 0
    return f"<p style='margin-left:{indent}px; margin-bottom:8px'>{'<br>'.join(lines)}</p>"
