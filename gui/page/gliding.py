"""A scroll bar that goes to its places smoothly, where the system wants motion at all."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QScrollBar, QStyle, QWidget

_GLIDE_MS = 150
_ROLL_MS = 110


class Glide:
    """Moves a bar of `view`, which counts device pixels; at once where the view cannot be seen."""

    def __init__(self, bar: QScrollBar, view: QWidget) -> None:
        self._bar = bar
        self._view = view
        self._rolls = False
        self._motion = QPropertyAnimation(bar, b"value", view)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def is_going(self) -> bool:
        return self._motion.state() is QPropertyAnimation.State.Running

    def stop(self) -> None:
        self._motion.stop()

    def by(self, way: int) -> None:
        """Rolls so far; what is still to go of a roll before is added."""
        rolling = self._rolls and self.is_going
        self._rolls = True
        self._go((self._motion.endValue() if rolling else self._bar.value()) + way, _ROLL_MS)

    def to(self, target: int) -> None:
        """Goes there; from far away it glides over the last part only, so that no page flies by."""
        self._rolls = False
        self.stop()
        target, here, reach = self._within(target), self._bar.value(), self._bar.pageStep() // 2
        if self._animates() and abs(target - here) > 2 * reach:
            self._bar.setValue(target - reach if target > here else target + reach)
        self._go(target, _GLIDE_MS)

    def _go(self, target: int, duration: int) -> None:
        self.stop()
        if not self._animates():
            self._bar.setValue(target)
            return
        self._motion.setDuration(duration)
        self._motion.setStartValue(self._bar.value())
        self._motion.setEndValue(self._within(target))
        self._motion.start()

    def _within(self, target: int) -> int:
        return min(max(target, self._bar.minimum()), self._bar.maximum())

    def _animates(self) -> bool:
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._view.isVisible() and self._view.style().styleHint(hint, None, self._view) > 0
