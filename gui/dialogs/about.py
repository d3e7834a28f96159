"""What this is, which version, and under which licence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.dialogs.buttons import buttons_for
from gui.icons import app_icon
from gui.theme import BETWEEN, INSIDE
from model.version import VERSION

_LICENCE = "https://www.gnu.org/licenses/agpl-3.0.html"


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Paraph")
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(72, 72))
        name = QLabel("Paraph", self)
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        name.setFont(font)
        version = QLabel(f"Version {VERSION}", self)
        version.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QLabel("Turns institutional reports into curated, citable datasets. "
                       "Everything stays on this computer.", self)  # fmt: skip
        words.setWordWrap(True)
        words.setMinimumWidth(320)
        licence = QLabel(
            f'Free software under the <a href="{_LICENCE}">GNU Affero General Public License</a>, '
            "version 3 or later. It comes without any warranty.",
            self,
        )
        licence.setWordWrap(True)
        licence.setOpenExternalLinks(True)
        buttons = buttons_for(self, leave="Close")
        right = QVBoxLayout()
        right.setSpacing(INSIDE)
        for widget in (name, version, words, licence):
            right.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(2 * BETWEEN)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN)
        column.setSpacing(2 * BETWEEN)
        column.addLayout(top)
        column.addWidget(buttons)
