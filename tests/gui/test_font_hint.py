"""Where no font has a report's letters, one line says so, once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from gui.font_hint import missing_font
from gui.stage import Stage
from storage.project import Project
from storage.schema import DOCUMENT
from storage.writer import Priority


@pytest.fixture
def without_chinese(monkeypatch):
    """Fonts as on a computer that has none for Chinese."""
    chinese = (QFontDatabase.WritingSystem.SimplifiedChinese, QFontDatabase.WritingSystem.TraditionalChinese)
    monkeypatch.setattr(QFontDatabase, "families", lambda system: [] if system in chinese else ["Some"])


def test_letters_without_a_font_are_named_with_a_font_that_has_them(qapp, without_chinese):
    assert "Chinese characters" in missing_font("zh")
    assert "Noto Sans CJK" in missing_font("zh")
    assert missing_font("ar") == missing_font("en") == missing_font("") == ""


def test_it_is_said_once(qapp, copy, without_chinese):
    with Project.open(copy) as stored:
        chinese = DOCUMENT.update().values(language="zh")
        stored.write(lambda connection: connection.execute(chinese) and None, Priority.EDIT).result()
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        assert "Chinese characters" in stage.window.outline_bar.text
        stage.window.session.close_document()
        stage.window.outline_bar.clear()
        stage.open_report()
        assert stage.window.outline_bar.text == ""
