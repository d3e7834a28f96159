"""The guide in the window: the pages of docs/guide, without what is not there when Paraph is installed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtWidgets import QTreeWidgetItemIterator

import resources
from gui.dialogs.guide import FIRST, GuideDialog


@pytest.fixture
def guide(qtbot):
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def items(guide):
    return [found.value() for found in QTreeWidgetItemIterator(guide.contents)]


def in_sight(guide):
    """The paragraphs at the top of what is shown."""
    return {guide.text.cursorForPosition(QPoint(60, y)).block().text() for y in (18, 40)}


def test_every_page_and_heading_leads_to_its_place(guide):
    assert guide.page == FIRST
    names = set()
    for item in items(guide):
        guide.contents.setCurrentItem(item)
        names.add(guide.page)
        bar = guide.text.verticalScrollBar()
        assert item.text(0) in in_sight(guide) or bar.value() == bar.maximum()
    assert names == set(resources.guide_pages())
    decide = next(item for item in items(guide) if item.text(0) == "Decide")
    assert [decide.parent().text(0), decide.parent().parent().text(0)] == ["Review", "The guide"]


def test_links_lead_to_pages_and_headings_and_none_leads_out(guide):
    for name, text in resources.guide_pages().items():
        guide.show_page(name)
        assert "![" not in guide.text.toMarkdown()
        for link in set(re.findall(r"\]\(([^)]+)\)", text)):
            guide.show_page(name)
            if link.startswith(("..", "http")):
                assert f"]({link})" not in guide.text.toMarkdown()
                continue
            guide.text.anchorClicked.emit(QUrl(link))
            page, _, heading = link.partition("#")
            assert guide.page == (page or name)
            assert not heading or guide.text.verticalScrollBar().value() > 0, link


def test_words_are_found_on_the_pages_that_follow(guide):
    guide.field.setText("krippendorff")
    guide.field.returnPressed.emit()
    assert guide.page != FIRST
    assert guide.text.textCursor().selectedText().lower() == "krippendorff"
    guide.field.setText("no such words")
    guide.field.returnPressed.emit()
    assert guide.note.isVisible()
    guide.field.textEdited.emit("n")
    assert guide.note.isHidden()


@pytest.mark.parametrize(
    "words",
    ["several  words in a line", "over the end of a line", "the shown link there", "with code in it"],
)
def test_words_are_found_as_they_are_shown(qtbot, monkeypatch, words):
    page = "# Second\n\nThere are several words in a line and others over the\nend of a line. " \
           "[The shown](README.md) *link* there, with `code` in it.\n"  # fmt: skip
    monkeypatch.setattr(resources, "guide_pages", lambda: {FIRST: "# First\n", "second.md": page})
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    dialog.field.setText(words)
    dialog.field.returnPressed.emit()
    assert dialog.page == "second.md"
    assert dialog.text.textCursor().selectedText().lower() == " ".join(words.split())


def test_words_that_nobody_sees_turn_no_page(qtbot, monkeypatch):
    pages = {FIRST: "# First\n", "second.md": "# Second\n\n[Back](README.md)\n"}
    monkeypatch.setattr(resources, "guide_pages", lambda: pages)
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    dialog.field.setText("readme.md")
    dialog.field.returnPressed.emit()
    assert (dialog.page, dialog.note.isHidden()) == (FIRST, False)


def test_headings_stand_nearer_to_what_is_below_them(guide):
    block = guide.text.document().begin()
    margins = set()
    while block.isValid():
        looks = block.blockFormat()
        if looks.headingLevel() > 1:
            margins.add((looks.topMargin(), looks.bottomMargin()))
        block = block.next()
    assert margins
    assert all(above > below for above, below in margins)
