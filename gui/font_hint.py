"""Says where a report's letters cannot be shown beside its pages, which bring their own fonts."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase

from gui.message_bar import MessageBar, Tone
from gui.session import Session
from gui.settings import Settings
from model.review import Review

_System = QFontDatabase.WritingSystem
# By language: what its letters are called, the writing systems, a font that has them.
_LETTERS = {
    "ar": ("Arabic letters", (_System.Arabic,), "Noto Sans Arabic"),
    "ja": ("Japanese characters", (_System.Japanese,), "Noto Sans CJK"),
    "ko": ("Korean letters", (_System.Korean,), "Noto Sans CJK"),
    "ru": ("Cyrillic letters", (_System.Cyrillic,), "Noto Sans"),
    "zh": ("Chinese characters", (_System.SimplifiedChinese, _System.TraditionalChinese), "Noto Sans CJK"),
}
_TOLD = "fonts_told"


class FontHint(QObject):
    """One line above the outline, once for each language."""

    def __init__(self, session: Session, settings: Settings, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._bar = bar
        session.documentOpened.connect(self._opened)

    def _opened(self, review: Review) -> None:
        language, told = review.document.language, self._settings.get(_TOLD, [])
        sentence = "" if language in told else missing_font(language)
        if sentence:
            self._settings.set(_TOLD, [*told, language])
            self._bar.say(sentence, (), Tone.INFO)


def missing_font(language: str) -> str:
    """What to do about it, where no font of this computer has a language's letters; empty if one has."""
    letters, systems, font = _LETTERS.get(language, ("", (), ""))
    if not systems or any(QFontDatabase.families(system) for system in systems):
        return ""
    return (
        f"No font on this computer has {letters}: the page shows them, but lists and fields show boxes. "
        f"Install one, such as {font}, and start Paraph again."
    )
