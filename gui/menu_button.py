"""A flat button that opens a menu and shows no arrow of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QStyleOptionToolButton, QToolButton, QWidget


class MenuButton(QToolButton):
    """Style sheets could hide the arrow too, but a button with one keeps the colours of the theme before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
